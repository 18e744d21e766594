// The code of somebody who scanned a slip is after the #, which browsers never send. It goes from there into the form.
const field = document.querySelector<HTMLInputElement>("form input[name='code'].pn-code");
const code = location.hash.slice(1);
// Whoever scans the paper of a table brings its right, and needs to type nothing. A phone that has the pages of that
// table shows them: it need not have a signal.
const right = document.querySelector<HTMLInputElement>("form input[name='right']");
if (right && code.length > 12) {
  right.value = code;
  history.replaceState(null, "", location.pathname);
  const table = `/tables/${code.split(".")[1]}`;
  void Promise.resolve(window.caches?.match(table, { ignoreVary: true })).then(kept =>
    kept ? location.replace(table) : right.form!.requestSubmit());
}

if (field && /^([0-9A-Z]{8}|[0-9A-Z]{12})$/.test(code)) {
  field.value = code.replace(/(.{4})(?=.)/g, "$1 ");
  history.replaceState(null, "", location.pathname);
}
