import { isAbsolute } from "node:path";
import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, shell as system } from "electron";
import { z } from "zod";
import { problem, toProblem } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { shell } from "#shared/language/shell.ts";
import type { BridgeAnswer } from "./bridge-answer.ts";
import { channels } from "./channels.ts";
import { deskOrigin } from "./desk.ts";

export interface BridgeOptions {
  window: BrowserWindow;
  language(): Language;
  /** The window asks for a port to the engine. */
  connectEngine(): void;
  /** The window can be used. */
  usable(): void;
  printReport(reportId: string, path: string): Promise<{ path: string; bytes: number }>;
}

const AbsolutePath = z.string().refine(isAbsolute, "must be an absolute path");

/** Answers what the preload script asks: here, and nowhere else, the asker is checked and what was said is parsed. */
export function serveBridge({ window, language, connectEngine, usable, printReport }: BridgeOptions): void {
  const ours = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    senderFrame === window.webContents.mainFrame && new URL(senderFrame.url).origin === new URL(deskOrigin).origin;
  const answer = <T extends z.ZodType>(channel: string, input: T, handle: (input: z.output<T>) => unknown) =>
    ipcMain.handle(channel, async (event, said: unknown): Promise<BridgeAnswer> => {
      try {
        if (!ours(event)) throw problem("shell.stranger", `"${channel}" was asked by a stranger.`, { channel });
        return { ok: true, value: await handle(input.parse(said)) };
      } catch (error) {
        return { ok: false, message: sayCoded(language(), toProblem(error)) };
      }
    });
  const hear = (channel: string, handle: () => void) => ipcMain.on(channel, (event) => void (ours(event) && handle()));

  hear(channels.connectEngine, connectEngine);
  hear(channels.usable, usable);
  answer(channels.chooseFiles, z.string().optional(), async (title) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: title ?? shell["shell.choose.files"][language()],
      properties: ["openFile", "multiSelections"],
    });
    return canceled ? [] : filePaths;
  });
  answer(channels.chooseFolder, z.string(), async (title) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ["openDirectory", "createDirectory", "promptToCreate"],
    });
    return canceled ? null : (filePaths[0] ?? null);
  });
  answer(
    channels.chooseTarget,
    z.object({ defaultName: z.string(), extension: z.enum(["html", "xlsx", "pdf", "csv", "ics", "opmodel"]) }),
    async ({ defaultName, extension }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: shell["shell.choose.target"][language()],
        defaultPath: defaultName,
        filters: [{ name: shell[`shell.choose.${extension}`][language()], extensions: [extension] }],
      });
      return canceled || !filePath ? null : filePath;
    },
  );
  answer(channels.printReport, z.object({ reportId: z.string(), path: AbsolutePath }), ({ reportId, path }) => printReport(reportId, path));
  answer(channels.reveal, AbsolutePath, (path) => system.showItemInFolder(path));
}
