// What keeps meetings, counts and pages on a phone, for whoever is signed in or holds a table's paper: visitors do not
// have to wait for it.
import { startAtTable } from "./at-table";
import { startCountForm } from "./count-form";
import { startLogForm } from "./log-form";
import { knowPerson, startOffline } from "./offline";
import { startWaiting } from "./waiting";

// A browser that cannot store anything works as without JavaScript.
void knowPerson().then(() => {
  void startLogForm();
  void startAtTable();
  startWaiting();
  // What somebody is about to change is not sent.
  void startCountForm().finally(() => void startOffline());
}, () => undefined);
