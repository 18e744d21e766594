// The form for logging a meeting: adds up who came, keeps the record on the phone, then sends it.
import { alreadyRecorded, changedMeanwhile, discard, find, flush, keep, knownToWait, person, waiting } from "./outbox";
import type { Correction, Kept } from "./outbox";
import { sendLater, sendWaiting, stateOf } from "./offline";
import { changeUrl, textOf } from "./waiting";
import { clearErrors, showErrors, type FormError } from "./errors";
import { correctionOf } from "./log-correction";
import { fill, read, type Entry } from "./log-entry";

const quickEnough = 6_000;
const form = document.querySelector<HTMLFormElement>("form[data-log]");
const isRecord = form?.dataset.log === "record";
// Somebody else may sign in on the same tablet while the page is open.
const who = document.documentElement.dataset.who ?? "";
let last: string | undefined, isBusy = false;

export async function startLogForm() {
  if (!form) return;
  form.addEventListener("input", total);
  if (!isRecord) await compare(form);
  else if (!document.querySelector(".govuk-error-summary")) await prepare(form);
  total();
  form.addEventListener("submit", event => void submit(event));
  document.querySelector("[data-kept-again]")?.addEventListener("click", () => panel(false));
}

function total() {
  const output = form!.querySelector<HTMLElement>("[data-total]")!;
  const { body } = read(form!), unnamed = Object.values(body.unnamed ?? {}).reduce((sum, count) => sum + count, 0);
  const count = (body.present?.length ?? 0) + unnamed + (body.words?.length ?? 0);
  const say = () => {
    if (body.didNotHappen) return output.dataset.notHeld!;
    if (count === 0) return output.dataset.none!;
    return (count === 1 ? output.dataset.one! : output.dataset.many!).replace("{0}", String(count));
  };
  output.hidden = false;
  output.textContent = say();
}

// A kept page may be days old and opened many times: its days are named again, and another evening gets an ID of its
// own each time.
async function prepare(form: HTMLFormElement) {
  const another = form.querySelector<HTMLInputElement>("[name=newMeeting]");
  if (another) another.value = crypto.randomUUID();
  const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  const now = new Date(), today = london.format(now), yesterday = london.format(+now - 86_400_000);
  const kept = new Set((await waiting()).map(record => record.meeting));
  const radios = [...form.querySelectorAll<HTMLInputElement>("[name=meeting][type=radio]")];
  let choice: HTMLInputElement | undefined;
  for (const radio of radios) {
    const [id, day, time] = radio.value.split("/"), item = radio.closest<HTMLElement>(".govuk-radios__item")!;
    if (!day) continue;
    item.hidden = day > today;
    const near = item.querySelector<HTMLElement>("[data-near]")!;
    near.textContent = day === today ? near.dataset.today! : day === yesterday ? near.dataset.yesterday! : "";
    if (kept.has(id)) item.querySelector("label")!.append(` ${form.dataset.waits}`);
    else if (!item.hidden && `${day} ${time}` <= `${today} ${clock.format(now)}`) choice ??= radio;
  }
  // On a slow phone somebody may have chosen before this has run.
  if (choice && radios.every(radio => radio.checked === radio.defaultChecked)) choice.checked = true;
  const record = await find(location.hash.slice(1));
  if (record?.who !== who) return;
  fill(form, record);
  last = record.meeting;
  if (record.problem) showErrors(form, [errorOf(record)]);
}

async function submit(event: SubmitEvent) {
  event.preventDefault();
  if (isBusy) return;
  isBusy = true;
  clearErrors(form!);
  try {
    const entry = read(form!), correction = isRecord ? undefined : correctionOf(form!, entry.body);
    if (correction?.body.why === "") entry.errors.push({ field: "why", code: "form.why" });
    if (entry.errors.length > 0) {
      showErrors(form!, entry.errors.map(one => ({ field: one.field, text: textOf(one.code, "") })));
      return;
    }
    if (isRecord || correction) await send(entry, correction);
    else await leave(entry);
  } catch {
    // A browser that cannot keep anything sends the form as it is.
    form!.submit();
  } finally {
    isBusy = false;
  }
}

async function send({ meeting, title, body }: Entry, correction?: Correction) {
  if (last && last !== meeting) await discard(last);
  last = meeting;
  const group = form!.dataset.group!;
  await keep({ meeting, group, title, who, body, correction, keptAt: Date.now() });
  await Promise.race([flush(), new Promise(resolve => setTimeout(resolve, quickEnough))]);
  const record = await find(meeting);
  if (!record) return location.assign(`/meetings/${meeting}/saved`);
  if ([alreadyRecorded, changedMeanwhile].includes(record.problem?.code ?? "")) return showTheirs(record);
  if (stateOf(record) === "problem") return showErrors(form!, [errorOf(record)]);
  await knownToWait(meeting);
  await sendLater();
  void sendWaiting();
  panel(true, who === await person() ? stateOf(record) : "sign-in");
}

// Nothing differs from what is saved, so nothing has to wait.
async function leave({ meeting }: Entry) {
  await discard(meeting);
  location.assign(`/meetings/${meeting}/saved`);
}

function showTheirs(record: Kept) {
  const isHere = changeUrl(record).startsWith(`${location.pathname}#`);
  location.assign(changeUrl(record));
  if (isHere) location.reload();
}

function errorOf(record: Kept): FormError {
  const { code, text, field } = record.problem!;
  return { field: field ?? "meeting", text: textOf(code, text) };
}

// Kept on the phone: the form makes room for saying so, and comes back for a change.
function panel(isKept: boolean, state = "waiting") {
  const kept = document.querySelector<HTMLElement>("[data-kept]")!;
  kept.hidden = !isKept;
  form!.hidden = isKept;
  kept.querySelector<HTMLElement>("[data-kept-sign-in]")!.hidden = state !== "sign-in";
  kept.querySelector<HTMLElement>("[data-kept-waiting]")!.hidden = state === "sign-in";
  if (!isKept) return;
  scrollTo(0, 0);
  kept.querySelector<HTMLElement>("h2")!.focus();
}

// What waits here of a meeting that is logged already. If it does not follow on from what is saved, somebody else was
// quicker: their record is in the form, and what waits can replace it or be discarded.
async function compare(form: HTMLFormElement) {
  const control = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  // A kept page may be opened many times.
  control("correction").value = crypto.randomUUID();
  const banner = document.querySelector<HTMLElement>("[data-kept-banner]");
  const record = await find(control("meeting").value.split("/")[0]);
  if (!banner || record?.who !== who) return;
  if (record.correction?.version === control("version").value) {
    fill(form, record);
    if (record.problem) showErrors(form, [errorOf(record)]);
    return;
  }
  banner.hidden = false;
  banner.querySelector("[data-kept-fill]")!.addEventListener("click", () => { fill(form, record); total(); });
  banner.querySelector("[data-kept-discard]")!.addEventListener("click", async () => {
    await discard(record.meeting);
    banner.hidden = true;
    await sendWaiting();
  });
}
