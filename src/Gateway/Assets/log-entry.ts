// Between the form for logging a meeting and the JSON of the API, in both directions.
import type { Kept } from "./outbox";

export interface Body {
  groupId: string; heldOn: string; startsAt: string;
  present?: string[]; absent?: string[]; unnamed?: Record<string, number>; words?: string[];
  notes?: string; didNotHappen?: { reason: string };
}

/** What is filled in; an error names its field and the code of its text. */
export interface Entry { meeting: string; title: string; body: Body & Record<string, unknown>; errors: Wrong[] }

export interface Wrong { field: string; code: string }

export const kinds = ["newcomers", "visitors", "carers", "children"];
const maxUnnamed = 1_000;

export function read(form: HTMLFormElement): Entry {
  const data = new FormData(form), text = (name: string) => String(data.get(name) ?? "").trim();
  const all = (name: string) => data.getAll(name).map(String);
  const isAnother = text("meeting") === "another";
  const [meeting, heldOn, startsAt] = isAnother ? another(form, text) : text("meeting").split("/");
  const errors: Wrong[] = [];
  if (!heldOn) errors.push({ field: isAnother ? "heldOn" : "meeting", code: "form.day" });
  else if (!startsAt) errors.push({ field: "startsAt", code: "form.time" });
  const body: Body = { groupId: form.dataset.group!, heldOn, startsAt };
  if (text("notes")) body.notes = text("notes");
  if (text("met") === "no") {
    body.didNotHappen = { reason: text("didNotHappen.reason") || "other" };
  } else {
    body.present = all("present");
    body.absent = all("marked").filter(one => !body.present!.includes(one));
    body.words = text("words").split("\n").map(word => word.trim()).filter(word => word);
    body.unnamed = {};
    for (const kind of kinds) {
      const field = `unnamed.${kind}`, typed = text(field);
      if (!/^\d*$/.test(typed) || Number(typed) > maxUnnamed) errors.push({ field, code: "meeting.count" });
      else if (typed) body.unnamed[kind] = Number(typed);
    }
  }
  return { meeting, title: `${form.dataset.groupName}: ${dayOf(form, heldOn)}`, body: { ...body }, errors };
}

// A day and time at which a meeting was planned means that meeting, whether or not it is among the choices.
function another(form: HTMLFormElement, text: (name: string) => string) {
  const heldOn = text("heldOn"), startsAt = text("startsAt");
  // A kept page may be older than this script.
  const planned = form.querySelector<HTMLElement>("[data-planned]")?.dataset.planned?.split(" ");
  const found = planned?.find(one => one.endsWith(`/${heldOn}/${startsAt}`));
  return found ? found.split("/") : [text("newMeeting"), heldOn, startsAt];
}

/** Fills the form in with what waits on the phone. */
export function fill(form: HTMLFormElement, { meeting, body, correction }: Kept) {
  const record = body as unknown as Body;
  const set = (name: string, value: string) => {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList || control instanceof HTMLInputElement
      || control instanceof HTMLTextAreaElement) control.value = value;
  };
  const choice = `${meeting}/${record.heldOn}/${record.startsAt}`;
  if (form.querySelector("[name=meeting][type=radio]")) {
    const isListed = form.querySelector(`[name=meeting][value="${choice}"]`);
    set("meeting", isListed ? choice : "another");
    if (!isListed) set("newMeeting", meeting);
    set("heldOn", record.heldOn);
    set("startsAt", record.startsAt);
  }
  set("met", record.didNotHappen ? "no" : "yes");
  set("didNotHappen.reason", record.didNotHappen?.reason ?? "");
  set("notes", record.notes ?? "");
  set("why", String(correction?.body.why ?? ""));
  set("words", (record.words ?? []).join("\n"));
  for (const kind of kinds) set(`unnamed.${kind}`, String(record.unnamed?.[kind] ?? ""));
  for (const box of form.querySelectorAll<HTMLInputElement>("[name=present]"))
    box.checked = record.present?.includes(box.value) ?? false;
}

function dayOf(form: HTMLFormElement, day: string) {
  const at = Date.parse(`${day}T12:00Z`);
  if (Number.isNaN(at)) return day;
  const spoken = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, spoken).format(at);
}
