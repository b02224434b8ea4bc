import type { Sentences } from "./sentence.ts";

/** What the command line says of episodes. */
export const cliEpisodes = {
  "cli.episodes.summary": {
    en: "show the episodes of an asset and what verdicts changed, or judge one",
    zh: "显示设备的异常时段及判断带来的变化，或对其作判断",
  },
  "cli.episodes.option.verdict": { en: "what the episode was", zh: "该异常时段是什么" },
  "cli.episodes.option.cause": { en: "its name when it returns, such as seal wear", zh: "再次出现时的名称，例如密封磨损" },
  "cli.episodes.option.note": { en: "a note kept with the verdict", zh: "随判断保存的备注" },
  "cli.episodes.option.apply": { en: "use all verdicts at once, without scoring again", zh: "立即使用全部判断，不重新评分" },
  "cli.episodes.judge": {
    en: "Say which episode: episodes judge EPISODE --verdict VERDICT.",
    zh: "请指明异常时段：episodes judge EPISODE --verdict VERDICT。",
  },
  "cli.episodes.unknown": {
    en: "{count} episodes have an id that begins with “{episode}”; one is needed.",
    zh: "编号以“{episode}”开头的异常时段有 {count} 个；需要恰好一个。",
  },
  "cli.episode.id": { en: "id", zh: "编号" },
  "cli.episode.status": { en: "NE 107", zh: "NE 107" },
  "cli.episode.known": { en: "verdict or likeness", zh: "判断或相似" },
  "cli.episode.quiet": { en: "quiet, like {what}", zh: "静默，像 {what}" },
  "cli.episode.like": { en: "like {what} ({similarity})", zh: "像 {what}（{similarity}）" },
} as const satisfies Sentences;
