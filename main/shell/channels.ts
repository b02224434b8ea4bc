/** Names of what passes between the window's preload script and the shell; each is written here and nowhere else. */
export const channels = {
  connectEngine: "engine.connect",
  enginePort: "engine-port",
  engineState: "engine.state",
  command: "command",
  usable: "usable",
  chooseFiles: "choose.files",
  chooseFolder: "choose.folder",
  chooseTarget: "choose.target",
  printReport: "report.print",
  reveal: "file.reveal",
} as const;

/** How the preload script is told the system's language: a switch of the window's process. */
export const systemLanguageSwitch = "--system-language=";
