// The form for what a table has counted: keeps it on the phone, then sends it.
import { discard, find, flush, hold, keep, knownToWait, waiting, type Kept, type Problem } from "./outbox";
import { sendLater, sendWaiting, stateOf, type State } from "./offline";
import { textOf } from "./waiting";
import { clearErrors, showErrors } from "./errors";
import { sayWhy, table } from "./at-table";

const quickEnough = 6_000, maxEarlier = 10, maxReplaced = 20;
const form = document.querySelector<HTMLFormElement>("form[data-count]");
const numbers = () => [...form!.querySelectorAll<HTMLInputElement>("input[inputmode=numeric]")];
const isBox = (one: HTMLInputElement) => one.name.startsWith("counts");
const recount = () => form!.querySelector<HTMLInputElement>("[name=isRecount]");
const tallies = () => form!.dataset.tallies!.split(" ").filter(id => id);
// Of some questions most boxes are empty.
const valueOf = (one: HTMLInputElement) => one.value.trim() || (isBox(one) && form!.dataset.empty) || "";
const control = (name: string) =>
  form!.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null;
let last: Kept | undefined, isBusy = false, letGo: (() => void) | undefined;

export async function startCountForm() {
  if (!form) return;
  // A kept page may be opened many times, and each time it is another entry.
  control("id")!.value = crypto.randomUUID();
  last = (await waiting()).find(record => record.sheet === location.pathname);
  if (last) fill(last);
  holdLast();
  document.addEventListener("visibilitychange", holdLast);
  form.addEventListener("submit", event => void submit(event));
  form.dataset.listens = "";
  document.querySelector("[data-kept-again]")?.addEventListener("click", () => panel(false));
}

async function submit(event: SubmitEvent) {
  event.preventDefault();
  if (isBusy) return;
  isBusy = true;
  clearErrors(form!);
  try {
    const wrong = numbers().filter(one => !/^\d{1,4}$/.test(valueOf(one)));
    if (wrong.length > 0) showErrors(form!, wrong.map(({ name }) => ({ field: name, text: textOf(name, "") })));
    else await send();
  } catch {
    // A browser that cannot keep anything sends the form as it is.
    form!.submit();
  } finally {
    isBusy = false;
  }
}

async function send() {
  if (last) await discard(last.meeting);
  last = entry();
  control("id")!.value = crypto.randomUUID();
  await keep(last);
  await Promise.race([flush(), new Promise(resolve => setTimeout(resolve, quickEnough))]);
  const record = await find(last.meeting);
  if (!record) return location.assign(`${table}?entered=${location.pathname.split("/").pop()}`);
  if (stateOf(record) === "problem")
    return showErrors(form!, [errorOf(record.problem!)]);
  await knownToWait(last.meeting);
  await sendLater();
  void sendWaiting();
  panel(true, stateOf(record));
}

function entry(): Kept {
  const number = (name: string) => Number(control(name)!.value);
  const isRecount = recount()?.checked;
  const earlier = last ? [...last.earlier ?? [], last.meeting].slice(-maxEarlier) : [];
  const body = {
    tableId: form!.dataset.count,
    present: number("present"),
    tookPart: number("tookPart"),
    counts: numbers().filter(isBox).map(one => Number(valueOf(one))),
    conditions: (control("conditions")?.value ?? "").split("\n").map(line => line.trim()).filter(line => line),
    // Whatever this phone has kept of the sheet before may have been sent meanwhile, or may be on its way.
    replaces: [...new Set([...isRecount ? tallies() : [], ...earlier])].slice(-maxReplaced),
  };
  const title = form!.dataset.title!, meeting = control("id")!.value;
  return { meeting, group: "", title, who: "", sheet: location.pathname, earlier, body, keptAt: Date.now() };
}

// What still waits of this sheet is changed and not sent beside it.
function fill(record: Kept) {
  const kept = record.body as {
    present: number; tookPart: number; counts: number[]; conditions: string[]; replaces: string[];
  };
  control("present")!.value = String(kept.present);
  control("tookPart")!.value = String(kept.tookPart);
  numbers().filter(isBox).forEach((box, place) => (box.value = String(kept.counts[place] ?? "")));
  const conditions = control("conditions");
  if (conditions) conditions.value = kept.conditions.join("\n");
  if (tallies().some(id => kept.replaces.includes(id))) recount()!.checked = true;
  if (stateOf(record) === "problem") showErrors(form!, [errorOf(record.problem!)]);
}

const errorOf = ({ code, text, field }: Problem) => ({ field: field ?? "present", text: textOf(code, text) });

// What somebody is changing is not sent. A page that nobody sees is left as it is, perhaps for ever.
function holdLast() {
  letGo?.();
  letGo = last && !form!.hidden && !document.hidden ? hold(last.meeting) : undefined;
}

// Kept on the phone: the form makes room for saying so, and comes back for a change.
function panel(isKept: boolean, state: State = "waiting") {
  const kept = document.querySelector<HTMLElement>("[data-kept]")!;
  sayWhy(kept, state);
  kept.hidden = !isKept;
  form!.hidden = isKept;
  holdLast();
  if (!isKept) return;
  scrollTo(0, 0);
  kept.querySelector<HTMLElement>("h2")!.focus();
}
