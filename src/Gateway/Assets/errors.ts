// Shows what is wrong with a form as the server does: a summary at the top, and a message at each control.
export interface FormError { field: string; text: string }

const wrong = "govuk-form-group--error";

const idOf = (field: string) => field.replaceAll(/[.[\]]+/g, "-");

export function showErrors(form: HTMLFormElement, errors: FormError[]) {
  clearErrors(form);
  const template = document.querySelector<HTMLTemplateElement>("[data-error-summary]")!;
  const summary = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
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
  summary.tabIndex = -1;
  summary.focus();
}

export function clearErrors(form: HTMLFormElement) {
  document.querySelector(".govuk-error-summary")?.remove();
  for (const message of form.querySelectorAll(".govuk-error-message")) message.remove();
  for (const group of form.querySelectorAll(`.${wrong}`)) group.classList.remove(wrong);
}

function mark(control: HTMLElement, text: string) {
  const group = control.closest(".govuk-form-group"), message = document.createElement("p");
  message.className = "govuk-error-message";
  message.id = `${control.id}-error`;
  message.textContent = text;
  group?.classList.add(wrong);
  const before = control.closest(".govuk-radios, .govuk-checkboxes") ?? control;
  before.before(message);
  control.setAttribute("aria-describedby", message.id);
}
