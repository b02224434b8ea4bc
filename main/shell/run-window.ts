import { app, type BrowserWindow, dialog, nativeTheme, session } from "electron";
import { problem, toProblem } from "#shared/domain/problem.ts";
import { Settings } from "#shared/domain/settings.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { shell } from "#shared/language/shell.ts";
import type { ShellArguments } from "./arguments.ts";
import { serveBridge } from "./bridge.ts";
import { channels } from "./channels.ts";
import { answerDesk } from "./desk.ts";
import type { Development } from "./development.ts";
import { engineEntry } from "./engine-entry.ts";
import { EngineHost } from "./engine-host.ts";
import { refusePermissions } from "./hardening.ts";
import { setMenu } from "./menu.ts";
import { lockNetwork } from "./network-lock.ts";
import { nodeEngine } from "./node-engine.ts";
import { onPrintShelf, printToFile } from "./printing.ts";
import { sayReady } from "./say-ready.ts";
import { utilityEngine } from "./utility-engine.ts";
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

/** The program with its window, from start to end. */
export async function runWindow({ asked, start, again, main, preload, pages }: RunWindowOptions): Promise<void> {
  const marks: Record<string, number> = {};
  const mark = (name: string) => {
    marks[name] = Date.now();
  };
  mark("shellAt");
  const ready = app.whenReady();
  app.on("window-all-closed", () => app.quit());
  await ready;
  mark("appReadyAt");
  lockNetwork(session.defaultSession);
  refusePermissions(session.defaultSession);

  const systemLanguage = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  let settings = Settings.parse({});
  const language = (): Language =>
    settings.language === "system" ? (systemLanguage.toLowerCase().startsWith("zh") ? "zh" : "en") : settings.language;
  let window: BrowserWindow | undefined;
  const tell = (channel: string, value: unknown) => {
    if (window && !window.isDestroyed()) window.webContents.send(channel, value);
  };
  const follow = (told: unknown) => {
    settings = Settings.parse(told);
    nativeTheme.themeSource = settings.theme;
    setMenu({ language: language(), theme: settings.theme, command: (name) => tell(channels.command, name) });
  };

  const host = new EngineHost({
    start(project) {
      const argument = JSON.stringify({
        userData: app.getPath("userData"),
        version: app.getVersion(),
        electron: process.versions.electron ?? null,
        project,
      });
      return asked.engineNode ? nodeEngine(engineEntry(main), argument, asked.engineNode) : utilityEngine(engineEntry(main), argument);
    },
    lost: () => tell(channels.engineState, "lost"),
    back() {
      connect();
      tell(channels.engineState, "back");
    },
    async givenUp() {
      const texts = { message: shell["shell.engine.givenUp"][language()], detail: shell["shell.engine.givenUp.detail"][language()] };
      const buttons = [shell["shell.engine.restart"][language()], shell["shell.menu.quit"][language()]];
      const { response } = await dialog.showMessageBox({ type: "error", ...texts, buttons, cancelId: 1 });
      if (response === 0) host.restart();
      else app.quit();
    },
    event: (topic, value) => void (topic === "settings" && follow(value)),
  });
  const connect = () => {
    const port = host.port();
    if (port && window && !window.isDestroyed()) window.webContents.postMessage(channels.enginePort, null, [port]);
  };
  const engine = () => {
    if (!host.ask)
      throw problem("engine.lost", "The engine stopped and is being restarted. Nothing that was saved is lost; please try again.");
    return host.ask;
  };
  const reportHtml = async (reportId: string) => (await engine().report.html({ reportId })).html;

  session.defaultSession.protocol.handle("app", ({ url }) =>
    answerDesk(url, { folder: pages, report: async (id) => onPrintShelf.get(id) ?? (await reportHtml(id)) }),
  );
  follow(settings);
  window = openWindow({ preload, systemLanguage, asked });
  window.webContents.once("did-finish-load", () => mark("pageLoadedAt"));

  let usable = false;
  let early: string[] = [];
  /** The window hears nothing before it is usable. */
  const importFiles = (files: readonly string[]) => {
    if (usable) tell(channels.command, ["import.files", ...files].join("\n"));
    else early.push(...files);
  };
  const act = async ({ project, files }: ShellArguments) => {
    if (project !== null) await openProject(project);
    if (files.length > 0) importFiles(files);
  };
  const openProject = async (folder: string) => {
    try {
      await engine().project.open({ folder });
    } catch (error) {
      const detail = sayCoded(language(), toProblem(error));
      await dialog.showMessageBox({ type: "warning", message: shell["shell.project.refused"][language()], detail });
    }
  };
  again((given) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void act(given);
  });

  serveBridge({
    window,
    language,
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

  void act(start);
  engine()
    .system.settings({})
    .then(follow, () => {}); // an engine that dies this early is told of elsewhere

  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void host.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}
