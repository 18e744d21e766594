// What keeps meetings and pages on a phone, for people who are signed in: visitors do not have to wait for it.
import { startLogForm } from "./log-form";
import { knowPerson, startOffline } from "./offline";
import { startWaiting } from "./waiting";

// A browser that cannot store anything works as without JavaScript.
void knowPerson().then(() => {
  void startLogForm();
  startWaiting();
  void startOffline();
}, () => undefined);
