import type { Language } from "#shared/language/sentence.ts";

/** The language of the terminal: the environment's, in the order POSIX gives it, else the system's own. */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
