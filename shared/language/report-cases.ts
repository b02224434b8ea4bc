import type { Sentences } from "./sentence.ts";

/** The report's part about cases. */
export const reportCases = {
  "report.cases": { en: "Cases", zh: "事件单" },
  "report.section.cases": { en: "Cases", zh: "事件单" },
  "report.cases.lead": {
    en: "A case collects the episodes of all models in use of the asset, from the first one a person is told of until a person closes it with a verdict. Stale data and dead sensors are alerts of their own.",
    zh: "事件单收集该设备所有在用模型的异常时段，自首个需告知者起，至人员给出结论并关闭为止。陈旧数据和失效传感器单独警示。",
  },
  "report.cases.open": { en: "Case {number}, open", zh: "事件单 {number}，打开" },
  "report.cases.closed": { en: "Case {number}: {verdict}", zh: "事件单 {number}：{verdict}" },
  "report.cases.cost-of": { en: "Cost of closed cases", zh: "已关闭事件单的费用" },
  "report.cases.count": { en: "Cases", zh: "事件单" },
  "report.cases.count.note": { en: "{open} open, {closed} closed", zh: "{open} 个打开，{closed} 个已关闭" },
  "report.cases.opened": { en: "Opened", zh: "建立" },
  "report.cases.closed-at": { en: "Closed", zh: "关闭" },
  "report.cases.time": { en: "Time of its episodes", zh: "异常时段的时间" },
  "report.cases.more": { en: "{shown} of {count} episodes, the newest", zh: "{count} 个异常时段中最新的 {shown} 个" },
  "report.cases.episodes": { en: "Episodes", zh: "异常时段" },
  "report.cases.found-by": { en: "Found by", zh: "发现者" },
  "report.cases.picture": {
    en: "Score of the first model of the report, and when the cases had their episodes",
    zh: "报告首个模型的得分，以及各事件单异常时段的时间",
  },
} as const satisfies Sentences;
