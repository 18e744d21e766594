// Keeps the screen of a room up to date while it is seen, until somebody says that it should stay still.
const line = document.querySelector<HTMLElement>("[data-screen-line]");
const interval = Number(line?.dataset.every) * 1_000, timeout = 20_000;
let timer: ReturnType<typeof setTimeout> | undefined, isFollowing = true, turn = 0, missed = 0;

if (line) {
  line.hidden = false;
  button().addEventListener("click", () => follow(!isFollowing));
  // A screen that nobody sees asks for nothing.
  document.addEventListener("visibilitychange", () => void look());
  timer = setTimeout(() => void look(), interval);
}

function button() { return line!.querySelector<HTMLButtonElement>("button")!; }

function follow(value: boolean) {
  isFollowing = value;
  button().textContent = button().getAttribute(isFollowing ? "data-following" : "data-still");
  void look();
}

async function look() {
  const mine = ++turn;
  clearTimeout(timer);
  if (!isFollowing || line!.hidden || document.hidden) return;
  const fresh = await read().catch(() => undefined);
  // Meanwhile somebody may have stopped it.
  if (mine !== turn) return;
  missed = fresh && show(fresh) ? 0 : missed + 1;
  // A screen that stands still must not look as if it followed.
  line!.querySelector<HTMLElement>("[data-screen-lost]")!.hidden = missed < 2;
  if (!line!.hidden) timer = setTimeout(() => void look(), interval);
}

// The server puts what came of a question into words, so the page is fetched again. Somebody who is not signed in any
// more gets another page, and without a signal there is none: then the screen stays as it is.
async function read() {
  const response = await fetch(location.href, { signal: AbortSignal.timeout(timeout) });
  if (!response.ok) return undefined;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function show(page: Document) {
  const shown = document.querySelector("[data-screen]"), fresh = page.querySelector("[data-screen]");
  if (!shown || !fresh) return false;
  // A new number is put into the old status, or nobody who listens to the page would hear it.
  const status = shown.querySelector("[role=status]"), news = fresh.querySelector("[role=status]");
  if (status && news && status.textContent !== news.textContent) status.textContent = news.textContent;
  // What is the same is left alone, so that nobody hears it again.
  if (shown.innerHTML !== fresh.innerHTML) replace(shown, fresh);
  // Once the gathering is over, there is nothing more to follow.
  line!.hidden = !page.querySelector("[data-screen-line]");
  return true;
}

// Whoever has moved to a link with the keyboard stays on it.
function replace(shown: Element, fresh: Element) {
  const link = shown.contains(document.activeElement) ? document.activeElement!.getAttribute("href") : null;
  shown.innerHTML = fresh.innerHTML;
  if (link) [...shown.querySelectorAll("a")].find(one => one.getAttribute("href") === link)?.focus();
}
