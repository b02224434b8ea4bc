import type { Sentences } from "./sentence.ts";

/** Alerts about the data instead of the machine: stale logs and dead sensors. */
export const watch = {
  "watch.log-stale": {
    en: "The log ends at {to} UTC, {behind} before the newest data of the plant; it was never silent for more than {usual} before.",
    zh: "日志止于 {to} UTC，比全厂最新数据早 {behind}；此前最长中断不超过 {usual}。",
  },
  "watch.log-old": {
    en: "The log ends at {to} UTC, {behind} before the newest data of the plant: longer than the log itself (its longest silence: {usual}).",
    zh: "日志止于 {to} UTC，比全厂最新数据早 {behind}，超过日志本身的长度（其最长中断：{usual}）。",
  },
  "watch.tag-stuck": {
    en: "{tag} has stood on {value} since {from} UTC ({length}); it moved before. Check the sensor.",
    zh: "{tag} 自 {from} UTC 起停在 {value}（{length}），此前有变化。请检查传感器。",
  },
  "watch.tag-silent": {
    en: "{tag} has had no sample since {from} UTC ({length}), while others have. Check the sensor.",
    zh: "{tag} 自 {from} UTC 起没有样本（{length}），而其他位号有。请检查传感器。",
  },
  "watch.tags-stuck": {
    en: "{count} of {of} tags stand still together since {from} UTC ({length}): {tags}. Check what they share: a module, a cable.",
    zh: "{of} 个位号中有 {count} 个自 {from} UTC 起同时不变（{length}）：{tags}。请检查其共用部分：模块、电缆。",
  },
  "watch.tags-silent": {
    en: "{count} of {of} tags have had no sample since {from} UTC ({length}): {tags}. Their part of the log has ended.",
    zh: "{of} 个位号中有 {count} 个自 {from} UTC 起没有样本（{length}）：{tags}。该部分日志已中断。",
  },
  "watch.log-frozen": {
    en: "{count} of {of} tags stand still since {from} UTC ({length}): {tags}. The logger repeats its last values.",
    zh: "{of} 个位号中有 {count} 个自 {from} UTC 起不变（{length}）：{tags}。记录器在重复最后的值。",
  },
} as const satisfies Sentences;
