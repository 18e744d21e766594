// Meetings that wait on this phone until the area has them. Pages and the service worker share this.
import { openDB, type DBSchema } from "idb";

/** Why the area did not take a record, as its problem details say. */
export interface Problem { code: string; text: string; field?: string }

/** A record that waits; each meeting waits once. */
export interface Kept {
  meeting: string;
  group: string;
  /** What the list calls it: the group and the day. */
  title: string;
  /** Whose record it is: nobody else's session sends it. */
  who: string;
  body: Record<string, unknown>;
  keptAt: number;
  problem?: Problem;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept };
  about: { key: string; value: string };
}

export const signInNeeded = "access.sign-in-needed";

const timeout = 10_000;

const database = () => openDB<Schema>("peernet", 1, {
  upgrade: db => {
    db.createObjectStore("outbox", { keyPath: "meeting" });
    db.createObjectStore("about");
  },
});

export const keep = async (record: Kept) => { await (await database()).put("outbox", record); };
export const discard = async (meeting: string) => { await (await database()).delete("outbox", meeting); };
export const find = async (meeting: string) => (await database()).get("outbox", meeting);
export const person = async () => (await (await database()).get("about", "who")) ?? "";
export const isPerson = async (who: string) => { await (await database()).put("about", who, "who"); };

/** What waits of whoever used this phone last, the oldest first. */
export async function waiting() {
  const who = await person();
  const all = await (await database()).getAll("outbox");
  return all.filter(record => record.who === who).sort((one, other) => one.keptAt - other.keptAt);
}

/** Tries to send everything that nobody has to change first. Only one sender works at a time. */
export const flush = (): Promise<void> => navigator.locks
  ? navigator.locks.request("peernet-outbox", sendAll)
  : sendAll();

async function sendAll() {
  for (const record of await waiting()) {
    if (record.problem && record.problem.code !== signInNeeded) continue;
    if (!await send(record)) return;
  }
}

/** Sends one; false if there is no use in trying the others now. */
async function send(record: Kept) {
  const response = await fetch(`/api/v1/meetings/${record.meeting}/record`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(record.body),
    signal: AbortSignal.timeout(timeout),
  }).catch(() => undefined);
  if (!response || response.status >= 500 || response.status === 429 || response.status === 408) return false;
  const problem = response.ok ? undefined : await read(response);
  const db = (await database()).transaction("outbox", "readwrite");
  // What was changed while it was on its way waits for the next turn.
  if ((await db.store.get(record.meeting))?.keptAt === record.keptAt)
    await (problem ? db.store.put({ ...record, problem }) : db.store.delete(record.meeting));
  await db.done;
  return response.status !== 401;
}

async function read(response: Response): Promise<Problem> {
  if (response.status === 401) return { code: signInNeeded, text: "" };
  const problem = await response.json().catch(() => ({}));
  return { code: problem.code ?? "", text: problem.detail ?? problem.title ?? "", field: problem.field };
}
