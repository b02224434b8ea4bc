import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { type SentenceData, type SentenceKey, say, sayCoded } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { useAsk } from "../data/use-ask.ts";

const LanguageContext = createContext<Language>("en");

const languageOfSystem = (): Language => (window.shell.systemLanguage.toLowerCase().startsWith("zh") ? "zh" : "en");

/** Gives everything inside the language of the settings; the laptop's own where they leave it open. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useAsk("system", "settings", {}).data?.language ?? "system";
  const language = chosen === "system" ? languageOfSystem() : chosen;
  useEffect(() => {
    // Picks the Chinese or the Japanese form of shared characters, and tells a screen reader how to speak.
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

export interface Say {
  (key: SentenceKey, data?: SentenceData): string;
  /** A finding or a problem in words. */
  coded(coded: { readonly code: string; readonly message: string; readonly data: SentenceData }): string;
  readonly language: Language;
}

/** `const say = useSay(); say("app.asset")`. */
export function useSay(): Say {
  const language = useLanguage();
  return useMemo(
    () =>
      Object.assign((key: SentenceKey, data?: SentenceData) => say(language, key, data), {
        coded: (coded: Parameters<Say["coded"]>[0]) => sayCoded(language, coded),
        language,
      }),
    [language],
  );
}
