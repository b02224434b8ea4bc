import type { Sentences } from "./sentence.ts";

/** The card of a health model on paper, and what it was proved to catch. */
export const reportHealth = {
  "report.model.version": { en: "Version", zh: "版本" },
  "report.model.version.first": { en: "{version}, the first of its kind", zh: "{version}，同类首个" },
  "report.model.version.after": { en: "{version}, trained after version {before}", zh: "{version}，在版本 {before} 之后训练" },
  "report.model.made": { en: "Made", zh: "创建" },
  "report.model.made.value": { en: "{at} UTC, in {length}", zh: "{at} UTC，用时 {length}" },
  "report.model.picked": { en: "Use", zh: "使用" },
  "report.model.picked.yes": { en: "picked for use on this asset", zh: "被选定用于该设备" },
  "report.model.retired": { en: "retired on {at} UTC", zh: "已于 {at} UTC 停用" },
  "report.model.parents": { en: "Made from", zh: "数据来源" },
  "report.model.parent": { en: "{files}, {period}, SHA-256 {hash}…", zh: "{files}，{period}，SHA-256 {hash}…" },
  "report.model.parent-gone": {
    en: "an import that is not in the project any more, SHA-256 {hash}…",
    zh: "已不在项目中的导入，SHA-256 {hash}…",
  },
  "report.model.derived": { en: "Derived tags", zh: "派生位号" },
  "report.model.features": { en: "What was made of the samples", zh: "样本的处理" },
  "report.model.features.rows": { en: "a row every {interval}, a gap from {gap} on", zh: "每 {interval} 一行，超过 {gap} 视为间断" },
  "report.model.features.smoothed": { en: "each value the mean of the {span} up to it", zh: "每个值取此前 {span} 的均值" },
  "report.model.features.off": { en: "off where {rules}", zh: "停机判据：{rules}" },
  "report.model.features.settling": { en: "{span} after a start are left out", zh: "启动后 {span} 不计" },
  "report.model.budget": { en: "Alert budget", zh: "告警预算" },
  "report.model.budget.value": {
    en: "at most {budget} a week; expected on normal operation: {expected}",
    zh: "每周最多 {budget} 次；正常运行预期：{expected}",
  },
  "report.model.limit.value": { en: "score {value} ({method})", zh: "评分 {value}（{method}）" },
  "report.model.delays": { en: "An episode", zh: "异常时段" },
  "report.model.delays.value": {
    en: "starts after {on} above the limit and ends after {off} below it",
    zh: "高于限值 {on} 后开始，低于限值 {off} 后结束",
  },
  "report.model.held-out": { en: "Scores of the reference by models that had not seen it", zh: "未见过参考期的模型对参考期的评分" },
  "report.model.held-out.value": {
    en: "95 % below {q95}, 99 % below {q99}, highest {max}",
    zh: "95 % 低于 {q95}，99 % 低于 {q99}，最高 {max}",
  },
  "report.drills": { en: "What it would have caught", zh: "能发现什么" },
  "report.drills.lead": {
    en: "Faults of several kinds and sizes were planted into reference rows the model had not seen. At its budget of {budget} alerts a week it caught {share} % of {count}, at {false} false alerts a week on the same rows.",
    zh: "在模型未见过的参考期数据中植入多种类型和大小的故障。在每周 {budget} 次告警的预算下，{count} 个故障中发现了 {share} %，同期误报每周 {false} 次。",
  },
  "report.drills.caption": { en: "Planted faults caught, and the median time to the alert", zh: "发现的植入故障，以及到告警的中位时间" },
  "report.drills.fault": { en: "Planted fault", zh: "植入的故障" },
  "report.drills.caught": { en: "{caught} of {tried}", zh: "{caught} / {tried}" },
  "report.drills.caught-after": { en: "{caught} of {tried}, after {delay}", zh: "{caught} / {tried}，用时 {delay}" },
} as const satisfies Sentences;
