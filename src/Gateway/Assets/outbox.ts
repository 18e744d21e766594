// Meetings and counts that wait on this phone until the area has them. Pages and the service worker share this.
import { openDB, type DBSchema } from "idb";

/** Why the area did not take a record, as its problem details say. */
export interface Problem { code: string; text: string; field?: string }

/** A change of what is saved: the version that it changes, and what differs. */
export interface Correction { id: string; version: string; body: Record<string, unknown> }

/** A record that waits; each meeting waits once. */
export interface Kept {
  /** The meeting or, of a count, the entry. */
  meeting: string;
  group: string;
  /** What the list calls it: the group and the day, or the table and the question. */
  title: string;
  /** Whose record it is: nobody else's session sends it. */
  who: string;
  body: Record<string, unknown>;
  /** The page of the sheet, if it is what a table has counted. Nobody signs in for that. */
  sheet?: string;
  /** The entries that this one was before somebody changed it: any of them may have arrived. */
  earlier?: string[];
  /** Set if the meeting is logged already; then only what differs from it is sent. */
  correction?: Correction;
  keptAt: number;
  /** Set once its person has been told that it waits, so that they are told when it is sent, too. */
  waited?: boolean;
  problem?: Problem;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept };
  about: { key: string; value: string | number };
}

export const signInNeeded = "access.sign-in-needed";
/** A table counted before its question was opened. */
export const notOpenYet = "gathering.question-state";
/** A table's code works no more: the gathering is over, or a keeper has made another code. */
export const unknownCode = "gathering.unknown-code";
/** The code stopped working when the question was not open yet, as far as this phone knows. */
export const notAsked = "not-asked";
/** Somebody else was quicker. */
export const alreadyRecorded = "meeting.already-recorded", changedMeanwhile = "version.stale";

const timeout = 10_000, toldFor = 60_000;

const database = () => openDB<Schema>("peernet", 1, {
  upgrade: db => {
    db.createObjectStore("outbox", { keyPath: "meeting" });
    db.createObjectStore("about");
  },
});

export const keep = async (record: Kept) => { await (await database()).put("outbox", record); };
export const discard = async (meeting: string) => { await (await database()).delete("outbox", meeting); };
export const find = async (meeting: string) => (await database()).get("outbox", meeting);
export const person = async () => String(await (await database()).get("about", "who") ?? "");
export const isPerson = async (who: string) => { await (await database()).put("about", who, "who"); };

/** What waits of whoever used this phone last, and of any table, the oldest first. */
export async function waiting() {
  const who = await person();
  const all = await (await database()).getAll("outbox");
  return all.filter(record => record.who === who || record.sheet).sort((one, other) => one.keptAt - other.keptAt);
}

/** Notes that the person knows that it waits. */
export async function knownToWait(meeting: string) {
  const db = (await database()).transaction("outbox", "readwrite");
  const record = await db.store.get(meeting);
  if (record) await db.store.put({ ...record, waited: true });
  await db.done;
}

/**
 * How many of those were sent, by whichever page or worker, and whether a count is among them; told for a minute, in
 * which somebody can see it.
 */
export async function sentLately() {
  const db = (await database()).transaction("about", "readwrite");
  const number = async (name: string) => Number(await db.store.get(name) ?? 0);
  const sent = await number("sent"), counts = await number("sentCounts"), toldAt = await number("toldAt");
  const isOld = toldAt > 0 && Date.now() - toldAt > toldFor;
  if (sent > 0 && toldAt === 0) await db.store.put(Date.now(), "toldAt");
  if (isOld) await Promise.all(["sent", "sentCounts", "toldAt"].map(name => db.store.delete(name)));
  await db.done;
  return isOld ? { sent: 0, hasCounts: false } : { sent, hasCounts: counts > 0 };
}

/**
 * Keeps a record from being sent while it is changed in a form, by any page or worker: an area would have what its
 * writer is about to put right. A page that is left lets go, too.
 */
export function hold(meeting: string) {
  let letGo = () => {};
  const isDone = new Promise<void>(resolve => (letGo = resolve));
  void navigator.locks?.request(lockOf(meeting), () => isDone);
  return letGo;
}

const lockOf = (meeting: string) => `peernet-held-${meeting}`;

async function isHeld(meeting: string) {
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === lockOf(meeting)) ?? false;
}

/** Tries to send everything that nobody has to change first. Only one sender works at a time. */
export const flush = (): Promise<void> => navigator.locks
  ? navigator.locks.request("peernet-outbox", sendAll)
  : sendAll();

async function sendAll() {
  for (const record of await waiting()) {
    if (record.problem && ![signInNeeded, notOpenYet].includes(record.problem.code)) continue;
    if (await isHeld(record.meeting)) continue;
    if (!await send(record)) return;
  }
}

/** Sends one; false if there is no use in trying the others now. */
async function send(record: Kept) {
  const response = await put(record).catch(() => undefined);
  if (!response || response.status >= 500 || response.status === 429 || response.status === 408) return false;
  const problem = response.ok ? undefined : await read(response);
  const db = (await database()).transaction(["outbox", "about"], "readwrite");
  const outbox = db.objectStore("outbox"), about = db.objectStore("about"), now = await outbox.get(record.meeting);
  // What was changed while it was on its way waits for the next turn.
  if (now?.keptAt === record.keptAt) {
    const wasNeverOpen = problem?.code === unknownCode && now.problem?.code === notOpenYet;
    const found = wasNeverOpen ? { ...problem, code: notAsked } : problem;
    await (found ? outbox.put({ ...now, problem: found }) : outbox.delete(record.meeting));
    if (now.waited && !problem) {
      await about.put(Number(await about.get("sent") ?? 0) + 1, "sent");
      if (now.sheet) await about.put(1, "sentCounts");
      await about.delete("toldAt");
    }
  }
  await db.done;
  return response.status !== 401;
}

// A correction says which version it changes, so that it never replaces what its writer has not seen.
function put({ meeting, body, sheet, correction }: Kept) {
  if (sheet) return request(`${sheet}/${meeting}`, body);
  return correction
    ? request(`/api/v1/meetings/${meeting}/corrections/${correction.id}`, correction.body, correction.version)
    : request(`/api/v1/meetings/${meeting}/record`, body);
}

const request = (path: string, body: object, version?: string) =>
  fetch(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json", ...version && { "If-Match": `"${version}"` } },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });

async function read(response: Response): Promise<Problem> {
  if (response.status === 401) return { code: signInNeeded, text: "" };
  const problem = await response.json().catch(() => ({}));
  return { code: problem.code ?? "", text: problem.detail ?? problem.title ?? "", field: problem.field };
}
