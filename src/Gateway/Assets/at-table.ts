// The pages of a table: which of its counts still wait, and what can be entered of questions that are not open yet.
import { notAsked, unknownCode, waiting } from "./outbox";
import { tableOf } from "./kept-tables";
import { stateOf, type State } from "./offline";

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const marks = all("[data-kept-count]"), ofTables = all("[data-kept-of]");
const unopened = all("[data-unopened]"), early = all("[data-early]");
const timeout = 4_000, endsCode = [unknownCode, notAsked];

export const table = tableOf(location.pathname);

const sheetOf = (question: string) => `${table}/${question}`;
// A form that somebody may be filling in neither goes nor is loaded again.
const isForm = document.querySelector("[data-early] form") !== null;
let hasSignal = true, isOpened = false;

export async function startAtTable() {
  if (marks.length + early.length + ofTables.length === 0) return;
  document.addEventListener("peernet-outbox", () => void show());
  await show();
  if (early.length === 0) return;
  addEventListener("offline", () => { hasSignal = false; void show(); });
  addEventListener("online", () => void look());
  // Whoever takes the phone up again sees what is open by now.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void look(); });
  addEventListener("pageshow", event => { if (event.persisted) void look(); });
  await look();
}

/** Says why a count is kept: until there is a signal, until its question is opened, or for somebody to put right. */
export function sayWhy(within: HTMLElement, state: State) {
  const reveal = (part: string, isShown: boolean) =>
    within.querySelector<HTMLElement>(part)?.toggleAttribute("hidden", !isShown);
  reveal("[data-until-sent]", state === "waiting" || state === "sign-in");
  reveal("[data-until-opened]", state === "not-open");
  reveal("[data-not-sent]", state === "problem");
}

async function show() {
  const kept = new Map((await waiting()).map(record => [record.sheet, record]));
  for (const one of marks) {
    const record = kept.get(sheetOf(one.dataset.keptCount!));
    // What was kept has arrived: the area now says how the table stands.
    if (!record && !one.hidden) location.reload();
    one.hidden = !record;
    if (!record) continue;
    sayWhy(one, stateOf(record));
    // A code that works no more opens no form.
    if (endsCode.includes(record.problem?.code ?? "")) one.querySelector("a")!.setAttribute("href", "/waiting");
  }
  for (const one of ofTables) {
    const isKept = [...kept.keys()].some(sheet => sheet?.startsWith(`/tables/${one.dataset.keptOf}/`));
    if (!isKept && !one.hidden) location.reload();
    one.hidden = !isKept;
  }
  // Without a signal nobody can tell whether a question has been opened since, and what is kept can be changed.
  const isShown = (question: string) => !hasSignal || isOpened || kept.has(sheetOf(question));
  for (const one of early) one.hidden = !isShown(one.dataset.early!) && (!isForm || one.hidden);
  for (const one of unopened) one.hidden = isShown(one.dataset.unopened!);
  for (const one of all("[data-without-signal]")) one.hidden = hasSignal;
  for (const one of all("[data-with-signal]")) one.hidden = !hasSignal;
}

// A kept page does not know that it was kept, nor a phone that its signal leads nowhere: the area's answer tells.
async function look() {
  const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(timeout) }).catch(() => undefined);
  hasSignal = answer !== undefined && answer.status < 500;
  // Whoever is led away from here learns nothing of the question: the code works no more.
  const now = answer?.ok && !answer.redirected ? await answer.text().catch(() => "") : "";
  isOpened = now !== "" && unopened.some(one => !now.includes(`data-unopened="${one.dataset.unopened}"`));
  if (isOpened && !isForm) location.reload();
  else await show();
}
