// The phone's side of working without a signal: the service worker, the pages to keep, and the line about what waits.
import { discard, flush, isPerson, notOpenYet, person, sentLately, signInNeeded, waiting, type Kept } from "./outbox";
import { isOfTables, keepTables, type Keep } from "./kept-tables";
import { momentOf } from "./times";

const pages = "pages", soon = 120_000, maxPages = 20;
const firstTry = 20_000, lastTry = 300_000;
let trying: ReturnType<typeof setTimeout> | undefined, nextTry = firstTry;

/** Starts everything; a browser that cannot store anything works as without JavaScript. */
export async function startOffline() {
  showAge();
  await showWaiting();
  addEventListener("online", () => void sendWaiting());
  document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(trying) : void sendWaiting());
  // Whoever sees the page of a saved meeting needs the copy on this phone no more.
  const saved = document.querySelector<HTMLElement>("[data-saved-meeting]")?.dataset.savedMeeting;
  if (saved) await discard(saved);
  void sendWaiting();
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/service-worker.js");
  await navigator.serviceWorker.ready;
  void keepPages();
  addEventListener("online", () => void keepPages());
}

/** Sends what waits, and says so. */
export async function sendWaiting() {
  nextTry = firstTry;
  await tryToSend();
}

// Nothing tells a phone that a question was opened, so a page that is seen tries again by itself, less and less often.
async function tryToSend() {
  clearTimeout(trying);
  await flush();
  const states = await showWaiting();
  clearTimeout(trying);
  if (states.includes("not-open") && !document.hidden) {
    trying = setTimeout(() => void tryToSend(), nextTry);
    nextTry = Math.min(2 * nextTry, lastTry);
  }
  document.dispatchEvent(new Event("peernet-outbox"));
}

/** Asks the browser to wake the worker when the network is back, where it can. */
export async function sendLater() {
  const worker = await navigator.serviceWorker?.getRegistration();
  await (worker as any)?.sync?.register("outbox").catch(() => undefined);
}

/** What a person is told about a record. */
export type State = "problem" | "sign-in" | "waiting" | "not-open";

export function stateOf({ problem }: Kept): State {
  if (!problem) return "waiting";
  if (problem.code === notOpenYet) return "not-open";
  return problem.code === signInNeeded ? "sign-in" : "problem";
}

/** Learns whose phone this is now; what was kept for somebody else to read is forgotten. */
export async function knowPerson() {
  const here = document.documentElement.dataset.who ?? "";
  if (!here || here === await person()) return;
  await caches?.delete(pages);
  await isPerson(here);
}

// With little or no signal the worker shows a page as it was kept.
function showAge() {
  const { made } = document.documentElement.dataset, line = document.querySelector<HTMLElement>("[data-age]");
  if (!made || !line || Date.now() - Date.parse(made) < soon) return;
  line.hidden = false;
  const text = line.querySelector<HTMLElement>("[data-age-text]")!;
  text.textContent = text.dataset.ageText!.replace("{0}", momentOf(new Date(made)));
}

async function showWaiting() {
  const line = document.querySelector<HTMLElement>("[data-outbox]");
  const all = await waiting(), states = all.map(stateOf);
  for (const warning of document.querySelectorAll("[data-warn-waiting]"))
    warning.toggleAttribute("hidden", all.length === 0);
  if (!line) return states;
  const state = (["problem", "sign-in", "waiting", "not-open"] as const).find(one => states.includes(one));
  const { sent, hasCounts } = await sentLately();
  const [what, number, any] = all.length > 0
    ? [state, all.length, all.some(record => record.sheet)] as const
    : ["sent", sent, hasCounts] as const;
  line.hidden = number === 0;
  if (line.hidden) return states;
  const say = line.querySelector<HTMLElement>("[data-outbox-text]")!;
  const template = line.getAttribute(`data-${any ? "any-" : ""}${what}-${number === 1 ? "one" : "many"}`) ?? "";
  const says = template.replace("{0}", String(number));
  // What is said again is read out again.
  if (say.textContent !== says) say.textContent = says;
  line.querySelector("a")!.hidden = all.length === 0;
  return states;
}

// The pages that are needed in a hall without a signal, fetched while there is one: for a lead whatever /home links to,
// for whoever holds the paper of a table its forms.
async function keepPages() {
  const path = location.pathname, cache = await caches.open(pages), assets = new Set<string>();
  const keep: Keep = async url => {
    const response = await fetch(url).catch(() => undefined);
    if (!response) return undefined;
    if (!response.ok || response.redirected || !response.headers.has("X-Keep-Offline")) return null;
    await cache.put(url, response.clone());
    const text = await response.text();
    for (const [, asset] of text.matchAll(/"(\/assets\/[^"]+)"/g)) assets.add(asset);
    return text;
  };
  await (isOfTables(path) ? keepTables(keep, cache) : keepLogs(keep, cache));
  // The worker keeps what it passes on.
  for (const asset of assets) await fetch(asset).catch(() => undefined);
}

async function keepLogs(keep: Keep, cache: Cache) {
  const path = location.pathname, wanted: string[] = [];
  const linked = (to: string) =>
    [...new Set([...document.querySelectorAll<HTMLAnchorElement>(`main a[href${to}]`)].map(link => link.pathname))];
  // Those of the groups first: on them every meeting can be logged.
  if (path === "/home") wanted.push(path, ...linked('$="/log"').sort());
  else if (path.endsWith("/log") && !await cache.match(path)) wanted.push(path);
  for (const url of wanted) {
    if (wanted.indexOf(url) === maxPages) break;
    const text = await keep(url);
    if (text === undefined) return;
    // What was logged last in each group is what somebody may want to correct.
    const [, logged] = text?.match(/href="(\/meetings\/[^"/]+\/log)"/) ?? [];
    if (url.startsWith("/groups/") && logged && !wanted.includes(logged)) wanted.push(logged);
  }
  if (path !== "/home") return;
  for (const request of await cache.keys()) {
    const kept = new URL(request.url).pathname;
    if (!kept.startsWith("/tables") && !wanted.includes(kept)) await cache.delete(request);
  }
}
