import {
  Button, createAll, ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink,
} from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink])
  createAll(component as never);
