import type { Sentences } from "./sentence.ts";

/** The words of the efficiency screen. */
export const efficiencyView = {
  "efficiency.no-tags.title": { en: "This asset has no measured values yet", zh: "该设备还没有测量值" },
  "efficiency.no-tags.way": {
    en: "Import a log of the machine first; what it should have used is learned from it.",
    zh: "请先导入机器日志；预期值要从日志中学习。",
  },

  // Building
  "efficiency.build.title": { en: "What should one unit cost?", zh: "单位产出应当消耗多少？" },
  "efficiency.build.lead": {
    en: "Choose what to measure (a KPI), what moves it without anybody's doing, and a good period. The program learns what the KPI should be and tells how far off it is.",
    zh: "选择要衡量的指标（KPI）、不受人控制却影响它的因素，以及一段良好的时期。程序会学习指标应有的值，并指出偏离多少。",
  },
  "efficiency.build.new": { en: "New KPI", zh: "新建指标" },
  "efficiency.build.again": { en: "Change and fit again", zh: "修改并重新拟合" },
  "efficiency.build.back": { en: "Back to the result", zh: "返回结果" },
  "efficiency.build.fit": { en: "Learn and compare", zh: "学习并比较" },
  "efficiency.build.running": {
    en: "Learning what to expect. You can leave this screen; the work goes on.",
    zh: "正在学习预期值。您可以离开此页面，计算会继续。",
  },
  "efficiency.build.failed": { en: "This did not work. Nothing of it was kept.", zh: "未能完成，未保留任何结果。" },
  "efficiency.build.cancelled": { en: "Stopped; nothing of it was kept.", zh: "已停止，未保留任何结果。" },
  "efficiency.build.interrupted": {
    en: "The work was interrupted because the engine stopped; nothing of it was kept. Please start it again.",
    zh: "计算引擎停止，工作被中断，未保留任何结果。请重新开始。",
  },
  "efficiency.build.missing.name": { en: "Give the KPI a name.", zh: "请为指标命名。" },
  "efficiency.build.missing.formula": { en: "Write a formula that can be computed.", zh: "请写出可以计算的公式。" },
  "efficiency.build.missing.unit": { en: "Choose a unit that fits the formula.", zh: "请选择与公式相符的单位。" },
  "efficiency.build.missing.valid-when": { en: "Mend the condition under which rows count.", zh: "请修正计入条件。" },
  "efficiency.build.missing.relevant": { en: "Choose at least one relevant variable.", zh: "请至少选择一个相关变量。" },
  "efficiency.build.missing.baseline": { en: "Choose a baseline period.", zh: "请选择基线期。" },
  "efficiency.build.missing.reporting": { en: "Choose a period to compare.", zh: "请选择要比较的报告期。" },
  "efficiency.build.overlap": {
    en: "Baseline and reporting period overlap by {length}. A time that was learned from hardly shows a loss.",
    zh: "基线期与报告期重叠 {length}。用于学习的时间几乎显示不出损失。",
  },

  "efficiency.proposals.title": { en: "Proposals for this asset", zh: "针对该设备的建议" },
  "efficiency.proposals.none": {
    en: "The names and units of the tags suggest no KPI. Write a formula of your own below.",
    zh: "从位号的名称和单位看不出合适的指标。请在下面自行编写公式。",
  },
  "efficiency.proposals.used": { en: "In use", zh: "已采用" },
  "efficiency.proposals.own": { en: "Own formula", zh: "自编公式" },

  "efficiency.kpi.title": { en: "KPI", zh: "指标" },
  "efficiency.kpi.name": { en: "Name", zh: "名称" },
  "efficiency.kpi.formula": { en: "Formula", zh: "公式" },
  "efficiency.kpi.formula.help": {
    en: "Tags with + − * / and brackets, for example {example}. Units are worked out; names with blanks stand in quotes.",
    zh: "用位号和 + − * / 及括号书写，例如 {example}。单位会自动推算；含空格的名称请加引号。",
  },
  "efficiency.kpi.formula.insert": { en: "Insert a tag", zh: "插入位号" },
  "efficiency.kpi.formula.checking": { en: "Checking…", zh: "正在检查……" },
  "efficiency.kpi.formula.ok": { en: "Computes to {unit}", zh: "结果单位为 {unit}" },
  "efficiency.kpi.formula.ok-number": { en: "Computes to a number without a unit", zh: "结果为无单位的数" },
  "efficiency.kpi.formula.no-unit": { en: "Can be computed, but its unit cannot be told", zh: "可以计算，但无法判定单位" },
  "efficiency.kpi.formula.uses": { en: "Uses {tags}", zh: "使用 {tags}" },
  "efficiency.kpi.formula.excess": { en: "A loss is added up in {unit}", zh: "损失以 {unit} 累计" },
  "efficiency.kpi.unit": { en: "Shown in", zh: "显示单位" },
  "efficiency.kpi.unit.unknown": {
    en: "The log gives no unit; type the one the values are in.",
    zh: "日志没有给出单位；请输入数值的单位。",
  },
  "efficiency.kpi.unit.misfit": { en: "{unit} does not fit a formula in {formula}.", zh: "{unit} 与公式的单位 {formula} 不符。" },
  "efficiency.kpi.better": { en: "Better is", zh: "以何为佳" },
  "efficiency.kpi.better.lower": { en: "lower", zh: "越低越好" },
  "efficiency.kpi.better.higher": { en: "higher", zh: "越高越好" },
  "efficiency.kpi.valid-when": { en: "Counts only when", zh: "仅在此条件下计入" },
  "efficiency.kpi.valid-when.help": {
    en: "Rows outside are left out, for example {example}. Empty counts every row.",
    zh: "不满足的行不计入，例如 {example}。留空则全部计入。",
  },
  "efficiency.kpi.throughput": { en: "Per (throughput)", zh: "相对于（产量）" },
  "efficiency.kpi.throughput.help": {
    en: "What the KPI is per, as a rate; it weighs the steps and turns a loss into an amount. Empty takes the denominator of the formula.",
    zh: "指标所相对的流率；用来给各时间步加权，并把损失换算成数量。留空则取公式的分母。",
  },
  "efficiency.kpi.resolution": { en: "Averaged over", zh: "平均步长" },
  "efficiency.kpi.resolution.help": {
    en: "Samples are averaged over such steps first. Long enough that the plant settles, short enough that load and weather hold still.",
    zh: "样本先按此步长取平均。应长到足以让装置稳定，短到负荷和天气基本不变。",
  },
  "efficiency.kpi.more": { en: "More settings", zh: "更多设置" },

  "efficiency.roles.title": { en: "What each tag is to the KPI", zh: "各位号与指标的关系" },
  "efficiency.roles.relevant": { en: "Relevant variable", zh: "相关变量" },
  "efficiency.roles.relevant.short": { en: "relevant", zh: "相关" },
  "efficiency.roles.relevant.help": {
    en: "Moves the KPI, and no fault moves it: load, weather, supply, settings made by hand. The expectation is made from these. Never a tag that answers to the health of the machine (speed, current, vibration): it would explain the loss away.",
    zh: "影响指标，且不受故障影响：负荷、天气、来料、人工设定。预期值由它们算出。切勿选择会随机器状态变化的位号（转速、电流、振动）：那会把损失“解释”掉。",
  },
  "efficiency.roles.controllable": { en: "Controllable", zh: "可控" },
  "efficiency.roles.controllable.short": { en: "controllable", zh: "可控" },
  "efficiency.roles.controllable.help": {
    en: "An operator can set it. If it is a relevant variable too, the loss is that of the machine at the settings it was given; what better settings would save is another question.",
    zh: "操作员可以设定。若同时是相关变量，则损失是机器在既定设定下的损失；更好的设定能省多少是另一个问题。",
  },
  "efficiency.roles.in-formula": { en: "in the formula", zh: "在公式中" },

  "efficiency.periods.title": { en: "Periods", zh: "时期" },
  "efficiency.periods.help": {
    en: "The expectation is learned from the baseline period and held against the reporting period. Drag on the chart to change either.",
    zh: "预期值从基线期学习，再与报告期比较。可在图上拖动修改。",
  },
  "efficiency.periods.baseline": { en: "Baseline period", zh: "基线期" },
  "efficiency.periods.baseline.help": {
    en: "When the plant ran as well as it should, over all loads and weathers that are to be judged.",
    zh: "装置运行良好的时期，应覆盖所有要评判的负荷和天气。",
  },
  "efficiency.periods.reporting": { en: "Reporting period", zh: "报告期" },
  "efficiency.periods.reporting.help": { en: "What is to be judged.", zh: "要评判的时期。" },
  "efficiency.periods.proposing": { en: "Looking for good periods…", zh: "正在寻找合适的时期……" },
  "efficiency.periods.whole": { en: "Judge the whole log", zh: "评判全部日志" },

  // Result
  "efficiency.models.title": { en: "Results", zh: "结果" },
  "efficiency.model.show": { en: "Show {name}", zh: "显示 {name}" },
  "efficiency.headline.worse-lower": {
    en: "{name} was {percent} higher than expected.",
    zh: "{name} 比预期高 {percent}。",
  },
  "efficiency.headline.worse-higher": {
    en: "{name} was {percent} lower than expected.",
    zh: "{name} 比预期低 {percent}。",
  },
  "efficiency.headline.better-lower": {
    en: "{name} was {percent} lower than expected: better than the baseline.",
    zh: "{name} 比预期低 {percent}：优于基线。",
  },
  "efficiency.headline.better-higher": {
    en: "{name} was {percent} higher than expected: better than the baseline.",
    zh: "{name} 比预期高 {percent}：优于基线。",
  },
  "efficiency.headline.unclear": {
    en: "No difference from what was expected can be shown.",
    zh: "看不出与预期有差别。",
  },
  "efficiency.headline.interval": {
    en: "Loss {percent}, between {low} and {high} with {level} certainty",
    zh: "损失 {percent}，以 {level} 的把握介于 {low} 与 {high} 之间",
  },
  "efficiency.headline.no-interval": {
    en: "Loss {percent}; how sure that is cannot be told from so little data",
    zh: "损失 {percent}；数据太少，无法给出把握程度",
  },
  "efficiency.headline.amount": {
    en: "That is {excess} in {hours} judged ({low} to {high}).",
    zh: "即在评判的 {hours} 内为 {excess}（{low} 至 {high}）。",
  },
  "efficiency.headline.amount-plain": { en: "That is {excess} in {hours} judged.", zh: "即在评判的 {hours} 内为 {excess}。" },
  "efficiency.tile.measured": { en: "Measured", zh: "实测" },
  "efficiency.tile.expected": { en: "Expected", zh: "预期" },
  "efficiency.tile.loss": { en: "Loss", zh: "损失" },
  "efficiency.tile.excess": { en: "Added up", zh: "累计" },
  "efficiency.tile.coverage": { en: "Judged", zh: "已评判" },
  "efficiency.tile.coverage.help": {
    en: "Share of the reporting period that had good samples and met the condition.",
    zh: "报告期中样本良好且满足条件的部分。",
  },
  "efficiency.tile.extrapolated": { en: "Outside the baseline", zh: "超出基线范围" },
  "efficiency.tile.extrapolated.help": {
    en: "Share of the judged time in which a relevant variable was beyond what the baseline period has seen. There the expectation is a guess.",
    zh: "相关变量超出基线期所见范围的时间占比。在那里预期只是推测。",
  },

  "efficiency.chart.title": { en: "Measured against expected", zh: "实测与预期" },
  "efficiency.chart.help": {
    en: "The band is where one step may lie by chance (90 %). Shaded times lie outside what the baseline has seen.",
    zh: "带状区域为单个时间步的偶然波动范围（90 %）。阴影时段超出基线期所见范围。",
  },
  "efficiency.chart.measured": { en: "measured", zh: "实测" },
  "efficiency.chart.expected": { en: "expected", zh: "预期" },
  "efficiency.chart.measured-day": { en: "measured, mean of the day", zh: "实测日均值" },
  "efficiency.chart.expected-day": { en: "expected, mean of the day", zh: "预期日均值" },
  "efficiency.chart.range": { en: "measured, least to greatest (zoom in for the steps)", zh: "实测最小至最大（放大可看各时间步）" },
  "efficiency.chart.band": { en: "expected, 90 % of steps", zh: "预期（90 % 的时间步）" },
  "efficiency.daily.help": {
    en: "Percent of what was expected; above zero the plant did worse. Pale bars rest on less than half a day.",
    zh: "占预期的百分比；大于零表示更差。浅色柱所依据的数据不足半天。",
  },
  "efficiency.daily.loss": { en: "loss of the day", zh: "当日损失" },
  "efficiency.daily.gain": { en: "gain of the day", zh: "当日收益" },
  "efficiency.daily.pale": { en: "little judged", zh: "数据较少" },
  "efficiency.chart.whole": { en: "Whole period", zh: "整个报告期" },
  "efficiency.findings.title": { en: "What to know about it", zh: "需要注意" },
  "efficiency.cumulative.title": { en: "Loss added up", zh: "累计损失" },
  "efficiency.cumulative.help": {
    en: "A steady climb is a steady loss; a flat stretch is running as expected; a bend is when something changed.",
    zh: "稳定上升表示持续损失；平缓表示符合预期；转折处表示发生了变化。",
  },
  "efficiency.shares.title": { en: "What moves the expectation", zh: "影响预期的因素" },
  "efficiency.shares.help": {
    en: "How much each relevant variable changes the expected KPI, and the range the baseline has seen.",
    zh: "各相关变量对预期指标的影响，以及基线期所见的范围。",
  },

  "efficiency.error.title": { en: "How good is the expectation?", zh: "预期有多准？" },
  "efficiency.error.words": {
    en: "On days it had not seen, the expectation was off by {cvRmse} of the mean on a typical step, and by {nmbe} on average over all of them.",
    zh: "在未见过的日子里，单个时间步的典型误差为平均值的 {cvRmse}，总体平均偏差为 {nmbe}。",
  },
  "efficiency.error.words-rows": {
    en: "On rows it had not seen, the expectation was off by {cvRmse} of the mean on a typical row, and by {nmbe} on average over all of them.",
    zh: "在未见过的行上，典型误差为平均值的 {cvRmse}，总体平均偏差为 {nmbe}。",
  },
  "efficiency.error.explains": {
    en: "It explains {r2} of the ups and downs of the KPI.",
    zh: "它解释了指标波动的 {r2}。",
  },
  "efficiency.error.useless": {
    en: "It explains nothing of the ups and downs of the KPI: the relevant variables chosen do not move it.",
    zh: "它完全不能解释指标的波动：所选的相关变量并不影响该指标。",
  },
  "efficiency.error.scheme.time-blocks": {
    en: "Tested on {n} steps in {folds} parts: whole days were held out, with a distance to the days learned from.",
    zh: "在 {n} 个时间步上分 {folds} 份检验：整天留出，并与学习用的日子保持间隔。",
  },
  "efficiency.error.scheme.row-blocks": {
    en: "Tested on {n} rows in {folds} parts of neighbouring rows.",
    zh: "在 {n} 行上分 {folds} 份（相邻行为一份）检验。",
  },
  "efficiency.candidates.title": { en: "Kinds of expectation tried", zh: "尝试过的预期模型" },
  "efficiency.candidates.help": {
    en: "The simplest one is taken whose error is as good as the best within one standard error.",
    zh: "在误差与最佳者相差不超过一个标准误的模型中，取最简单的一个。",
  },
  "efficiency.candidates.family": { en: "Kind", zh: "类型" },
  "efficiency.candidates.rmse": { en: "Typical error, {unit}", zh: "典型误差，{unit}" },
  "efficiency.candidates.cv": { en: "of the mean", zh: "占平均值" },
  "efficiency.candidates.nmbe": { en: "Bias", zh: "偏差" },
  "efficiency.candidates.r2": { en: "R²", zh: "R²" },
  "efficiency.candidates.chosen": { en: "chosen", zh: "已选" },

  // Value
  "efficiency.value.title": { en: "What is 1 % worth?", zh: "1 % 值多少？" },
  "efficiency.value.help": {
    en: "Type your own figures; nothing is assumed for you.",
    zh: "请输入您自己的数字；程序不作任何假设。",
  },
  "efficiency.value.throughput": { en: "Throughput per year", zh: "年产量" },
  "efficiency.value.throughput.measured": { en: "as measured", zh: "按实测" },
  "efficiency.value.throughput.help": {
    en: "Empty takes the measured rate times the hours.",
    zh: "留空则取实测流率乘以小时数。",
  },
  "efficiency.value.price": { en: "Price per {unit}", zh: "每 {unit} 的价格" },
  "efficiency.value.currency": { en: "Currency", zh: "货币" },
  "efficiency.value.hours": { en: "Hours per year", zh: "年运行小时" },
  "efficiency.value.compute": { en: "Show the value", zh: "计算价值" },
  "efficiency.value.one-percent": { en: "1 % is worth", zh: "1 % 的价值" },
  "efficiency.value.per-year": { en: "{money} per year", zh: "每年 {money}" },
  "efficiency.value.one-percent.why": {
    en: "{amount} of {total} a year, at {throughput} a year",
    zh: "每年 {total} 中的 {amount}，按年产量 {throughput}",
  },
  "efficiency.value.loss": { en: "The loss found costs", zh: "所发现的损失代价" },
  "efficiency.value.gain": { en: "The gain found brings", zh: "所发现的收益" },
  "efficiency.value.loss.why": {
    en: "{amount} a year if it goes on, between {low} and {high}",
    zh: "若持续，每年 {amount}，介于 {low} 与 {high} 之间",
  },
  "efficiency.value.missing": {
    en: "Type a price to see what one percent is worth in money.",
    zh: "输入价格即可看到百分之一值多少钱。",
  },
  "efficiency.value.carrier": { en: "Energy carrier", zh: "能源品种" },
  "efficiency.value.carrier.example": { en: "electricity, natural gas …", zh: "电力、天然气…" },
  "efficiency.value.co2": { en: "kg CO2 per {unit}", zh: "每 {unit} 的 CO2（kg）" },
  "efficiency.value.co2-source": { en: "Source of the factor", zh: "因子来源" },
  "efficiency.value.co2-source.example": { en: "supplier, year", zh: "供应商、年份" },
  "efficiency.value.co2-whole": { en: "carrier, factor and source go together", zh: "品种、因子与来源须同时填写" },
  "efficiency.value.co2-card": { en: "CO2 in a year: 1 %, and the loss if it stays", zh: "每年 CO2：百分之一，以及损失若持续" },
  "efficiency.value.co2-per-year": { en: "{one} · {loss}", zh: "{one} · {loss}" },
  "efficiency.value.co2-why": {
    en: "{carrier}, {factor}, as you typed it ({source}); the loss between {low} and {high}",
    zh: "{carrier}，{factor}，由您填写（{source}）；损失介于 {low} 与 {high}",
  },
  "efficiency.sector.title": { en: "For comparison: what 1 % is said to be worth to whole sectors", zh: "对照：百分之一对整个行业的价值" },
  "efficiency.sector.lead": {
    en: "General Electric's study of 2012 (“the power of 1 percent”): one percent saved in the whole world over fifteen years. These are not your plant's numbers and none of them is used in any calculation here.",
    zh: "通用电气 2012 年研究（“百分之一的力量”）：全球在十五年间节约百分之一的价值。这些并非贵厂的数字，也不用于任何计算。",
  },
  "efficiency.sector.col.sector": { en: "Sector", zh: "行业" },
  "efficiency.sector.col.what": { en: "One percent of", zh: "百分之一的" },
  "efficiency.sector.col.value": { en: "US$ bn, 15 years, world", zh: "十亿美元，15 年，全球" },
  "efficiency.sector.aviation": { en: "Aviation", zh: "航空" },
  "efficiency.sector.aviation.what": { en: "fuel", zh: "燃料" },
  "efficiency.sector.power": { en: "Power", zh: "电力" },
  "efficiency.sector.power.what": { en: "fuel of gas-fired generation", zh: "燃气发电燃料" },
  "efficiency.sector.healthcare": { en: "Healthcare", zh: "医疗" },
  "efficiency.sector.healthcare.what": { en: "inefficiency of the system", zh: "系统低效" },
  "efficiency.sector.source": {
    en: "Source: General Electric, press release of 26 November 2012 (Business Wire). The study also names rail freight and oil and gas; their figures are left out because they could not be checked at the source.",
    zh: "来源：通用电气 2012 年 11 月 26 日新闻稿（Business Wire）。该研究还提及铁路货运与油气；因未能在原始来源核实，其数字未列出。",
  },
  "efficiency.value.hours-wrong": { en: "Between 1 and 8784 hours.", zh: "介于 1 与 8784 小时之间。" },

  "efficiency.model.about": { en: "About this result", zh: "关于该结果" },
  "efficiency.model.formula": { en: "Formula", zh: "公式" },
  "efficiency.model.valid-when": { en: "Counts when", zh: "计入条件" },
  "efficiency.model.baseline": { en: "Baseline", zh: "基线期" },
  "efficiency.model.reporting": { en: "Reporting", zh: "报告期" },
  "efficiency.model.resolution": { en: "Steps of", zh: "步长" },
  "efficiency.model.created": { en: "Made", zh: "创建于" },
  "efficiency.model.controllable": { en: "Controllable", zh: "可控位号" },
  "efficiency.model.id": { en: "Model id", zh: "模型编号" },
  "efficiency.model.remove": { en: "Remove result", zh: "删除结果" },
  "efficiency.model.remove.title": { en: "Remove this result?", zh: "删除该结果？" },
  "efficiency.model.remove.text": {
    en: "{name} is removed with its expectation and what was typed for its value. The imported data stay. Reports that were already composed keep what they show.",
    zh: "将删除 {name} 及其预期模型和价值输入。已导入的数据会保留，已生成的报告保持原样。",
  },
} as const satisfies Sentences;
