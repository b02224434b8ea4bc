import { app, type BrowserWindow, dialog, session } from "electron";
import type { EngineClient } from "#shared/contract/contract.ts";
import { problem, toProblem } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import { shell } from "#shared/language/shell.ts";
import type { ShellArguments } from "./arguments.ts";
import { askRestart } from "./ask-restart.ts";
import { serveBridge } from "./bridge.ts";
import { channels } from "./channels.ts";
import { answerDesk } from "./desk.ts";
import type { Development } from "./development.ts";
import { EngineHost } from "./engine-host.ts";
import { refusePermissions } from "./hardening.ts";
import { Look } from "./look.ts";
import { lockNetwork } from "./network-lock.ts";
import { onPrintShelf, printToFile } from "./printing.ts";
import { sayReady } from "./say-ready.ts";
import { startEngine } from "./start-engine.ts";
import { openWindow } from "./window.ts";

export interface RunWindowOptions {
  asked: Development;
  start: ShellArguments;
  /** The program was started once more while it runs. */
  again(hear: (given: ShellArguments) => void): void;
  /** Folder of the built main files, path of the preload script, folder of the built pages. */
  main: string;
  preload: string;
  pages: string;
}

/** The program with its window, from start to end: window, engine and system meet here. */
export async function runWindow({ asked, start, again, main, preload, pages }: RunWindowOptions): Promise<void> {
  const marks: Record<string, number> = {};
  const mark = (name: string) => {
    marks[name] = Date.now();
  };
  mark("shellAt");
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  mark("appReadyAt");
  lockNetwork(session.defaultSession);
  refusePermissions(session.defaultSession);

  let window: BrowserWindow | undefined;
  const pageOf = () => (window && !window.isDestroyed() ? window.webContents : undefined);
  const look = new Look((command) => pageOf()?.send(channels.command, command));
  const host = new EngineHost({
    start: (project) => startEngine(main, project, asked),
    lost: () => pageOf()?.send(channels.engineState, "lost"),
    back() {
      connect();
      pageOf()?.send(channels.engineState, "back");
    },
    async givenUp() {
      if ((await askRestart(window, look.language)) === "restart") host.restart();
      else app.quit();
    },
    event: (topic, value) => void (topic === "settings" && look.follow(value)),
  });
  const connect = () => {
    const page = pageOf();
    const port = page && host.port();
    if (port) page.postMessage(channels.enginePort, null, [port]);
  };
  const engine = (): EngineClient => {
    if (!host.ask)
      throw problem("engine.lost", "The engine stopped and is being restarted. Nothing that was saved is lost; please try again.");
    return host.ask;
  };
  const reportHtml = async (reportId: string) => (await engine().report.html({ reportId })).html;

  session.defaultSession.protocol.handle("app", ({ url }) =>
    answerDesk(url, { folder: pages, report: async (id) => onPrintShelf.get(id) ?? (await reportHtml(id)) }),
  );
  window = openWindow({ preload, systemLanguage: look.systemLanguage, asked });
  window.webContents.once("did-finish-load", () => mark("pageLoadedAt"));

  let usable = false;
  let early: string[] = [];
  /** The window hears nothing before it is usable. */
  const importFiles = (files: readonly string[]) => {
    if (usable) pageOf()?.send(channels.command, ["import.files", ...files].join("\n"));
    else early.push(...files);
  };
  const openProject = async (folder: string) => {
    try {
      await engine().project.open({ folder });
    } catch (error) {
      const detail = sayCoded(look.language, toProblem(error));
      console.error(`The project ${folder} could not be opened: ${detail}`);
      await dialog.showMessageBox({ type: "warning", message: shell["shell.project.refused"][look.language], detail });
    }
  };
  const act = async ({ project, files }: ShellArguments) => {
    if (project !== null) await openProject(project);
    if (files.length > 0) importFiles(files);
  };
  serveBridge({
    window,
    language: () => look.language,
    connectEngine: connect,
    usable() {
      if (usable) return;
      usable = true;
      mark("usableAt");
      if (early.length > 0) importFiles(early);
      early = [];
      if (asked.exitAfterReadyMs !== undefined) sayReady(marks, asked.exitAfterReadyMs);
    },
    printReport: async (reportId, path) => printToFile(await reportHtml(reportId), path),
  });
  again((given) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void act(given);
  });
  void act(start);
  engine()
    .system.settings({})
    .then(
      (settings) => look.follow(settings),
      () => {}, // an engine that dies this early is told of elsewhere
    );
  closeEngineFirst(host);
}

/** The program ends when the engine has finished what it must. */
function closeEngineFirst(host: EngineHost): void {
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void host.close().then(() => {
      closed = true;
      setImmediate(() => app.quit()); // at once it would fall into the quitting that was just prevented, and be lost
    });
  });
}
