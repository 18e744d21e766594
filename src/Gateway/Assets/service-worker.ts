// Shows kept pages when there is no signal, and sends what waits when the signal is back.
/// <reference lib="webworker" />
import { flush } from "./outbox";

declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;

const files = `files-${VERSION}`, pages = "pages";
const always = ["/offline", "/waiting", "/help-now"];
const patience = 4_000;
const leaving = /^\/(sign-in|sign-out|be|claim\/yes|me\/erase|me\/sessions\/end)(\/|$)/;

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && request.mode === "navigate") event.respondWith(page(event, request));
  else if (request.method === "GET" && url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  // Whoever signs in next sees nothing of whoever was here before, nor of whoever has signed out everywhere or was
  // erased: not every browser clears everything when it is told to.
  else if (request.mode === "navigate" && leaving.test(url.pathname))
    event.waitUntil(caches.delete(pages));
});

self.addEventListener("sync", event => {
  const { tag, waitUntil } = event as unknown as { tag: string, waitUntil: (work: Promise<void>) => void };
  if (tag === "outbox") waitUntil.call(event, flush());
});

async function install() {
  const cache = await caches.open(files);
  for (const path of always) {
    // As a stranger sees them, so that they say nothing of anybody.
    const response = await fetch(path, { credentials: "omit", cache: "no-cache" });
    if (!response.ok) throw new Error(path);
    const found = (await response.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g);
    await cache.put(path, response);
    for (const [, url] of found) if (!await cache.match(url)) await cache.add(url);
  }
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name !== files && name !== pages) await caches.delete(name);
  await self.clients.claim();
}

// Fresh if the network is quick enough, and else the kept page: one bar of signal is worse than none.
async function page(event: FetchEvent, request: Request) {
  const path = new URL(request.url).pathname, copy = await kept(path);
  const fresh = fetch(request).then(async response => {
    if (response.ok && response.headers.has("X-Keep-Offline"))
      await (await caches.open(pages)).put(path, response.clone());
    // Whoever's code no longer works is led away.
    else if (response.type === "opaqueredirect" && path.startsWith("/tables/"))
      await (await caches.open(pages)).delete(path, { ignoreVary: true });
    return response.status >= 500 && copy ? copy.clone() : response;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise<Response>(resolve => { if (copy) setTimeout(() => resolve(copy.clone()), patience); });
  return Promise.race([fresh, late]).catch(async () => copy ?? await kept("/offline") ?? Response.error());
}

const kept = async (path: string) =>
  await (await caches.open(pages)).match(path, { ignoreSearch: true, ignoreVary: true })
  ?? await (await caches.open(files)).match(path, { ignoreVary: true });

// The address of an asset changes with its content.
async function asset(request: Request) {
  const cache = await caches.open(files), copy = await cache.match(request, { ignoreVary: true });
  if (copy) return copy;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
