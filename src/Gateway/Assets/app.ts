import { createAll, ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink } from "govuk-frontend";
import { startLogForm } from "./log-form";
import { knowPerson, startOffline } from "./offline";
import { startWaiting } from "./waiting";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink])
  createAll(component as never);

// A browser that cannot store anything works as without JavaScript.
void knowPerson().then(() => {
  void startLogForm();
  startWaiting();
  void startOffline();
}, () => undefined);
