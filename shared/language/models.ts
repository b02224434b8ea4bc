import type { Sentences } from "./sentence.ts";

/** The life of a model after its training. */
export const models = {
  "model-file.unreadable": {
    en: "{file} is no model file of OnePercent, or it is damaged.",
    zh: "{file} 不是 OnePercent 模型文件，或已损坏。",
  },
  "model-file.newer": {
    en: "The model file {file} was written by a newer version of OnePercent.",
    zh: "模型文件 {file} 由更新版本的 OnePercent 写成。",
  },
  "model-file.tags": {
    en: "The asset has no tag for {tags}; say which of its tags they are.",
    zh: "该设备没有与 {tags} 对应的位号，请指定。",
  },
  "model-file.units": {
    en: "These units do not measure the same, so that no conversion is possible: {tags}.",
    zh: "以下单位不是同一种量，无法换算：{tags}。",
  },
  "model-file.twice": { en: "{tag} stands for two tags of the model.", zh: "{tag} 同时对应模型的两个位号。" },
  "model.limit-fixed": {
    en: "This model was learned elsewhere and keeps the limit it came with; train one here for another budget.",
    zh: "该模型在别处训练，沿用随附的限值；如需其他预算，请在此处训练模型。",
  },
} as const satisfies Sentences;
