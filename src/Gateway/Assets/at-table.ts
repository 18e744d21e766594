// The pages of a table: which of its counts still wait, and what can be entered of questions that are not open yet.
import { waiting } from "./outbox";
import { stateOf, type State } from "./offline";

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const marks = all("[data-kept-count]"), unopened = all("[data-unopened]"), early = all("[data-early]");
const timeout = 4_000;
const sheetOf = (question: string) => `/tables/mine/${question}`;
// A form that somebody may be filling in neither goes nor is loaded again.
const isForm = document.querySelector("[data-early] form") !== null;
let hasSignal = true, isOpened = false;

export async function startAtTable() {
  if (marks.length + early.length === 0) return;
  document.addEventListener("peernet-outbox", () => void show());
  await show();
  if (early.length === 0) return;
  addEventListener("offline", () => { hasSignal = false; void show(); });
  addEventListener("online", () => void look());
  await look();
}

/** Says why a count is kept: until there is a signal, until its question is opened, or for somebody to put right. */
export function sayWhy(within: HTMLElement, state: State) {
  const isNotOpen = state === "not-open";
  within.querySelector<HTMLElement>("[data-until-sent]")!.hidden = isNotOpen;
  within.querySelector<HTMLElement>("[data-until-opened]")!.hidden = !isNotOpen;
}

async function show() {
  const kept = new Map((await waiting()).map(record => [record.sheet, stateOf(record)]));
  for (const one of marks) {
    const state = kept.get(sheetOf(one.dataset.keptCount!));
    // What was kept has arrived: the area now says how the table stands.
    if (!state && !one.hidden) location.reload();
    one.hidden = !state;
    sayWhy(one, state ?? "waiting");
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
  const now = answer?.ok ? await answer.text().catch(() => "") : "";
  isOpened = now !== "" && unopened.some(one => !now.includes(`data-unopened="${one.dataset.unopened}"`));
  if (isOpened && !isForm) location.reload();
  else await show();
}
