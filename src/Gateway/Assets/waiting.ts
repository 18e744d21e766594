// The list of what waits on this phone, each with what is wrong with it, and a way to change or discard it.
import { alreadyRecorded, discard, waiting, type Kept } from "./outbox";
import { sendWaiting, stateOf } from "./offline";

const list = document.querySelector<HTMLElement>("[data-waiting-list]");

// The list is drawn again whenever something was sent; whoever was asked stays asked.
const asked = new Set<string>();

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
  list!.replaceChildren(...all.map(item));
}

function item(record: Kept) {
  const template = document.querySelector<HTMLTemplateElement>("[data-waiting-item]")!;
  const element = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-${name}]`)!;
  const state = stateOf(record);
  part("title").textContent = record.title;
  for (const one of ["waiting", "not-open", "sign-in", "problem"]) part(one).hidden = one !== state;
  if (state === "problem") part("problem-text").textContent = textOf(record.problem!.code, record.problem!.text);
  part("change").setAttribute("href", changeUrl(record));
  const button = part("discard");
  const ask = () => (button.textContent = button.dataset.ask!);
  if (asked.has(record.meeting)) ask();
  button.addEventListener("click", async () => {
    if (asked.has(record.meeting)) {
      await discard(record.meeting);
      await sendWaiting();
    } else {
      asked.add(record.meeting);
      ask();
    }
  });
  return element;
}

/** The form in which a record can be changed: filled in with it, or with what somebody else has saved. */
export function changeUrl(record: Kept) {
  if (record.sheet) return record.sheet;
  return record.correction || record.problem?.code === alreadyRecorded
    ? `/meetings/${record.meeting}/log#kept`
    : `/groups/${record.group}/log#${record.meeting}`;
}
