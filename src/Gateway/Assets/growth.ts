// Keeps the figures on the page up to date while somebody looks at it, until they say that it should stay still.
import { timeOf } from "./times";

const figures = document.querySelector<HTMLElement>("[data-live]");
const line = document.querySelector<HTMLElement>("[data-live-line]");
const parts = ["[data-live-words]", "svg", "tbody"];
let events: EventSource | undefined, isPaused = false, isBusy = false, missed = "";

if (figures && line) {
  line.hidden = false;
  button().addEventListener("click", () => pause(!isPaused));
  // A page that nobody looks at asks for nothing.
  document.addEventListener("visibilitychange", follow);
  pause(false);
}

function button() { return line!.querySelector<HTMLButtonElement>("button")!; }

function pause(value: boolean) {
  isPaused = value;
  const state = isPaused ? "paused" : "following";
  line!.querySelector("[data-live-state]")!.textContent = line!.getAttribute(`data-${state}`);
  button().textContent = button().getAttribute(`data-${state}`);
  follow();
}

function follow() {
  events?.close();
  events = undefined;
  if (isPaused || document.hidden) return;
  events = new EventSource(figures!.dataset.live!);
  events.onmessage = event => void refresh(event.lastEventId);
  // An area that refuses to go on is not asked again until somebody says so; a lost connection comes back by itself.
  events.onerror = () => { if (events?.readyState === EventSource.CLOSED) pause(true); };
}

// The server puts figures into words and pictures, so the page is fetched again, and what differs is replaced.
async function refresh(id: string) {
  if (id === figures!.dataset.liveId) return;
  if (isBusy) {
    missed = id;
    return;
  }
  isBusy = true;
  try {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector<HTMLElement>("[data-live]");
    if (!response.ok || !fresh || isPaused) return;
    show(fresh);
  } catch {
    // Without a signal the figures stay as they are; the next event tries again.
  } finally {
    isBusy = false;
  }
  // What came while the page was fetched may have been the last.
  if (missed) {
    const next = missed;
    missed = "";
    await refresh(next);
  }
}

// Only words and pictures are replaced, so that what somebody has opened stays open.
function show(fresh: HTMLElement) {
  const find = (of: HTMLElement) => [...of.querySelectorAll(parts.join())];
  const old = find(figures!), now = find(fresh);
  if (old.length === now.length) old.forEach((part, place) => {
    if (part.innerHTML !== now[place].innerHTML) part.innerHTML = now[place].innerHTML;
  });
  else figures!.innerHTML = fresh.innerHTML;
  figures!.dataset.liveId = fresh.dataset.liveId;
  say();
}

// Read out at most once a minute, because the same text twice is no news.
function say() {
  const said = line!.querySelector<HTMLElement>("[data-live-said]")!;
  const text = said.dataset.liveSaid!.replace("{0}", timeOf(new Date()));
  if (said.textContent !== text) said.textContent = text;
}
