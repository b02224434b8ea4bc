import { app, type BrowserWindow, dialog } from "electron";
import type { Language } from "#shared/language/sentence.ts";
import { shell } from "#shared/language/shell.ts";

/** The engine died too often: a person chooses between one more try and quitting. */
export async function askRestart(window: BrowserWindow | undefined, language: Language): Promise<"restart" | "quit"> {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  app.once("before-quit", leave); // a dialog left open keeps the program from ending
  const question: Electron.MessageBoxOptions = {
    type: "error",
    message: shell["shell.engine.givenUp"][language],
    detail: shell["shell.engine.givenUp.detail"][language],
    buttons: [shell["shell.engine.restart"][language], shell["shell.menu.quit"][language]],
    cancelId: 1,
    signal: leaving.signal,
  };
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  app.off("before-quit", leave);
  return response === 0 ? "restart" : "quit";
}
