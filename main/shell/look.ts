import { app, nativeTheme } from "electron";
import { Settings, standardSettings } from "#shared/domain/settings.ts";
import type { Language } from "#shared/language/sentence.ts";
import { setMenu } from "./menu.ts";

/** Language and theme of everything outside the page: menu, dialogs, frame. Follows the settings as the engine tells them. */
export class Look {
  readonly systemLanguage = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  readonly #command: (name: string) => void;
  #settings = standardSettings;

  /** @param command sends a command of the menu to the window */
  constructor(command: (name: string) => void) {
    this.#command = command;
    this.follow(this.#settings);
  }

  get language(): Language {
    const { language } = this.#settings;
    return language === "system" ? (this.systemLanguage.toLowerCase().startsWith("zh") ? "zh" : "en") : language;
  }

  /** @param told `Settings` */
  follow(told: unknown): void {
    this.#settings = Settings.parse(told);
    const { theme } = this.#settings;
    nativeTheme.themeSource = theme;
    setMenu({ language: this.language, theme, command: this.#command });
  }
}
