import type { Sentences } from "./sentence.ts";

/** Cases, wherever they are spoken of. */
export const cases = {
  "case.unknown": { en: 'The project holds no case "{id}" any more.', zh: "项目中已没有事件单“{id}”。" },
  "vitals.unknown": { en: 'Nobody has looked at the sensors of "{id}" yet.', zh: "尚未检查“{id}”的传感器。" },
  "case.closed": {
    en: "Case {number} is closed already; reopen it to close it in another way.",
    zh: "事件单 {number} 已关闭；如需以其他结论关闭，请先重新打开。",
  },
  "case.open": { en: "Case {number} is open.", zh: "事件单 {number} 处于打开状态。" },
  "case.not-last": {
    en: "Case {last} was closed after case {number}; only the last one can be opened again.",
    zh: "事件单 {last} 在事件单 {number} 之后关闭；只能重新打开最后一个。",
  },
  "case.nothing-until": {
    en: "No episode of the case begins by then; choose a later time.",
    zh: "该时间之前没有开始的异常时段；请选择更晚的时间。",
  },
  "case.name": { en: "Case {number}", zh: "事件单 {number}" },
  "case.state.open": { en: "open", zh: "打开" },
  "case.state.closed": { en: "closed", zh: "已关闭" },
  "case.since": { en: "since {time} UTC", zh: "自 {time} UTC" },
  "case.episodes": { en: "{count} {count:episode|episodes}", zh: "{count} 个异常时段" },
  "case.quiet": { en: "{count} quiet", zh: "{count} 个静默" },
  "case.unjudged": { en: "{count} not judged", zh: "{count} 个未判断" },
  "case.cause": { en: "Cause", zh: "原因" },
  "case.action": { en: "What was done", zh: "处理措施" },
  "case.cost": { en: "Cost", zh: "费用" },
  "case.note": { en: "Note", zh: "备注" },
  "case.verdict": { en: "Verdict", zh: "结论" },
  "case.verdict.fault": { en: "fault", zh: "故障" },
  "case.verdict.normal": { en: "normal", zh: "正常" },
  "case.verdict.sensor": { en: "sensor", zh: "传感器" },
  "case.verdict.maintenance": { en: "maintenance", zh: "维护" },
  "case.verdict.unclear": { en: "unclear", zh: "不明" },
  "case.dead-tag": {
    en: "The sensor of {tag} was dead meanwhile: the likely reason.",
    zh: "其间 {tag} 的传感器失效，很可能是原因。",
  },
  "case.looks-like": { en: "looks like: {cause}", zh: "类似：{cause}" },
  "case.found-later": {
    en: "{count} more {count:episode|episodes} of this time came up after it was closed",
    zh: "关闭后又发现该时段内的 {count} 个异常时段",
  },
} as const satisfies Sentences;
