import type { Sentences } from "./sentence.ts";

/** Tags computed from others by a formula. */
export const derived = {
  "derived.name-wrong": {
    en: "“{name}” cannot be a tag: quotation marks are not possible in a name.",
    zh: "“{name}”不能作为位号：名称中不能有引号。",
  },
  "derived.name-taken": { en: "There is a tag called “{name}” already.", zh: "已有名为“{name}”的位号。" },
  "derived.locked": {
    en: "{name} stays as it is: {by} rests on it.",
    zh: "{name} 不能更改：{by} 以它为依据。",
  },
  "derived.in-use": {
    en: "{count} {count:model or KPI reads|models and KPIs read} {name}; remove it all the same, or remove them first.",
    zh: "有 {count} 个模型和 KPI 使用 {name}；可以仍然移除，或先移除它们。",
  },
  "derived.unknown": { en: 'The project holds no derived tag "{id}".', zh: "项目中没有派生位号“{id}”。" },
} as const satisfies Sentences;
