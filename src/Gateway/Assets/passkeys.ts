// Asks the device for a passkey and sends it with the form. Everything else, also what is checked, is the server's.
function start() {
  const form = document.querySelector<HTMLFormElement>("form[data-passkey]");
  if (!form || !window.PublicKeyCredential || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) return;
  show("[data-passkey-missing]", false);
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    void ask(form).then(
      credential => {
        form.querySelector<HTMLInputElement>("[name='credential']")!.value = JSON.stringify(credential);
        form.submit();
      },
      () => show("[data-passkey-failed]", true));
  });
}

function ask(form: HTMLFormElement) {
  const options = JSON.parse(form.dataset.options!);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

function show(selector: string, isShown: boolean) {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) element.hidden = !isShown;
}

start();
