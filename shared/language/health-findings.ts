import type { Sentences } from "./sentence.ts";

/** What is told about reference periods, health models and their limits; the keys are the codes of the findings. */
export const healthFindings = {
  "health.reference-proposed": {
    en: "{length} with {rows} rows: {completePercent} % of the rows are there, the machine stood for {stoppedPercent} % of them, and the tags' medians move by {movementPercent} % of what they move over the whole log.",
    zh: "{length}，共 {rows} 行：数据完整率 {completePercent} %，其中停机占 {stoppedPercent} %；各位号中位数的变动为整个记录期间的 {movementPercent} %。",
  },
  "health.reference-not-the-start": {
    en: "The first {left} of the log are left out: less steady or less complete than what follows.",
    zh: "未采用记录最初的 {left}：这段时间不够平稳或数据不够完整。",
  },
  "health.reference-empty": { en: "The reference period holds no rows.", zh: "参考期内没有数据。" },
  "health.reference-under-a-day": {
    en: "The reference period covers {hours} h: what a day brings with it is not in it.",
    zh: "参考期仅 {hours} 小时，未包含一整天的变化。",
  },
  "health.reference-under-a-week": {
    en: "The reference period covers {days} days: what a week brings with it is not in it.",
    zh: "参考期仅 {days} 天，未包含一整周的变化。",
  },
  "health.reference-gaps": {
    en: "The log has {count} gaps in the reference period, {hours} h in all, the longest {longest} h: what happened there was not learned.",
    zh: "参考期内的记录有 {count} 处中断，共 {hours} 小时，最长 {longest} 小时：这些时段的情况未被学习。",
  },
  "health.tag-sparse": {
    en: "{tag} has values in {rows} of {of} reference rows only and is left out.",
    zh: "{tag} 在 {of} 行参考数据中只有 {rows} 行有值，已排除。",
  },
  "health.tag-left-out": {
    en: "{tag} never changes in the reference period and is left out: there is nothing to learn from it.",
    zh: "{tag} 在参考期内从不变化，无法从中学习，已排除。",
  },
  "health.tag-constant": {
    en: "{tag} never changes in the reference period; a model cannot learn what is normal for it.",
    zh: "{tag} 在参考期内从不变化，模型无法得知其正常范围。",
  },
  "health.no-tags": {
    en: "None of the chosen tags has values that vary in the reference period.",
    zh: "所选位号在参考期内都没有变化的数据。",
  },
  "health.too-few-rows": {
    en: "The reference period holds {rows} usable rows; {needed} are needed for {tags} tags.",
    zh: "参考期内只有 {rows} 行可用数据；{tags} 个位号至少需要 {needed} 行。",
  },
  "health.few-rows": {
    en: "The reference period holds {rows} usable rows; {advised} or more are advised for {tags} tags.",
    zh: "参考期内有 {rows} 行可用数据；{tags} 个位号建议不少于 {advised} 行。",
  },
  "health.regime-missing": {
    en: "The reference period holds nothing of {regime}, where the log spends {log} h: what is normal there is not learned.",
    zh: "参考期内没有工况 {regime}（整个记录中有 {log} 小时）：该工况的正常状态未被学习。",
  },
  "health.regime-thin": {
    en: "The reference period holds only {hours} h of {regime}, where the log spends {log} h: limits there rest on little.",
    zh: "参考期内工况 {regime} 只有 {hours} 小时（整个记录中有 {log} 小时）：该工况的限值依据不足。",
  },
  "health.regimes-covered": {
    en: "The reference period covers {count} of {of} regimes: {list}.",
    zh: "参考期覆盖了 {of} 个工况中的 {count} 个：{list}。",
  },
  "health.regimes-asked": {
    en: "Models and limits per regime, as asked for: at {budget} {budget:alert|alerts} per week one model for all regimes caught {common} % of the planted faults, limits per regime {limits} %, models and limits per regime {models} %.",
    zh: "按要求分工况建模并设限：在每周 {budget} 次报警下，所有工况共用一个模型可发现 {common} % 的植入故障，分工况设限为 {limits} %，分工况建模并设限为 {models} %。",
  },
  "health.regimes-common": {
    en: "One model for all regimes: at {budget} {budget:alert|alerts} per week one model for all regimes caught {common} % of the planted faults, limits per regime {limits} %, models and limits per regime {models} %, not clearly more.",
    zh: "所有工况共用一个模型：在每周 {budget} 次报警下，共用模型可发现 {common} % 的植入故障，分工况设限为 {limits} %，分工况建模并设限为 {models} %，没有明显优势。",
  },
  "health.regimes-limits": {
    en: "Limits follow the regimes: at {budget} {budget:alert|alerts} per week one model for all regimes caught {common} % of the planted faults, limits per regime {limits} %, models and limits per regime {models} %.",
    zh: "限值随工况而定：在每周 {budget} 次报警下，共用一个模型可发现 {common} % 的植入故障，分工况设限为 {limits} %，分工况建模并设限为 {models} %。",
  },
  "health.regimes-models": {
    en: "Models and limits follow the regimes: at {budget} {budget:alert|alerts} per week one model for all regimes caught {common} % of the planted faults, limits per regime {limits} %, models and limits per regime {models} %.",
    zh: "模型与限值随工况而定：在每周 {budget} 次报警下，共用一个模型可发现 {common} % 的植入故障，分工况设限为 {limits} %，分工况建模并设限为 {models} %。",
  },
  "health.conditions-unseen": {
    en: "For {hours} h of the log {tag} lies outside the {low} to {high} {unit} of the reference period, as far as {value} {unit}: episodes in such conditions are marked. A reference period that holds them would teach the model.",
    zh: "记录中有 {hours} 小时 {tag} 超出参考期的 {low} 至 {high} {unit}，最远达 {value} {unit}：此类条件下的事件会加以标注。若参考期包含这些条件，模型即可学习。",
  },
  "health.limit-bounded": {
    en: "The reference period is too short to prove {asked} alerts per week: expect up to {expected} until it is longer.",
    zh: "参考期过短，无法保证每周 {asked} 次告警的预算：在参考期加长之前，预计每周最多 {expected} 次。",
  },
  "health.settings-found": {
    en: "Settings were found by the drills: they catch {caught} % of {drills} planted faults where the usual ones catch {before} %; half of the drifts caught are told within {delay} (usual settings: {delayBefore}).",
    zh: "由植入的故障找到了更好的设置：{drills} 个植入故障中发现 {caught} %，默认设置为 {before} %；所发现的漂移有一半在 {delay} 内报出（默认设置：{delayBefore}）。",
  },
  "health.settings-found-undated": {
    en: "Settings were found by the drills: they catch {caught} % of {drills} planted faults where the usual ones catch {before} %.",
    zh: "由植入的故障找到了更好的设置：{drills} 个植入故障中发现 {caught} %，默认设置为 {before} %。",
  },
  "health.settings-kept": {
    en: "{others} other settings were tried by the same {drills} drills; none caught clearly more than the {before} % of the usual ones, or as many clearly sooner; these stay.",
    zh: "用同样的 {drills} 个植入故障试了另外 {others} 组设置；没有一组发现的故障明显多于默认设置的 {before} %，也没有一组明显更早发现，故保留默认设置。",
  },
  "health.recommended-first": {
    en: "Recommended: it caught {caught} % of {tried} faults planted into held-out reference rows at {budget} {budget:alert|alerts} per week, the best other kind of model {others} %; no other caught clearly more.",
    zh: "推荐：在每周 {budget} 次报警的预算下，向留出的参考数据植入 {tried} 个故障，该模型发现了 {caught} %，其他类型中最好的为 {others} %；没有其他类型明显更好。",
  },
  "health.recommended-better": {
    en: "Recommended: it caught {caught} % of {tried} faults planted into held-out reference rows at {budget} {budget:alert|alerts} per week, clearly more than the kinds of model offered before it; the best other one caught {others} %.",
    zh: "推荐：在每周 {budget} 次报警的预算下，向留出的参考数据植入 {tried} 个故障，该模型发现了 {caught} %，明显多于排在其前的类型；其他类型中最好的为 {others} %。",
  },
  "health.recommended-unproven": {
    en: "Recommended because it does well in general: it caught {caught} % of {tried} faults planted into held-out reference rows, but the reference period is too short to prove {budget} {budget:alert|alerts} per week and so to compare the kinds of model by it.",
    zh: "因其一般表现良好而推荐：向留出的参考数据植入 {tried} 个故障，该模型发现了 {caught} %；但参考期过短，无法证明每周 {budget} 次报警的预算，因而不能据此比较各类模型。",
  },
  "health.recommended-without-drills": {
    en: "The reference period has no stretch that is long enough for fault drills: the kind of model that does well in general is recommended.",
    zh: "参考期内没有足够长的连续时段可供故障演练：推荐一般情况下表现良好的模型类型。",
  },
  "health.drill-drift": {
    en: "A drift of {tag} by {drift} within {within} would have been caught after {delay}.",
    zh: "若 {tag} 在 {within} 内漂移 {drift}，会在 {delay} 后被发现。",
  },
  "model.unreadable": {
    en: "The saved model has no usable “{name}”: it was written by another version, or is damaged.",
    zh: "已保存的模型缺少可用的“{name}”：它由其他版本写入，或已损坏。",
  },
  "model.family-unknown": { en: "This program has no model family “{id}”.", zh: "本程序没有模型类型“{id}”。" },
} as const satisfies Sentences;
