import type { Sentences } from "./sentence.ts";

/** What is told about formulas, baselines and losses; the keys are the codes of the findings. */
export const efficiencyFindings = {
  // Formulas. {at} counts characters from 1.
  "formula.empty": { en: "The formula is empty.", zh: "公式为空。" },
  "formula.character": { en: "“{text}” at {at} has no meaning in a formula.", zh: "第 {at} 个字符“{text}”在公式中没有意义。" },
  "formula.quote-open": { en: "The quotation mark at {at} is never closed.", zh: "第 {at} 个字符处的引号没有闭合。" },
  "formula.bracket-open": { en: "The bracket of the unit at {at} is never closed.", zh: "第 {at} 个字符处的单位括号没有闭合。" },
  "formula.expected": { en: "“{expected}” is expected at {at}, not “{found}”.", zh: "第 {at} 个字符处应为“{expected}”，而不是“{found}”。" },
  "formula.sign-missing": { en: "“{expected}” is missing at the end.", zh: "末尾缺少“{expected}”。" },
  "formula.ends-early": {
    en: "The formula ends at {at} where a number or a tag is expected.",
    zh: "公式在第 {at} 个字符处结束，此处还需要一个数或位号。",
  },
  "formula.unexpected": { en: "“{found}” at {at} does not fit there.", zh: "第 {at} 个字符处的“{found}”位置不对。" },
  "formula.comparison-chain": {
    en: "Two comparisons in a row at {at}; join them with “and”.",
    zh: "第 {at} 个字符处连续出现两个比较，请用 and 连接。",
  },
  "formula.function-unknown": {
    en: "There is no function “{name}” (at {at}); there are {known}.",
    zh: "没有函数“{name}”（第 {at} 个字符）；可用的有 {known}。",
  },
  "formula.arguments": {
    en: "“{name}” at {at} is given {count} values; it takes {needed}.",
    zh: "第 {at} 个字符处的“{name}”得到 {count} 个参数，需要 {needed} 个。",
  },
  "formula.too-deep": { en: "The formula is nested too deeply at {at}.", zh: "公式在第 {at} 个字符处嵌套过深。" },
  "formula.tag-unknown": { en: "Unknown tag “{tag}” at {at}.", zh: "第 {at} 个字符处的位号“{tag}”不存在。" },
  "formula.tag-unknown-near": {
    en: "Unknown tag “{tag}” at {at}; did you mean {near}?",
    zh: "第 {at} 个字符处的位号“{tag}”不存在；是否指 {near}？",
  },
  "formula.exponent": {
    en: "A value in {unit} can only be raised to a fixed number; “{text}” at {at} changes.",
    zh: "以 {unit} 为单位的值只能取固定次幂；第 {at} 个字符处的“{text}”是变化的。",
  },
  "formula.units-differ": {
    en: "“{text}” at {at} is in {unit}; it cannot be added to or compared with a value in {other}.",
    zh: "第 {at} 个字符处的“{text}”单位为 {unit}，不能与 {other} 的值相加或比较。",
  },
  "formula.offset-product": {
    en: "“{text}” at {at} is in {unit}, whose zero is arbitrary; it is multiplied as {absolute}, counted from absolute zero.",
    zh: "第 {at} 个字符处的“{text}”单位为 {unit}，其零点是人为规定的；相乘时按 {absolute}（从绝对零点起）计算。",
  },
  "formula.offset-sum": {
    en: "“{text}” at {at} adds two values in {unit}; that is only meaningful inside a mean.",
    zh: "第 {at} 个字符处的“{text}”把两个 {unit} 的值相加，只有在求平均时才有意义。",
  },
  "formula.unit-missing": {
    en: "The log gives no unit for {tag}, so the unit of the formula cannot be checked.",
    zh: "日志没有给出 {tag} 的单位，因此无法检查公式的单位。",
  },

  "formula.window-not-here": {
    en: "“{name}” at {at} looks back in time; a KPI is worked out row by row. Define a derived tag with it and use that tag here.",
    zh: "第 {at} 个字符处的“{name}”要回看一段时间，而 KPI 是逐行计算的。请先用它定义一个派生位号，再在这里使用该位号。",
  },
  "formula.window-span": {
    en: "“{text}” at {at} should be a fixed length of time with its unit, for example {name}(…, 10 [min]).",
    zh: "第 {at} 个字符处的“{text}”应为带单位的固定时长，例如 {name}(…, 10 [min])。",
  },
  "formula.no-tag": { en: "The formula reads no tag.", zh: "公式没有读取任何位号。" },
  "formula.circle": { en: "{tag} would be computed from itself.", zh: "{tag} 会由它自身计算得出。" },
  "formula.derived-broken": { en: "The derived tag {tag} cannot be computed now.", zh: "派生位号 {tag} 目前无法计算。" },
  "formula.unit-not-this": {
    en: "The formula gives {formulaUnit}; that cannot be shown in {unit}.",
    zh: "公式的单位是 {formulaUnit}，无法换算为 {unit}。",
  },

  // The KPI and its parts
  "efficiency.unit-differs": {
    en: "The formula gives {formulaUnit}; that cannot be shown in {unit}.",
    zh: "公式的单位是 {formulaUnit}，无法换算为 {unit}。",
  },
  "efficiency.unit-taken": {
    en: "The unit of the formula cannot be told, so its values are taken to be in {unit} as they stand.",
    zh: "无法确定公式的单位，其数值直接按 {unit} 处理。",
  },
  "efficiency.tag-missing": { en: "The log has no tag {tag}.", zh: "日志中没有位号 {tag}。" },
  "efficiency.no-inputs": {
    en: "No relevant variable is chosen: without load, weather or supply there is nothing to expect the KPI from.",
    zh: "没有选择相关变量：缺少负荷、天气或供给条件，就无从推算 KPI 的预期值。",
  },
  "efficiency.input-in-numerator": {
    en: "{tag} is what the KPI counts; as a relevant variable it would explain every loss away.",
    zh: "{tag} 正是 KPI 所计量的对象；作为相关变量会把所有损失都解释掉。",
  },
  "efficiency.input-controllable": {
    en: "{tag} is set by the operators and a relevant variable as well: the loss is that of the machine at the settings it was given; what better settings would save is not in it.",
    zh: "{tag} 由操作人员设定，同时也是相关变量：所得损失是设备在既定设定下的损失，不包含更优设定可节省的部分。",
  },
  "efficiency.input-silent": {
    en: "{tag} tells nothing about the KPI on steps it has not seen and is left out of the curves.",
    zh: "{tag} 对未见时段的 KPI 没有说明作用，未用于曲线模型。",
  },
  "efficiency.input-constant": {
    en: "{tag} never changes in the baseline period and is left out.",
    zh: "{tag} 在基线期内从不变化，已略去。",
  },

  // The baseline
  "efficiency.too-few-steps": {
    en: "The baseline period holds {steps} usable steps of {step}; {needed} are needed.",
    zh: "基线期只有 {steps} 个可用时段（每段 {step}），需要 {needed} 个。",
  },
  "efficiency.few-steps": {
    en: "The baseline period holds {steps} usable steps of {step}; {advised} or more are advised.",
    zh: "基线期有 {steps} 个可用时段（每段 {step}），建议不少于 {advised} 个。",
  },
  "efficiency.outliers": {
    en: "{steps} steps of the baseline period are far outside the others and are left out.",
    zh: "基线期中有 {steps} 个时段远离其余数据，已略去。",
  },
  "efficiency.rows-unordered": {
    en: "Neighbouring rows are no more alike than others: the order of the rows is taken not to be one of time, and the error is found on blocks of rows.",
    zh: "相邻各行并不比其他行更相似：各行的顺序不视为时间顺序，误差按行块检验。",
  },
  "efficiency.error-words": {
    en: "The expectation is off by {percent} % of the KPI on steps it has not seen ({rmse} {unit}, {n} steps in {folds} blocks).",
    zh: "在未见过的时段上，预期值的误差为 KPI 的 {percent}%（{rmse} {unit}，{n} 个时段，{folds} 个区块）。",
  },
  "efficiency.fit-poor": {
    en: "CV(RMSE) is {percent} %; above {limit} % a baseline is commonly not accepted.",
    zh: "CV(RMSE) 为 {percent}%；超过 {limit}% 的基线通常不被认可。",
  },
  "efficiency.no-better-than-mean": {
    en: "The relevant variables tell less about the KPI than its mean does. Choose others, or a longer baseline period.",
    zh: "这些相关变量对 KPI 的说明还不如其平均值。请选择其他变量或更长的基线期。",
  },
  "efficiency.simpler-kept": {
    en: "The simpler model is kept: the other one is not better by more than chance ({otherError} against {simpleError} {unit}).",
    zh: "保留较简单的模型：另一模型的优势没有超出偶然范围（{otherError} 对 {simpleError} {unit}）。",
  },
  "efficiency.against-knowledge": {
    en: "{count} of {tried} kinds of model are set aside: they go against what is known of {tags}.",
    zh: "{tried} 类模型中有 {count} 类被排除：它们与对 {tags} 的已知规律相悖。",
  },
  "efficiency.drift": {
    en: "Under like conditions the KPI moved by {percent} % from the first to the last third of the baseline period: the plant was not the same all along.",
    zh: "在相同条件下，KPI 从基线期前三分之一到后三分之一变化了 {percent}%：设备状态在基线期内并不一致。",
  },

  // Families that learn an expected value
  "model.no-inputs": { en: "There is no input to expect the target from.", zh: "没有可用来推算预期值的输入。" },
  "model.too-few-rows": {
    en: "Training has {rows} usable rows; it takes {needed} or more.",
    zh: "训练只有 {rows} 行可用数据，至少需要 {needed} 行。",
  },
  "model.too-many-rows": {
    en: "Training has {rows} rows; it takes {most} at most. Choose longer steps.",
    zh: "训练有 {rows} 行，最多 {most} 行。请选择更长的时段。",
  },

  "model.no-tensors": {
    en: "The tensor library by which this kind of model learns was not loaded.",
    zh: "未加载此类模型训练所需的张量库。",
  },

  // The reporting period
  "efficiency.nothing-judged": {
    en: "No step of the reporting period could be judged: the KPI or its relevant variables are missing there.",
    zh: "报告期内没有可判断的时段：缺少 KPI 或相关变量的数据。",
  },
  "efficiency.period-overlaps": {
    en: "{percent} % of the reporting period was also used to learn the expectation; a loss there is made to look smaller.",
    zh: "报告期有 {percent}% 同时用于学习预期值；该部分的损失会显得偏小。",
  },
  "efficiency.coverage-low": {
    en: "Only {percent} % of the reporting period could be judged; the loss is that of the judged part.",
    zh: "报告期只有 {percent}% 可以判断；所给损失仅针对这一部分。",
  },
  "efficiency.refused": {
    en: "In {steps} {steps:step|steps} ({percent} %) nothing is expected: conditions lie more than a quarter of their range outside what the baseline has seen, {tag} most often.",
    zh: "有 {steps} 个时段（{percent}%）不给出预期值：工况超出基线期范围四分之一以上，最常见的是 {tag}。",
  },
  "efficiency.extrapolated": {
    en: "In {percent} % of the judged steps the conditions lie outside what the baseline has seen; {tag} most often.",
    zh: "{percent}% 的时段工况超出了基线期的范围，最常见的是 {tag}。",
  },
  "efficiency.static-factor": {
    en: "{name} was not what it was in the baseline period in {percent} % of the reporting period: the loss calls for an adjustment before it is believed.",
    zh: "报告期有 {percent}% 的时间里，{name} 与基线期不同：需先调整，才能采信该损失。",
  },
  "efficiency.loss-unclear": {
    en: "The loss of {loss} % cannot be told from zero: the {level} % interval reaches from {low} % to {high} %.",
    zh: "{loss}% 的损失与零无法区分：{level}% 区间为 {low}% 至 {high}%。",
  },

  // Advice
  "advice.no-like-hours": {
    en: "The baseline holds only {hours} h under such conditions; {needed} h are needed to advise anything.",
    zh: "基线期内类似工况只有 {hours} h；至少需要 {needed} h 才能给出建议。",
  },
  "advice.already-best": {
    en: "In {hours} h under such conditions no other setting was clearly better than this one.",
    zh: "在类似工况的 {hours} h 中，没有其他设定明显优于当前设定。",
  },
  "advice.no-interval": {
    en: "The baseline has too few days to say how far the gain of a day may lie from this.",
    zh: "基线期天数太少，无法给出单日收益的区间。",
  },
  "advice.bounds-kept": {
    en: "{count} {count:setting|settings} that like hours were run at {count:leaves|leave} the typed bounds or {count:takes|take} a watched tag out of its own, and {count:was|were} not considered.",
    zh: "有 {count} 种类似小时的设定超出所填限值，或使受监视位号越限，未予考虑。",
  },
  "advice.within-chance": {
    en: "The gain of a single day can be lost in chance: its {level} % interval reaches from {low} % to {high} %.",
    zh: "单日收益可能被偶然波动掩盖：其 {level}% 区间为 {low}% 至 {high}%。",
  },

  // Proposals: why each tag was given its part
  "proposal.found": {
    en: "{name} = {formula}, found by the units and names of the tags.",
    zh: "{name} = {formula}，由位号的单位和名称得出。",
  },
  "proposal.relevant": {
    en: "{tags}: taken as relevant variables, because the plant has to follow them and no fault of the machine moves them.",
    zh: "{tags}：作为相关变量，因为设备必须随之运行，而设备故障不会改变它们。",
  },
  "proposal.guessed": {
    en: "{tags}: taken as relevant variables, because nothing in their names speaks against it. Take out what a fault of the machine would move.",
    zh: "{tags}：作为相关变量，因为名称上没有反对的理由。请去掉设备故障会影响的位号。",
  },
  "proposal.settings": {
    en: "{tags}: set by the operators. The expectation knows them, so that a loss is what the machine lost at the settings it was given. Take out what a controller moves by itself.",
    zh: "{tags}：由操作人员设定。预期值以其为依据，因此损失是设备在既定设定下的损失。请去掉由控制器自动调节的位号。",
  },
  "proposal.symptoms": {
    en: "{tags}: left out, because a fault moves them too. An expectation that knew them would call the loss normal.",
    zh: "{tags}：未采用，因为故障也会使其变化；若预期值以其为依据，损失就会被当作正常。",
  },
  "proposal.doubles": { en: "{tags}: left out, because {tag} tells the same.", zh: "{tags}：未采用，因为 {tag} 提供相同的信息。" },
  "proposal.elsewhere": {
    en: "{tags}: left out, because they belong to other machines or do not say what they are. Add those that the machine has to follow.",
    zh: "{tags}：未采用，因为属于其他设备或含义不明。请添加设备必须随之运行的位号。",
  },
  "proposal.no-relevant": {
    en: "No tag was recognised as load, supply or weather. Choose the relevant variables before fitting.",
    zh: "没有识别出负荷、供给或天气位号。请在拟合前选择相关变量。",
  },

  "proposal.boiler-assumed": {
    en: "Taken for granted: saturated steam (2780 kJ/kg), feed water at 105 °C where no tag shows it, and gas of 10 kWh per normal cubic metre (lower heating value). Put in those of your boiler and fuel.",
    zh: "默认取值：饱和蒸汽（2780 kJ/kg），无给水温度位号时取 105 °C，燃气低位热值取每标准立方米 10 kWh。请改为贵厂锅炉和燃料的数值。",
  },
  "proposal.compressor-gauge": {
    en: "Isothermal efficiency with an intake at 20 °C. The log does not say whether its pressures are above the atmosphere or above nothing; they are taken to be above the atmosphere.",
    zh: "等温效率，进气按 20 °C 计。日志未说明压力是表压还是绝压，按表压处理。",
  },
  "proposal.compressor-assumed": {
    en: "Isothermal efficiency with an intake at 20 °C; where no tag shows the intake pressure it is taken to be 1.01325 bar.",
    zh: "等温效率，进气按 20 °C 计；没有进气压力位号时取 1.01325 bar。",
  },
  "proposal.oee-assumed": {
    en: "Good pieces over those that the rated speed would have made. Let only planned production time count: the rule under “counts when” decides it.",
    zh: "合格品数量除以额定速度下应产数量。请只计入计划生产时间：由“计入条件”规则决定。",
  },

  // KPIs by name
  "kpi.specific-energy": { en: "Specific energy", zh: "单位能耗" },
  "kpi.heat-rate": { en: "Heat rate", zh: "热耗率" },
  "kpi.cop": { en: "Coefficient of performance", zh: "性能系数" },
  "kpi.pump-efficiency": { en: "Pump efficiency", zh: "泵效率" },
  "kpi.boiler-efficiency": { en: "Boiler efficiency", zh: "锅炉效率" },
  "kpi.compressor-efficiency": { en: "Compressor efficiency", zh: "压缩机效率" },
  "kpi.yield": { en: "Yield", zh: "收率" },
  "kpi.scrap-rate": { en: "Scrap rate", zh: "废品率" },
  "kpi.oee-by-rate": { en: "Overall equipment effectiveness", zh: "设备综合效率 (OEE)" },
  "kpi.oee": { en: "Overall equipment effectiveness", zh: "设备综合效率 (OEE)" },
  "kpi.output": { en: "Output", zh: "产量" },
} as const satisfies Sentences;
