import { join } from "node:path";
import { app, BrowserWindow, nativeTheme } from "electron";
import { systemLanguageSwitch } from "./channels.ts";
import { deskPage } from "./desk.ts";
import type { Development } from "./development.ts";
import { keepWindowPlace, readWindowPlace, smallest } from "./window-place.ts";

/** The program's one window, as large as it was last time. */
export function openWindow({
  preload,
  systemLanguage,
  asked,
}: {
  preload: string;
  systemLanguage: string;
  asked: Development;
}): BrowserWindow {
  const placeFile = join(app.getPath("userData"), "window.json");
  const place = readWindowPlace(placeFile);
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...(asked.windowSize && { ...asked.windowSize, useContentSize: true }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.name,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#1a1b1e" : "#ffffff", // no flash before the page has drawn
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
      additionalArguments: [`${systemLanguageSwitch}${systemLanguage}`],
    },
  });
  if (place.maximized && !asked.windowSize) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => {
    const { width, height } = window.getNormalBounds();
    keepWindowPlace(placeFile, { width, height, maximized: window.isMaximized() });
  });
  // A page that crashed is loaded again; its engine has lost nothing.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit" && !window.isDestroyed()) window.loadURL(deskPage);
  });
  void window.loadURL(deskPage);
  return window;
}
