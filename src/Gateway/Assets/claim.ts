// The code of somebody who scanned a slip is after the #, which browsers never send. It goes from there into the form.
const field = document.querySelector<HTMLInputElement>("form input[name='code'].pn-code");
const code = location.hash.slice(1);
// Whoever scans the paper of a table brings its right, and needs to type nothing. A phone that has the pages of that
// table shows them if the area knows it, or if there is no signal. If a code was taken back, the new one is sent.
const right = document.querySelector<HTMLInputElement>("form input[name='right']");
if (right && code.length > 12) {
  right.value = code;
  history.replaceState(null, "", location.pathname);
  const table = `/tables/${code.split(".")[1]}`;
  void isHere(table).then(isIt => isIt ? location.replace(table) : right.form!.requestSubmit());
}

async function isHere(table: string) {
  if (!await window.caches?.match(table, { ignoreVary: true })) return false;
  const answer = await fetch(table, { redirect: "manual", signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
  return answer?.type !== "opaqueredirect";
}

if (field && /^([0-9A-Z]{8}|[0-9A-Z]{12})$/.test(code)) {
  field.value = code.replace(/(.{4})(?=.)/g, "$1 ");
  history.replaceState(null, "", location.pathname);
}
