import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { ShellBridge } from "#shared/domain/bridge.ts";
import type { BridgeAnswer } from "../shell/bridge-answer.ts";
import { channels, systemLanguageSwitch } from "../shell/channels.ts";

// A MessagePort cannot cross the context bridge; a message to the window can carry it.
ipcRenderer.on(channels.enginePort, (event) => window.postMessage("engine-port", window.location.origin, event.ports));

const hearOn =
  <T>(channel: string) =>
  (hear: (value: T) => void) => {
    const listener = (_event: unknown, value: T) => hear(value);
    ipcRenderer.on(channel, listener);
    return () => void ipcRenderer.off(channel, listener);
  };

async function ask<T>(channel: string, said?: unknown): Promise<T> {
  const answer: BridgeAnswer = await ipcRenderer.invoke(channel, said);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as T;
}

const bridge: ShellBridge = {
  connectEngine: () => ipcRenderer.send(channels.connectEngine),
  onEngine: hearOn(channels.engineState),
  chooseFiles: (title) => ask(channels.chooseFiles, title),
  chooseFolder: (title) => ask(channels.chooseFolder, title),
  chooseTarget: (defaultName, extension) => ask(channels.chooseTarget, { defaultName, extension }),
  pathOf: (file) => webUtils.getPathForFile(file),
  printReport: (reportId, path) => ask(channels.printReport, { reportId, path }),
  reveal: (path) => ask(channels.reveal, path),
  systemLanguage: process.argv.find((argument) => argument.startsWith(systemLanguageSwitch))?.slice(systemLanguageSwitch.length) ?? "en",
  platform: process.platform,
  onCommand: hearOn(channels.command),
  usable: () => ipcRenderer.send(channels.usable),
};
contextBridge.exposeInMainWorld("shell", bridge);
