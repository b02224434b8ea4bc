import { app, dialog, Menu, type MenuItemConstructorOptions } from "electron";
import type { Settings } from "#shared/domain/settings.ts";
import { fill, type Language } from "#shared/language/sentence.ts";
import { shell } from "#shared/language/shell.ts";

export interface MenuOptions {
  language: Language;
  theme: Settings["theme"];
  /** Sends a command to the window. */
  command(name: string): void;
}

/** The menu in the language of the window; what it does with the product is done by the window, which hears a command. */
export function setMenu({ language, theme, command }: MenuOptions): void {
  type Item = keyof typeof shell extends infer K ? (K extends `shell.menu.${infer Name}` ? Name : never) : never;
  const label = (name: Item) => shell[`shell.menu.${name}`][language];
  const role = (name: Item & NonNullable<MenuItemConstructorOptions["role"]>): MenuItemConstructorOptions => ({
    role: name,
    label: label(name),
  });
  const send = (name: Item, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: label(name),
    ...(accelerator && { accelerator }),
    click: () => command(name),
  });
  const line: MenuItemConstructorOptions = { type: "separator" };
  const themes = (["system", "light", "dark"] as const).map(
    (name): MenuItemConstructorOptions => ({ ...send(`theme.${name}`), type: "radio", checked: theme === name }),
  );
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: label("file"),
        submenu: [
          send("project.new", "CmdOrCtrl+N"),
          send("project.open", "CmdOrCtrl+O"),
          send("project.sample"),
          line,
          send("import.files", "CmdOrCtrl+I"),
          line,
          send("project.close"),
          role("quit"),
        ],
      },
      {
        label: label("edit"),
        submenu: [role("undo"), role("redo"), line, role("cut"), role("copy"), role("paste"), role("selectAll")],
      },
      {
        label: label("view"),
        submenu: [
          { label: label("theme"), submenu: themes },
          line,
          role("zoomIn"),
          role("zoomOut"),
          role("resetZoom"),
          line,
          { role: "togglefullscreen", label: label("fullScreen") },
          ...(app.isPackaged ? [] : [line, { role: "toggleDevTools" } as const]),
        ],
      },
      { label: label("help"), submenu: [{ label: label("about"), click: () => void about(language) }] },
    ]),
  );
}

const about = (language: Language) =>
  dialog.showMessageBox({
    message: app.name,
    detail: fill(shell["shell.about.detail"][language], {
      version: app.getVersion(),
      electron: process.versions.electron!,
      chromium: process.versions.chrome!,
      node: process.versions.node,
    }),
  });
