// Shows what is wrong with a form as the server does: in the title, in a summary at the top, and at each control.
export interface FormError { field: string; text: string }

const wrong = "govuk-form-group--error", kinds = ["input", "select", "textarea"];

// As the server does.
const idOf = (field: string) => field.replaceAll(/[.[\]]+/g, "-").replace(/-+$/, "");
const template = () => document.querySelector<HTMLTemplateElement>("[data-error-summary]")!;

export function showErrors(form: HTMLFormElement, errors: FormError[]) {
  clearErrors(form);
  const summary = template().content.firstElementChild!.cloneNode(true) as HTMLElement;
  for (const { field, text } of errors) {
    const first = form.querySelector<HTMLElement>("input:not([type=hidden])")!;
    const control = document.getElementById(idOf(field)) ?? first;
    const link = Object.assign(document.createElement("a"), { href: `#${control.id}`, textContent: text });
    const line = document.createElement("li");
    line.append(link);
    summary.querySelector("ul")!.append(line);
    mark(control, text);
  }
  document.getElementById("main")!.prepend(summary);
  document.title = template().dataset.title + document.title;
  summary.tabIndex = -1;
  summary.focus();
}

export function clearErrors(form: HTMLFormElement) {
  document.querySelector(".govuk-error-summary")?.remove();
  const prefix = template().dataset.title!;
  if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
  for (const message of form.querySelectorAll(".govuk-error-message")) {
    for (const one of form.querySelectorAll(`[aria-describedby~="${message.id}"]`)) describe(one, message.id, false);
    message.remove();
  }
  for (const group of form.querySelectorAll(`.${wrong}`)) group.classList.remove(wrong);
  for (const kind of kinds.map(one => `govuk-${one}--error`))
    for (const control of form.querySelectorAll(`.${kind}`)) control.classList.remove(kind);
}

function mark(control: HTMLElement, text: string) {
  const message = document.createElement("p"), hidden = document.createElement("span");
  message.className = "govuk-error-message";
  message.id = `${control.id}-error`;
  hidden.className = "govuk-visually-hidden";
  hidden.textContent = template().dataset.error!;
  message.append(hidden, ` ${text}`);
  control.closest(".govuk-form-group")?.classList.add(wrong);
  for (const kind of kinds) if (control.matches(`.govuk-${kind}`)) control.classList.add(`govuk-${kind}--error`);
  // What is wrong with a choice is said once for all of it.
  const isChoice = control.matches("[type=radio], [type=checkbox]");
  const choices = isChoice ? control.closest(".govuk-radios, .govuk-checkboxes") : null;
  (choices ?? control).before(message);
  describe(choices?.closest("fieldset") ?? control, message.id, true);
}

function describe(control: Element, id: string, isAdded: boolean) {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(one => one && one !== id);
  if (isAdded) ids.push(id);
  control.setAttribute("aria-describedby", ids.join(" "));
  if (ids.length === 0) control.removeAttribute("aria-describedby");
}
