// The list of what waits on this phone, each with what is wrong with it, and a way to change or discard it.
import { alreadyRecorded, discard, waiting, type Kept } from "./outbox";
import { sendWaiting, stateOf } from "./offline";

const list = document.querySelector<HTMLElement>("[data-waiting-list]");

// What is in the list stays in its place, with the focus and with what somebody was asked.
const drawn = new Map<string, HTMLElement>();

/** What pages say about a problem, or else what the area said. */
export function textOf(code: string, otherwise: string) {
  const texts = document.querySelector<HTMLTemplateElement>("[data-problem-texts]")?.content;
  const text = texts?.querySelector(`[data-code="${CSS.escape(code)}"]`)?.textContent;
  return text?.trim() || otherwise;
}

export function startWaiting() {
  if (!list) return;
  document.addEventListener("peernet-outbox", () => void show());
  void show();
}

async function show() {
  const all = await waiting();
  document.querySelector("[data-waiting-none]")?.toggleAttribute("hidden", all.length > 0);
  for (const [meeting, element] of drawn)
    if (all.every(record => record.meeting !== meeting)) {
      element.remove();
      drawn.delete(meeting);
    }
  for (const [place, record] of all.entries()) {
    const element = drawn.get(record.meeting) ?? item(record);
    if (list!.children[place] !== element) list!.insertBefore(element, list!.children[place] ?? null);
    drawn.set(record.meeting, element);
    describe(element, record);
  }
}

const part = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`[data-${name}]`)!;

function item(record: Kept) {
  const template = document.querySelector<HTMLTemplateElement>("[data-waiting-item]")!;
  const element = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const button = part(element, "discard");
  let isAsked = false;
  button.addEventListener("click", async () => {
    if (isAsked) {
      await discard(record.meeting);
      await sendWaiting();
    } else {
      isAsked = true;
      button.textContent = button.dataset.ask!;
    }
  });
  return element;
}

function describe(element: HTMLElement, record: Kept) {
  const state = stateOf(record);
  part(element, "title").textContent = record.title;
  for (const one of ["waiting", "not-open", "sign-in", "problem"]) part(element, one).hidden = one !== state;
  if (state === "problem")
    part(element, "problem-text").textContent = textOf(record.problem!.code, record.problem!.text);
  part(element, "change").setAttribute("href", changeUrl(record));
}

/** The form in which a record can be changed: filled in with it, or with what somebody else has saved. */
export function changeUrl(record: Kept) {
  if (record.sheet) return record.sheet;
  return record.correction || record.problem?.code === alreadyRecorded
    ? `/meetings/${record.meeting}/log#kept`
    : `/groups/${record.group}/log#${record.meeting}`;
}
