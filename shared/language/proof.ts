import type { Sentences } from "./sentence.ts";

/** What is told about baselines of meters, proofs of savings and trials; the keys are the codes of the findings. */
export const proof = {
  // The baseline
  "proof.baseline-short": {
    en: "The baseline holds {rows} complete {rows:reading|readings}; {needed} are needed.",
    zh: "基线期只有 {rows} 个完整读数，至少需要 {needed} 个。",
  },
  "proof.baseline-no-form": {
    en: "No model fits the baseline in a way that makes physical sense.",
    zh: "没有任何模型能以物理上合理的方式拟合基线期数据。",
  },
  "proof.driver-silent": {
    en: "{tag} never changes in the baseline or says what another driver says; the model does without it.",
    zh: "{tag} 在基线期内没有变化，或与其他驱动变量重复，模型未采用。",
  },
  "proof.baseline-not-a-year": {
    en: "The baseline covers {days} days, less than a year: what the seasons do to the meter may be missing from it.",
    zh: "基线期共 {days} 天，不足一年，可能缺少季节变化对能耗的影响。",
  },
  "proof.baseline-fit": {
    en: "The baseline misses a reading by {percent} % of the mean on average (CV(RMSE)) and explains {explained} % of the variance.",
    zh: "基线模型对单个读数的平均偏差为均值的 {percent} %（CV(RMSE)），可解释 {explained} % 的方差。",
  },
  "proof.baseline-fit-poor": {
    en: "The baseline's CV(RMSE) of {percent} % is above {limit} %, the limit in use for building regressions: a driver is probably missing.",
    zh: "基线的 CV(RMSE) 为 {percent} %，高于回归模型惯用的限值 {limit} %，可能缺少某个驱动变量。",
  },
  "proof.baseline-drift": {
    en: "Over the baseline the meter moved by {percent} % against its own model: part of a later saving may be this drift.",
    zh: "在基线期内，电表读数相对自身模型漂移了 {percent} %，之后的节能量中可能含有这一漂移。",
  },
  "proof.lock-broken": {
    en: "The baseline is not the one that was locked on {day}: its fingerprint differs. Nothing may be reported on it.",
    zh: "基线与 {day} 锁定的内容不符：指纹不一致，不能据此出具报告。",
  },
  "proof.baseline-changed": {
    en: "The baseline at hand differs from the one that was locked on {day} in {count} {count:place|places}, the first of them: {what}.",
    zh: "当前基线与 {day} 锁定的基线有 {count} 处不同，首先是：{what}。",
  },

  // The reporting period
  "proof.too-few-readings": {
    en: "The reporting period holds {rows} usable {rows:reading|readings}; {needed} are needed.",
    zh: "报告期只有 {rows} 个可用读数，至少需要 {needed} 个。",
  },
  "proof.noise-unknown": {
    en: "The baseline is too short to tell how its readings hang together, so no interval can be given.",
    zh: "基线期过短，无法判断读数之间的相关性，因此不能给出区间。",
  },
  "proof.periods-overlap": {
    en: "{percent} % of the reporting period lies in the baseline period; a saving cannot be held against itself.",
    zh: "报告期有 {percent} % 落在基线期内，节能量不能与自身比较。",
  },
  "proof.readings-missing": {
    en: "{percent} % of the readings of the reporting period lack a value or a driver and do not count.",
    zh: "报告期有 {percent} % 的读数缺少数值或驱动变量，未计入。",
  },
  "proof.outside-range": {
    en: "In {percent} % of the readings {tag} or another driver lies outside what the baseline has seen; there the expectation is a guess.",
    zh: "有 {percent} % 的读数中 {tag} 或其他驱动变量超出基线期的范围，这些预期值只是推测。",
  },
  "proof.outside-refused": {
    en: "In {percent} % of the readings {tag} or another driver lies outside what the baseline has seen, more than {limit} %: the saving cannot be tested.",
    zh: "有 {percent} % 的读数中 {tag} 或其他驱动变量超出基线期的范围，超过 {limit} %，无法检验节能量。",
  },
  "proof.excluded": {
    en: "Left out because of “{reason}”: {rows} {rows:reading|readings}, which would have added {avoided} {unit} to the saving.",
    zh: "因“{reason}”排除 {rows} 个读数；若计入，节能量将增加 {avoided} {unit}。",
  },
  "proof.adjusted": {
    en: "Adjusted for “{reason}”: {amount} ± {error} {unit} added to what was expected.",
    zh: "因“{reason}”进行调整：预期能耗增加 {amount} ± {error} {unit}。",
  },
  "proof.memory": {
    en: "Neighbouring readings err alike (correlation {correlation}): {grains} stretches of the baseline tell as much as {independent} independent ones.",
    zh: "相邻读数的误差相近（相关系数 {correlation}）：基线期的 {grains} 个时段只相当于 {independent} 个独立时段。",
  },

  // The verdict
  "proof.proven": {
    en: "Proven: {percent} % saved ({avoided} {unit}), between {low} % and {high} % with {level} % confidence.",
    zh: "已证实：节能 {percent} %（{avoided} {unit}），{level} % 置信区间为 {low} % 至 {high} %。",
  },
  "proof.interval-holds-zero": {
    en: "Not proven: {percent} % ({avoided} {unit}) was found, but with {level} % confidence it may be anything from {low} % to {high} %.",
    zh: "未证实：测得 {percent} %（{avoided} {unit}），但 {level} % 置信区间为 {low} % 至 {high} %。",
  },
  "proof.bootstrap-holds-zero": {
    en: "Not proven: the block bootstrap, which assumes less, holds no saving to be possible.",
    zh: "未证实：假设更少的分块自助法区间包含零节能。",
  },
  "proof.too-uncertain": {
    en: "Not proven: the uncertainty at 68 % confidence is {share} % of the saving; ASHRAE Guideline 14 accepts 50 %.",
    zh: "未证实：68 % 置信水平下的不确定度为节能量的 {share} %，ASHRAE 指南 14 的限值为 50 %。",
  },
  "proof.use-rose": {
    en: "The plant used more than expected: {percent} %, between {low} % and {high} % with {level} % confidence.",
    zh: "能耗高于预期：{percent} %，{level} % 置信区间为 {low} % 至 {high} %。",
  },
  "proof.cannot-be-tested": {
    en: "Cannot be tested: what stands against it is listed; nothing is said about the saving, for or against.",
    zh: "无法检验：原因已列出；对节能与否不作结论。",
  },

  // Before the work
  "proof.smallest-provable": {
    en: "The smallest saving you can prove with this meter in {weeks} weeks is {percent} %, with {level} % confidence and a chance of {power} %.",
    zh: "使用此电表在 {weeks} 周内可证实的最小节能率为 {percent} %（置信水平 {level} %，成功概率 {power} %）。",
  },
  "proof.weeks-needed": {
    en: "To prove a saving of {percent} %, {weeks} weeks are needed.",
    zh: "要证实 {percent} % 的节能，需要 {weeks} 周。",
  },
  "proof.never-provable": {
    en: "A saving of {percent} % cannot be proven with this baseline however long one measures: the baseline alone leaves {floor} % open. A longer baseline, a driver that is missing or an on/off trial may do.",
    zh: "无论测量多久，都无法用此基线证实 {percent} % 的节能：仅基线本身就有 {floor} % 的不确定度。可延长基线期、补充缺失的驱动变量，或采用启停试验。",
  },

  "proof.coverage": {
    en: "The same analysis on {runs} simulated meters like this one: the {level} % interval held the true saving in {held} % of them, and “proven” was said in {proven} % where nothing was saved.",
    zh: "对 {runs} 个与此类似的模拟电表作同样分析：{level} % 区间在 {held} % 的情形下包含真实节能量；实际无节能时判为“已证实”的占 {proven} %。",
  },

  // Trials
  "trial.too-few-pairs": {
    en: "The trial holds {pairs} complete {pairs:pair|pairs} of blocks; {needed} are needed.",
    zh: "试验只有 {pairs} 对完整区段，至少需要 {needed} 对。",
  },
  "trial.pairs-lost": {
    en: "{pairs} of {planned} pairs lack readings on one side and do not count.",
    zh: "{planned} 对区段中有 {pairs} 对缺少一侧的读数，未计入。",
  },
  "trial.proven": {
    en: "Proven: {percent} % less in the blocks with the measure, between {low} % and {high} % with {level} % confidence; by lot alone this would happen in {p} % of cases.",
    zh: "已证实：采取措施的区段能耗低 {percent} %，{level} % 置信区间为 {low} % 至 {high} %；仅凭随机分配出现此结果的概率为 {p} %。",
  },
  "trial.proven-higher": {
    en: "Proven: {percent} % more in the blocks with the measure, between {low} % and {high} % with {level} % confidence; by lot alone this would happen in {p} % of cases.",
    zh: "已证实：采取措施的区段高 {percent} %，{level} % 置信区间为 {low} % 至 {high} %；仅凭随机分配出现此结果的概率为 {p} %。",
  },
  "trial.not-proven": {
    en: "Not proven: {percent} % was found, with {level} % confidence between {low} % and {high} %; by lot alone this would happen in {p} % of cases.",
    zh: "未证实：测得 {percent} %，{level} % 置信区间为 {low} % 至 {high} %；仅凭随机分配出现此结果的概率为 {p} %。",
  },
  "trial.pairs-alike": {
    en: "Neighbouring pairs differ alike (correlation {correlation}); the interval has been widened for it.",
    zh: "相邻区段对的差异相近（相关系数 {correlation}），区间已相应放宽。",
  },
  "trial.other-trial": {
    en: "In {pairs} of {planned} pairs something was done otherwise than drawn, more than {percent} %: what was run is another trial than the one that was planned.",
    zh: "{planned} 对区段中有 {pairs} 对未按抽签执行，超过 {percent} %：实际执行的已不是所计划的试验。",
  },
  "trial.deviations": {
    en: "{count} {count:block|blocks} with a noted deviation and {pairs} {pairs:pair|pairs} with {count:it|them} do not count.",
    zh: "{count} 个有偏差记录的区段及其所在的 {pairs} 对未计入。",
  },
  "trial.deviations-matter": {
    en: "With every block counted as it was drawn, {percent} % would be found ({low} … {high} %) and the verdict would be another: the deviations decide it, so nothing is proven.",
    zh: "若所有区段均按抽签计入，结果为 {percent} %（{low} … {high} %），结论不同：结论取决于这些偏差，因此不能视为已证实。",
  },
  "trial.not-followed": {
    en: "In {count} {count:block|blocks} the tags that are tried stood nearer to the other side than to the plan. Note a deviation or have the plan kept.",
    zh: "有 {count} 个区段中，试验位号的实际值更接近另一状态。请记录偏差或按计划执行。",
  },
  "trial.watch-broken": {
    en: "{tag} was outside of its bounds in {percent} % of the readings of blocks that were on.",
    zh: "在开启区段的读数中，{tag} 有 {percent} % 超出限值。",
  },
  "trial.washout-short": {
    en: "{tag} needs {needed} at its rate to get from one side to the other; the washout of {washout} is shorter.",
    zh: "按允许的变化速率，{tag} 在两侧之间切换需要 {needed}，而过渡时间仅 {washout}。",
  },
  "trial.not-yet": {
    en: "The log ends on {day}, before the trial does: import it again when the trial is over.",
    zh: "日志止于 {day}，早于试验结束时间：请在试验结束后再次导入。",
  },
  "trial.lock-broken": {
    en: "The plan is not the one that was locked on {day}: its fingerprint differs. Nothing may be judged by it.",
    zh: "试验计划与 {day} 锁定的内容不符：指纹不一致，不能据此评判。",
  },
  "trial.no-baseline": {
    en: "No baseline could be learned from the history, so load and weather stay in the noise: the trial takes longer.",
    zh: "无法从历史数据学得基线，负荷与气候的影响留在噪声中，试验所需时间更长。",
  },
  "trial.history-short": {
    en: "The history is too short to tell how long the trial must run; {pairs} pairs were planned.",
    zh: "历史数据过短，无法估算试验所需时间；已按 {pairs} 对计划。",
  },
  "trial.spare": {
    en: "{pairs} {pairs:pair|pairs} more than needed {pairs:is|are} drawn, for blocks that get lost.",
    zh: "多抽取 {pairs} 对备用，以弥补可能缺失的区段。",
  },
  "trial.provable": {
    en: "This plan takes {hours} h and proves a gain of {percent} % or more with a chance of {power} %; where nothing is gained it says proven in at most {risk} % of cases.",
    zh: "该计划需 {hours} h，能以 {power} % 的概率证实不小于 {percent} % 的收益；实际无收益时误判为已证实的概率不超过 {risk} %。",
  },
  "trial.hours-needed": {
    en: "To prove a gain of {percent} %, {pairs} pairs of blocks are needed: {hours} h.",
    zh: "要证实 {percent} % 的收益，需要 {pairs} 对区段，共 {hours} h。",
  },
  "trial.never-enough": {
    en: "A gain of {percent} % would take more than {hours} h to prove with blocks of this length.",
    zh: "使用该区段长度，证实 {percent} % 的收益需要超过 {hours} h。",
  },
} as const satisfies Sentences;
