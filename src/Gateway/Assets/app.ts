import { createAll, ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink } from "govuk-frontend";
import { startClaim } from "./claim";
import { startPasskeys } from "./passkeys";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [ErrorSummary, ExitThisPage, NotificationBanner, ServiceNavigation, SkipLink])
  createAll(component as never);
startClaim();
startPasskeys();
