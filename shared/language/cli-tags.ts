import type { Sentences } from "./sentence.ts";

/** The tags of an asset at the command line, and those made by formula. */
export const cliTags = {
  "cli.tags.summary": { en: "list the tags of a machine, and compute new ones by a formula", zh: "列出机器的位号，并用公式计算新位号" },
  "cli.tags.option.name": { en: "name of the derived tag", zh: "派生位号的名称" },
  "cli.tags.option.formula": {
    en: 'over tags and numbers with units, for example "P1.flow * (P1.out - P1.in)" or "rate(P1.oil, 10 [min])"',
    zh: '由位号和带单位的数组成，例如 "P1.flow * (P1.out - P1.in)" 或 "rate(P1.oil, 10 [min])"',
  },
  "cli.tags.option.unit": { en: "unit its values are shown in (default: that of the formula)", zh: "显示单位（默认为公式的单位）" },
  "cli.tags.option.template": {
    en: "start from a template: its tags are found by unit and name, or named with --of",
    zh: "使用模板：按单位和名称寻找位号，或用 --of 指定",
  },
  "cli.tags.option.of": { en: "the tag of one place of the template", zh: "模板某个位置的位号" },
  "cli.tags.option.span": { en: 'span of time a template looks back over, for example "1 [h]"', zh: '模板回看的时长，例如 "1 [h]"' },
  "cli.tags.option.note": { en: "a remark that is kept with it", zh: "随之保存的备注" },
  "cli.tags.option.check": { en: "say what the formula means and keep nothing", zh: "只说明公式的含义，不保存" },
  "cli.tags.option.replace": { en: "put it in the place of the derived tag of that name", zh: "替换同名的派生位号" },
  "cli.tags.option.force": { en: "remove it though models or KPIs read it", zh: "即使有模型或 KPI 使用也移除" },
  "cli.tags.usage": {
    en: "Say what is to be done: list, derive, remove or templates.",
    zh: "请给出操作：list、derive、remove 或 templates。",
  },
  "cli.tags.no-fit": {
    en: "The template {template} finds no tag for {slot}; name one with --of {slot}=TAG.",
    zh: "模板 {template} 找不到 {slot} 的位号；请用 --of {slot}=TAG 指定。",
  },
  "cli.tags.col.name": { en: "tag", zh: "位号" },
  "cli.tags.col.unit": { en: "unit", zh: "单位" },
  "cli.tags.col.samples": { en: "samples", zh: "样本数" },
  "cli.tags.col.min": { en: "lowest", zh: "最小" },
  "cli.tags.col.mean": { en: "mean", zh: "均值" },
  "cli.tags.col.max": { en: "highest", zh: "最大" },
  "cli.tags.col.formula": { en: "computed by", zh: "计算公式" },
  "cli.tags.col.template": { en: "template", zh: "模板" },
  "cli.tags.col.proposed": { en: "on this machine", zh: "用于本机" },
  "cli.tags.saved": {
    en: "{name} is computed by {formula} in {unit}: {count} samples, {min} to {max}, mean {mean}.",
    zh: "{name} 由 {formula} 计算，单位 {unit}：{count} 个样本，{min} 至 {max}，均值 {mean}。",
  },
  "cli.tags.checked": { en: "{formula} gives {unit}.", zh: "{formula} 的单位为 {unit}。" },
  "cli.tags.removed": { en: "{name} was removed.", zh: "{name} 已移除。" },
} as const satisfies Sentences;
