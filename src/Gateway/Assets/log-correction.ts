// What a lead changed of a meeting that is logged already, as the JSON of the API: what LogEntry.cs finds out from the
// form.
import type { Correction } from "./outbox";
import { kinds, type Body } from "./log-entry";

/** What is saved, as the page says. */
interface Saved {
  present: string[]; unnamed: Record<string, number>; words: string[]; notes: string;
  didNotHappen?: { reason: string; detail?: string };
  /** Those who were counted without a name at the door, and have been named since. */
  countedAs: Record<string, string>;
}

/** The correction; undefined if nothing differs. */
export function correctionOf(form: HTMLFormElement, filledIn: Body): Correction | undefined {
  const data = new FormData(form), text = (name: string) => String(data.get(name) ?? "").trim();
  const saved: Saved = JSON.parse(form.dataset.saved!);
  const notes = (filledIn.notes ?? "") === saved.notes ? undefined : filledIn.notes ?? "";
  const changes = filledIn.didNotHappen ? notHeld(saved, filledIn.didNotHappen.reason) : held(saved, filledIn);
  if (notes === undefined && Object.keys(changes).length === 0) return undefined;
  return { id: text("correction"), version: text("version"), body: { why: text("why"), ...changes, notes } };
}

function notHeld({ didNotHappen }: Saved, reason: string) {
  const isSame = didNotHappen?.reason === reason;
  return isSame ? {} : { didNotHappen: { ...didNotHappen, reason } };
}

function held(saved: Saved, { present = [], words = [], unnamed = {} }: Body) {
  const changes: Record<string, unknown> = {};
  const came = present.filter(one => !saved.present.includes(one));
  const left = saved.present.filter(one => !present.includes(one));
  const marks = [...came.map(one => marked(one, "present")), ...left.map(one => marked(one, "notRecorded"))];
  if (marks.length > 0) changes.marks = marks;
  if (words.join("\n") !== saved.words.join("\n")) changes.words = words;
  const isSameCount = kinds.every(kind => (unnamed[kind] ?? 0) === (saved.unnamed[kind] ?? 0));
  if (isSameCount && !saved.didNotHappen) return changes;
  // The count at the door includes those who have been named since.
  const named = (kind: string) => present.filter(one => saved.countedAs[one] === kind).length;
  changes.unnamed = Object.fromEntries(kinds.map(kind => [kind, (unnamed[kind] ?? 0) + named(kind)]));
  return changes;
}

const marked = (memberId: string, mark: string) => ({ memberId, mark });
