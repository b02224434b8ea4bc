import { app, type Session } from "electron";

/** Switches that stop what Chromium does by itself on the network. */
const quiet = [
  "disable-background-networking",
  "disable-component-update",
  "disable-domain-reliability",
  "disable-sync",
  "no-default-browser-check",
  "no-pings",
  "metrics-recording-only",
];

/** Before the app is ready: no name is ever resolved, no proxy asked, nothing fetched in the background. */
export function lockNetworkEarly(): void {
  for (const name of quiet) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("proxy-server", "direct://");
}

/** As soon as the app is ready: a session loads `app:` and what is in memory, and nothing else. */
export function lockNetwork(session: Session): void {
  // An empty list, because switching the checker off alone still downloads its dictionary.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  const allowed = app.isPackaged ? /^(app|data|blob):/ : /^(app|data|blob|devtools):/;
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !allowed.test(request.url) }));
}
