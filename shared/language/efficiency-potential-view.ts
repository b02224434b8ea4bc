import type { Sentences } from "./sentence.ts";

/** The words of frontier, causes and advice on the efficiency screen. */
export const efficiencyPotentialView = {
  // Frontier
  "efficiency.frontier.title": { en: "The best this plant has shown", zh: "本装置曾达到的最佳水平" },
  "efficiency.frontier.line": { en: "best shown", zh: "曾达最佳" },
  "efficiency.frontier.line-day": { en: "best shown, day", zh: "曾达最佳（日）" },
  "efficiency.daily.opportunity": { en: "against the best shown", zh: "与曾达最佳相比" },
  "efficiency.frontier.help": {
    en: "One in {count} like hours of the baseline was at least as good. Like hours have the same {tags}; settings that people choose are not held against it.",
    zh: "基线期内每 {count} 个类似小时中就有一个至少达到该水平。类似指 {tags} 相近；人为选择的设定不作限制。",
  },
  "efficiency.frontier.opportunity": {
    en: "{percent} above the best shown: {amount} in this period{money}.",
    zh: "比曾达最佳高 {percent}：本期 {amount}{money}。",
  },
  "efficiency.frontier.opportunity-higher": {
    en: "{percent} below the best shown: {amount} in this period{money}.",
    zh: "比曾达最佳低 {percent}：本期 {amount}{money}。",
  },
  "efficiency.frontier.reached": { en: "The best shown was reached.", zh: "已达到曾有的最佳水平。" },
  "efficiency.frontier.loss": { en: "of it degradation", zh: "其中劣化" },
  "efficiency.frontier.habit": { en: "of it way of running", zh: "其中运行方式" },
  "efficiency.frontier.loss.help": { en: "measured against expected", zh: "实测与预期之差" },
  "efficiency.frontier.habit.help": { en: "expected against the best shown", zh: "预期与曾达最佳之差" },
  "efficiency.frontier.proof": { en: "Days that prove it, against what was expected of them", zh: "佐证日（与同等工况下的预期相比）" },
  "efficiency.frontier.proof-day": {
    en: "{hours} {hours:hour|hours}, {percent} better",
    zh: "{hours} 小时，好 {percent}",
  },
  "efficiency.frontier.coverage": {
    en: "The baseline holds like hours for {percent} of the throughput.",
    zh: "基线期内有类似小时可比的产量占 {percent}。",
  },
  "efficiency.frontier.none": {
    en: "There is nothing to compare with: no relevant variable is left that people do not set, or too few hours of the baseline were alike. Fit again if this result is of an earlier version.",
    zh: "没有可比对象：除人为设定外没有相关变量，或基线期内类似小时太少。若结果来自旧版本，请重新拟合。",
  },

  // Causes
  "efficiency.split.title": { en: "Why it differs from the baseline", zh: "与基线期差异的原因" },
  "efficiency.split.help": {
    en: "From the baseline period's {start} to {measured}: what each relevant variable accounts for (exact Shapley values of the model), and what is left, the loss.",
    zh: "从基线期的 {start} 到 {measured}：各相关变量所占部分（模型的精确沙普利值），其余即为损失。",
  },
  "efficiency.split.by": { en: "Split by", zh: "划分方式" },
  "efficiency.split.period": { en: "Whole", zh: "全期" },
  "efficiency.split.shift": { en: "Shift", zh: "班次" },
  "efficiency.split.load": { en: "Load", zh: "负荷" },
  "efficiency.split.day": { en: "Day", zh: "日" },
  "efficiency.split.rest": { en: "The rest: loss", zh: "其余：损失" },
  "efficiency.split.rest-gain": { en: "The rest: gain", zh: "其余：收益" },
  "efficiency.split.total": { en: "Difference", zh: "差异合计" },
  "efficiency.split.best-of-day": { en: "Best shown in like hours: {best}, on {days}", zh: "类似小时内曾达最佳：{best}（{days}）" },
  "efficiency.split.shift-name": { en: "{from} to {to} h", zh: "{from} 至 {to} 时" },
  "efficiency.split.load-below": { en: "{tag} up to {high}", zh: "{tag} 至 {high}" },
  "efficiency.split.load-between": { en: "{tag} {low} to {high}", zh: "{tag} {low} 至 {high}" },
  "efficiency.split.load-above": { en: "{tag} over {low}", zh: "{tag} 高于 {low}" },
  "efficiency.split.column-measured": { en: "Measured", zh: "实测" },
  "efficiency.split.column-causes": { en: "Accounted for", zh: "可解释" },
  "efficiency.split.column-rest": { en: "Loss", zh: "损失" },
  "efficiency.split.column-amount": { en: "Amount", zh: "数量" },
  "efficiency.split.none": { en: "This result holds no causes; fit it again.", zh: "该结果不含原因分析，请重新拟合。" },

  // Advice
  "efficiency.advice.title": { en: "What better settings would bring", zh: "更优设定可带来的收益" },
  "efficiency.advice.help": {
    en: "Only settings that this plant was run at in like hours of the baseline are advised.",
    zh: "仅建议本装置在基线期类似小时内实际采用过的设定。",
  },
  "efficiency.advice.conditions": { en: "Under these conditions", zh: "在此工况下" },
  "efficiency.advice.settings": { en: "Set at present", zh: "当前设定" },
  "efficiency.advice.like-hours": { en: "{hours} h alike in the baseline", zh: "基线期内类似 {hours} h" },
  "efficiency.advice.change": { en: "{tag} from {from} to {to}", zh: "{tag} 由 {from} 调至 {to}" },
  "efficiency.advice.gain-lower": { en: "{percent} less", zh: "降低 {percent}" },
  "efficiency.advice.gain-higher": { en: "{percent} more", zh: "提高 {percent}" },
  "efficiency.advice.interval": {
    en: "{after} instead of {now}; {level} of days run so lie between {low} and {high}.",
    zh: "由 {now} 变为 {after}；如此运行，{level} 的日子介于 {low} 与 {high} 之间。",
  },
  "efficiency.advice.no-interval": { en: "{after} instead of {now}.", zh: "由 {now} 变为 {after}。" },
  "efficiency.advice.shown": {
    en: "{hours} such hours on {days} {days:day|days}: {better} of them did better, {percent} on average.",
    zh: "共有 {days} 天、{hours} 个此类小时，其中 {better} 个更好，平均 {percent}。",
  },
  "efficiency.advice.rate": {
    en: "{tag} usually changes by at most {rate} in {step}: go in {steps} {steps:step|steps}.",
    zh: "{tag} 在 {step} 内的通常变化不超过 {rate}：分 {steps} 步调整。",
  },
  "efficiency.advice.examples": { en: "Like hours that did better", zh: "表现更好的类似小时" },
  "efficiency.advice.column-time": { en: "Hour", zh: "时间" },
  "efficiency.advice.column-gain": { en: "Change", zh: "变化" },
  "efficiency.advice.constraints": { en: "To be watched", zh: "需关注" },
  "efficiency.advice.constraint": { en: "{tag}: {now} now, {after} in those hours", zh: "{tag}：当前 {now}，上述小时内 {after}" },
  "efficiency.advice.what-if": { en: "What if", zh: "假设" },
  "efficiency.advice.what-if.help": {
    en: "Sliders end where like hours end.",
    zh: "滑块的范围即类似小时的范围。",
  },
  "efficiency.advice.what-if.try": { en: "Try {tag}", zh: "尝试 {tag}" },
  "efficiency.advice.what-if.seen": { en: "{hours} like hours were run so.", zh: "有 {hours} 个类似小时如此运行。" },
  "efficiency.advice.what-if.unseen": {
    en: "Hardly ever run so ({hours} like hours): take the figure as a guess.",
    zh: "几乎未曾如此运行（{hours} 个类似小时）：数字仅供参考。",
  },
  "efficiency.advice.no-change": { en: "no change", zh: "无变化" },
  "efficiency.advice.none": {
    en: "No advice: the KPI names no controllable tag that was set to different values in the baseline. Mark one under “What each tag is to the KPI”.",
    zh: "暂无建议：指标没有在基线期内取过不同值的可控位号。请在“各位号与指标的关系”中标记。",
  },
  "efficiency.roles.constraint": { en: "Constraint", zh: "约束" },
  "efficiency.roles.constraint.short": { en: "constraint", zh: "约束" },
  "efficiency.roles.constraint.help": {
    en: "has to stay in bounds whatever is set; it is shown beside every piece of advice",
    zh: "无论如何设定都须保持在限值内；会显示在每条建议旁",
  },
  "efficiency.limits-wrong": { en: "The lower bound of {tag} is not below the upper one.", zh: "{tag} 的下限不低于上限。" },
  "efficiency.limits.title": { en: "Bounds and rates", zh: "限值与速率" },
  "efficiency.limits.help": {
    en: "What you allow. Advice keeps to these bounds, whatever the log has seen; a rate decides how many steps a change takes. Empty: no bound, the usual rate.",
    zh: "您所允许的范围。无论日志中出现过什么，建议都遵守这些限值；速率决定一次调整分几步完成。留空表示不设限、按常见速率。",
  },
  "efficiency.limits.col.tag": { en: "Tag", zh: "位号" },
  "efficiency.limits.col.seen": { en: "Seen in like hours", zh: "类似小时内范围" },
  "efficiency.limits.col.low": { en: "Not below", zh: "下限" },
  "efficiency.limits.col.high": { en: "Not above", zh: "上限" },
  "efficiency.limits.col.rate": { en: "At most per hour", zh: "每小时最大变化" },
  "efficiency.limits.watched": { en: "watched", zh: "监视" },
  "efficiency.limits.keep": { en: "Keep these bounds", zh: "保存限值" },
  "efficiency.limits.order": { en: "not below the upper bound", zh: "须低于上限" },
  "efficiency.sensitivity.title": { en: "How the KPI follows each setting", zh: "指标随各设定的变化" },
  "efficiency.sensitivity.help": {
    en: "Expected under the conditions above, all other settings as they are. Shaded: settings run in like hours; the band holds nine of ten days. Click a curve to try a setting.",
    zh: "在上述工况、其他设定不变时的预期值。阴影：类似小时内出现过的设定；色带涵盖十分之九的日子。点击曲线可尝试该设定。",
  },
  "efficiency.sensitivity.chart": { en: "Expected {kpi} against {tag}", zh: "预期 {kpi} 随 {tag} 的变化" },
  "efficiency.advice.like": {
    en: "{time}, same {tags}: {gain}; {hours} such {hours:hour|hours}",
    zh: "{time}，{tags} 相同：{gain}；此类小时共 {hours} 个",
  },
  "efficiency.advice.try": { en: "Try this: plan a trial", zh: "试一试：规划试验" },
  "efficiency.advice.try-these": { en: "Plan a trial of these settings", zh: "按这些设定规划试验" },
} as const satisfies Sentences;
