import type { Sentences } from "./sentence.ts";

/** What the command line says. */
export const cli = {
  "cli.about": {
    en: "onepercent: learns from a machine's log what normal and what efficient look like, and says where it leaves either.\nEverything stays on this computer.",
    zh: "onepercent：从机器日志中学习什么是正常、什么是高效，并指出机器在哪里偏离。\n一切数据都留在本机。",
  },
  "cli.help.usage": { en: "Usage:", zh: "用法：" },
  "cli.help.commands": { en: "Commands:", zh: "命令：" },
  "cli.help.options": { en: "Options:", zh: "选项：" },
  "cli.help.common": { en: "For every command:", zh: "所有命令通用：" },
  "cli.help.examples": { en: "Examples:", zh: "示例：" },
  "cli.help.more": {
    en: "onepercent COMMAND --help says more about a command.",
    zh: "运行 onepercent COMMAND --help 可查看某条命令的说明。",
  },
  "cli.help.exit": {
    en: "Exit codes: 0 done; 1 something is wrong with the data or the work; 2 the command was not understood; 130 stopped by Ctrl-C.",
    zh: "退出码：0 完成；1 数据或任务有问题；2 命令无法理解；130 被 Ctrl-C 停止。",
  },

  // Options of several commands
  "cli.option.json": { en: "print one JSON object on standard output and nothing else", zh: "只在标准输出打印一个 JSON 对象" },
  "cli.option.quiet": { en: "no progress on standard error", zh: "不在标准错误输出显示进度" },
  "cli.option.lang": { en: "language of what is printed and of the report", zh: "输出内容与报告的语言" },
  "cli.option.help": { en: "print this help", zh: "显示本说明" },
  "cli.option.version": { en: "print the version", zh: "显示版本号" },
  "cli.option.project": { en: "folder of the project", zh: "项目文件夹" },
  "cli.option.asset": { en: "name of the machine; needed where the project holds several", zh: "机器名称；项目中有多台机器时必须给出" },
  "cli.option.seed": { en: "the only source of chance (default 1)", zh: "唯一的随机来源（默认 1）" },

  // demo
  "cli.demo.summary": {
    en: "the whole way on the built-in sample plant: simulate, import, train, rate, report",
    zh: "在内置示例工厂上走完全程：模拟、导入、训练、评估、报告",
  },
  "cli.demo.option.out": {
    en: "folder for the report (default: a new one among the temporary files)",
    zh: "报告存放的文件夹（默认：新建的临时文件夹）",
  },
  "cli.demo.option.keep": {
    en: "keep the project, the log and the planted truth beside the report",
    zh: "在报告旁保留项目、日志和植入的真值",
  },
  "cli.demo.simulate": { en: "Simulating three months of a pump station …", zh: "正在模拟泵站三个月的运行……" },
  "cli.demo.import": { en: "Importing its log …", zh: "正在导入其日志……" },
  "cli.demo.train": { en: "Learning what normal looks like …", zh: "正在学习什么是正常……" },
  "cli.demo.efficiency": { en: "Learning what efficient looks like …", zh: "正在学习什么是高效……" },
  "cli.demo.report": { en: "Writing the report …", zh: "正在编写报告……" },
  "cli.demo.title": { en: "Sample plant: three months of P-101", zh: "示例工厂：P-101 三个月运行" },
  "cli.demo.faults": {
    en: "{who}: {found} of {planted} planted faults found, {rate} false alerts per week",
    zh: "{who}：植入的 {planted} 个故障中发现 {found} 个，每周误报 {rate} 次",
  },
  "cli.demo.delay": { en: "found {time} after its onset", zh: "起始后 {time} 发现" },
  "cli.demo.together": { en: "All together", zh: "合计" },
  "cli.demo.missed": { en: "not found", zh: "未发现" },
  "cli.demo.loss": { en: "{found} % of efficiency loss found, {planted} % planted", zh: "发现效率损失 {found} %，植入 {planted} %" },
  "cli.demo.where": { en: "The report is at {path} ({seconds} s).", zh: "报告位于 {path}（用时 {seconds} 秒）。" },

  // inspect
  "cli.inspect.summary": { en: "say what is in files, importing nothing", zh: "说明文件内容，不导入任何数据" },
  "cli.inspect.head": { en: "{file}: {format}, {encoding}, {rows} rows", zh: "{file}：{format}，{encoding}，{rows} 行" },
  "cli.inspect.time": {
    en: "time {first} .. {last} from {source}, zone {zone}",
    zh: "时间 {first} .. {last}，来自 {source}，时区 {zone}",
  },
  "cli.inspect.reading": { en: "Reading", zh: "正在读取" },

  // import
  "cli.import.summary": { en: "import files as one log of a machine", zh: "将文件作为一台机器的日志导入" },
  "cli.import.option.set": {
    en: "a setting that differs from what is found: encoding, delimiter, decimal, header-line, units-line, data-line,\ntime-columns, time-format, start, step (seconds), zone, missing, duplicates, tag:COLUMN, unit:COLUMN, kind:COLUMN",
    zh: "与自动识别不同的设置：encoding、delimiter、decimal、header-line、units-line、data-line、\ntime-columns、time-format、start、step（秒）、zone、missing、duplicates、tag:列、unit:列、kind:列",
  },
  "cli.import.option.profile": {
    en: "agreed settings: a name they were saved under, a settings file, or what an earlier import printed under --json",
    zh: "已确认的设置：保存时的名称、设置文件，或此前导入以 --json 打印的内容",
  },
  "cli.import.option.table": {
    en: "the table to import where a file holds several: its name as inspect prints it, or its number (default: the first)",
    zh: "文件含多个表时要导入的表：inspect 打印的名称或序号（默认：第一个）",
  },
  "cli.import.option.save-profile": { en: "keep the settings of this import under a name", zh: "将本次导入的设置以此名称保存" },
  "cli.import.done": { en: "{files} imported in {time}", zh: "{files} 已导入，用时 {time}" },
  "cli.import.rows": { en: "rows", zh: "行" },
  "cli.import.rows.value": {
    en: "{kept} rows kept of {read} read from {lines} lines",
    zh: "从 {lines} 行文本读取 {read} 行数据，保留 {kept} 行",
  },
  "cli.import.time": { en: "time", zh: "时间" },
  "cli.import.interval": { en: "interval", zh: "间隔" },
  "cli.import.gaps": { en: "gaps", zh: "间断" },
  "cli.import.gaps.value": { en: "{gaps}, the longest {longest}", zh: "{gaps} 处，最长 {longest}" },
  "cli.import.cells": { en: "cells that were not numbers", zh: "非数字单元格" },
  "cli.import.duplicates": { en: "rows at a time that was there already", zh: "时间重复的行" },
  "cli.import.order": { en: "rows out of order, sorted in", zh: "乱序并已排序的行" },
  "cli.import.rejected": { en: "rejected lines", zh: "被拒绝的行" },
  "cli.import.line": { en: "line {line}", zh: "第 {line} 行" },
  "cli.column.tag": { en: "tag", zh: "位号" },
  "cli.column.unit": { en: "unit", zh: "单位" },
  "cli.column.kind": { en: "kind", zh: "类型" },
  "cli.column.valid": { en: "valid", zh: "有效" },
  "cli.column.missing": { en: "missing", zh: "缺失" },
  "cli.column.unreadable": { en: "unreadable", zh: "无法识别" },
  "cli.column.min": { en: "min", zh: "最小" },
  "cli.column.mean": { en: "mean", zh: "平均" },
  "cli.column.max": { en: "max", zh: "最大" },
  "cli.severity.note": { en: "Note", zh: "说明" },
  "cli.severity.warning": { en: "Warning", zh: "警告" },
  "cli.severity.blocking": { en: "Blocking", zh: "阻断" },

  // train, score
  "cli.train.summary": {
    en: "learn what normal looks like and find where the machine leaves it",
    zh: "学习什么是正常，并找出机器在哪里偏离",
  },
  "cli.train.option.family": {
    en: "families to train: recommended, similarity, pca, isolation-forest, control-charts, autoencoder, forecaster (default: recommended, the one that planted faults speak for)",
    zh: "要训练的模型族：recommended、similarity、pca、isolation-forest、control-charts、autoencoder、forecaster（默认：recommended，即由模拟故障测试选出的模型）",
  },
  "cli.train.option.set": { en: "a parameter of a family, for example pca.variance=0.95", zh: "模型族的参数，例如 pca.variance=0.95" },
  "cli.train.option.tags": { en: "tags to look at (default: all)", zh: "要使用的位号（默认：全部）" },
  "cli.train.option.not-tags": { en: "tags to leave out", zh: "要排除的位号" },
  "cli.train.option.reference": {
    en: "when the machine was normal (default: proposed); days or times in UTC, several with commas,\nfor example 2025-03-01..2025-03-14",
    zh: "机器正常的时期（默认：自动建议）；日期或 UTC 时间，多段用逗号分隔，\n例如 2025-03-01..2025-03-14",
  },
  "cli.train.option.reference-rows": { en: "the same by row numbers, for example 1..400", zh: "同上，以行号表示，例如 1..400" },
  "cli.train.option.regimes": {
    en: "how operating regimes count: proven (default: as fault drills prove), common, per-regime, none",
    zh: "运行工况的处理方式：proven（默认，由故障演练决定）、common（共用）、per-regime（分工况）、none（不区分）",
  },
  "cli.train.option.alerts": { en: "how many alerts a week you are ready to look at (default 1)", zh: "每周愿意查看的报警数（默认 1）" },
  "cli.score.summary": { en: "score the log, with new files where given, by trained models", zh: "用已训练的模型为日志评分，可附加新文件" },
  "cli.score.option.model": {
    en: "id of a model, latest, or all of the machine (default)",
    zh: "模型编号、latest，或该机器的全部模型 all（默认）",
  },
  "cli.score.known": { en: "{file} is in the log already.", zh: "{file} 已在日志中。" },
  "cli.model.head": {
    en: "{family}: trained on {rows} rows of {tags} tags [{id}]",
    zh: "{family}：用 {tags} 个位号的 {rows} 行训练 [{id}]",
  },
  "cli.model.reference": { en: "reference {reference}", zh: "参考期 {reference}" },
  "cli.model.limit": {
    en: "limit {limit} for {budget} {budget:alert|alerts} per week; {expected} expected on normal operation",
    zh: "限值 {limit}，对应每周 {budget} 条报警；正常运行时预计 {expected} 条",
  },
  "cli.model.episodes": { en: "{count} {count:episode|episodes}", zh: "{count} 个异常时段" },
  "cli.model.more": {
    en: "the {shown} strongest of {count}; --json and the report hold all",
    zh: "以上为 {count} 个中最强的 {shown} 个；--json 和报告中有全部",
  },
  "cli.episode.from": { en: "from", zh: "开始" },
  "cli.episode.to": { en: "to", zh: "结束" },
  "cli.episode.peak": { en: "peak", zh: "峰值" },
  "cli.episode.tags": { en: "tags that contribute", zh: "相关位号" },

  // efficiency
  "cli.efficiency.summary": {
    en: "hold a KPI against what the plant could do, and price the difference",
    zh: "将指标与工厂应有水平对比，并为差距计价",
  },
  "cli.efficiency.option.kpi": {
    en: "name of a KPI that is kept or proposed; names a new one beside --formula",
    zh: "已保存或建议的指标名称；与 --formula 同用时为新指标命名",
  },
  "cli.efficiency.option.formula": {
    en: "formula over tags, for example 'motor_power / flow'",
    zh: "由位号组成的公式，例如 'motor_power / flow'",
  },
  "cli.efficiency.option.unit": { en: "unit the KPI is shown in (default: that of the formula)", zh: "指标显示的单位（默认：公式的单位）" },
  "cli.efficiency.option.better": { en: "which way is better", zh: "哪个方向更好" },
  "cli.efficiency.option.relevant": {
    en: "tags that move the KPI but are not chosen: load, weather, supply",
    zh: "影响指标但不由人选定的位号：负荷、天气、供应",
  },
  "cli.efficiency.option.controllable": { en: "tags an operator can set", zh: "操作员可设定的位号" },
  "cli.efficiency.option.valid-when": {
    en: "rows count only where this holds, for example 'speed > 300'",
    zh: "仅在此条件成立时计入，例如 'speed > 300'",
  },
  "cli.efficiency.option.throughput": { en: "what the KPI is per, as a rate, for example flow", zh: "指标所除的流量，例如 flow" },
  "cli.efficiency.option.step": { en: "length of the step samples are averaged over", zh: "样本取平均的步长" },
  "cli.efficiency.option.baseline": {
    en: "when the plant ran well (default: proposed); times or row numbers",
    zh: "工厂运行良好的时期（默认：自动建议）；时间或行号",
  },
  "cli.efficiency.option.reporting": { en: "what is held against it (default: what follows)", zh: "与之对比的时期（默认：其后的全部）" },
  "cli.efficiency.option.price": { en: "price of one unit of the loss, for example 0.12 per kWh", zh: "每单位损失的价格，例如每 kWh 0.12" },
  "cli.efficiency.option.currency": { en: "its currency (default EUR)", zh: "货币（默认 EUR）" },
  "cli.efficiency.option.hours": { en: "hours the plant runs in a year (default 8760)", zh: "工厂每年运行小时数（默认 8760）" },
  "cli.efficiency.head": { en: "{name} = {formula} [{id}]", zh: "{name} = {formula} [{id}]" },
  "cli.efficiency.baseline": { en: "baseline {ranges}", zh: "基准期 {ranges}" },
  "cli.efficiency.error": {
    en: "expectation by {family}: error {rmse} ({cv} of the mean) on {folds} blocks it had not seen",
    zh: "预期值模型 {family}：在 {folds} 段未见数据上误差 {rmse}（均值的 {cv}）",
  },
  "cli.efficiency.reporting": { en: "reporting {ranges}", zh: "报告期 {ranges}" },
  "cli.efficiency.totals": { en: "measured {measured}, expected {expected}", zh: "实测 {measured}，预期 {expected}" },
  "cli.efficiency.loss": {
    en: "loss {loss} ({low} .. {high}, {level} interval): {amount} in {hours} h",
    zh: "损失 {loss}（{level} 区间 {low} .. {high}）：{hours} 小时内 {amount}",
  },
  "cli.efficiency.value": {
    en: "one percent is worth {one} a year; the loss, kept up, costs {loss} a year",
    zh: "百分之一每年价值 {one}；该损失若持续，每年耗费 {loss}",
  },
  "cli.efficiency.co2": {
    en: "one percent is {one} CO2 a year; the loss, kept up, is {loss} a year ({carrier}, {factor}, {source})",
    zh: "百分之一相当于每年 {one} CO2；该损失若持续，每年 {loss}（{carrier}，{factor}，{source}）",
  },

  // report
  "cli.report.summary": {
    en: "write a report on the newest models as HTML, PDF or XLSX",
    zh: "将最新模型的结果写成 HTML、PDF 或 XLSX 报告",
  },
  "cli.report.option.out": {
    en: "file to write, ending in .html, .pdf or .xlsx; may be given several times",
    zh: "要写入的文件，以 .html、.pdf 或 .xlsx 结尾；可多次给出",
  },
  "cli.report.option.title": { en: "title on the cover", zh: "封面标题" },
  "cli.report.option.author": { en: "author on the cover", zh: "封面作者" },
  "cli.report.option.plant": { en: "plant on the cover", zh: "封面工厂" },
  "cli.report.title": { en: "{asset}: health and efficiency", zh: "{asset}：健康与能效" },
  "cli.report.written": { en: "{path} written ({size} kB)", zh: "已写入 {path}（{size} kB）" },

  // run
  "cli.run.summary": { en: "do everything a recipe file says", zh: "按配方文件执行全部步骤" },
  "cli.run.step": { en: "Step {step} of {count}: {what}", zh: "第 {step}/{count} 步：{what}" },
  "cli.run.import": { en: "import {what}", zh: "导入 {what}" },
  "cli.run.health": { en: "health of {what}", zh: "{what} 的健康" },
  "cli.run.efficiency": { en: "efficiency, {what}", zh: "能效，{what}" },
  "cli.run.report": { en: "report {what}", zh: "报告 {what}" },

  // While it works
  "cli.progress.left": { en: "{time} left", zh: "剩余 {time}" },
  "cli.progress.print": { en: "Printing {file}", zh: "正在打印 {file}" },
  "cli.cancelling": { en: "Stopping; once more to stop at once.", zh: "正在停止；再按一次立即停止。" },
  "cli.cancelled": { en: "Stopped; nothing of the unfinished step was kept.", zh: "已停止；未完成的步骤未保留任何内容。" },

  // Problems
  "cli.no-file": { en: "There is no file {file}.", zh: "没有文件 {file}。" },
  "cli.no-logs": { en: "There is no log to import in what was named.", zh: "所指定的内容中没有可导入的日志。" },
  "cli.no-asset": { en: "The project holds no machine yet; import a log first.", zh: "项目中还没有机器；请先导入日志。" },
  "cli.which-asset": {
    en: "The project holds several machines; name one with --asset: {names}.",
    zh: "项目中有多台机器；请用 --asset 指定：{names}。",
  },
  "cli.unknown-asset": { en: 'The project holds no machine "{name}"; it holds {names}.', zh: "项目中没有机器“{name}”；现有：{names}。" },
  "cli.unknown-tag": { en: 'There is no tag "{tag}"; there are {known}.', zh: "没有位号“{tag}”；现有：{known}。" },
  "cli.unknown-model": { en: 'The project holds no health model "{model}".', zh: "项目中没有健康模型“{model}”。" },
  "cli.no-model": { en: "{asset} has no health model yet; train one first.", zh: "{asset} 还没有健康模型；请先训练。" },
  "cli.no-kpi": {
    en: "The tags allow no KPI that could be proposed; give one with --formula.",
    zh: "根据现有位号无法建议指标；请用 --formula 给出。",
  },
  "cli.unknown-kpi": { en: 'There is no KPI "{name}"; there are {known}.', zh: "没有指标“{name}”；现有：{known}。" },
  "cli.no-such-row": { en: "There is no row {first}: the log has {rows} rows.", zh: "没有第 {first} 行：日志共 {rows} 行。" },
  "cli.no-profile": {
    en: 'There is neither a file "{name}" nor settings saved under that name; saved are: {known}.',
    zh: "既没有文件“{name}”，也没有以此名称保存的设置；已保存：{known}。",
  },
  "cli.profile": { en: "{file} holds no import settings.", zh: "{file} 中没有导入设置。" },
  "cli.recipe": { en: "The recipe {file} cannot be used: {why}.", zh: "配方 {file} 无法使用：{why}。" },
  "cli.pdf": { en: "{file} was not printed: {why}", zh: "{file} 未能打印：{why}" },
  "cli.pdf.no-runtime": {
    en: "No PDF: printing needs an Electron runtime, and none is at hand; ELECTRON_OVERRIDE_DIST_PATH can name one.",
    zh: "无 PDF：打印需要 Electron 运行时，本机未找到；可用 ELECTRON_OVERRIDE_DIST_PATH 指定。",
  },
  "cli.pdf.no-build": {
    en: "No PDF: printing needs the built program; `npm run build` makes it.",
    zh: "无 PDF：打印需要已构建的程序；请运行 `npm run build`。",
  },
  "cli.pdf.no-screen": {
    en: "Printing needs a display, or Xvfb to stand in for one.",
    zh: "打印需要显示器，或由 Xvfb 代替。",
  },

  // Wrong usage
  "cli.usage.hint": { en: "{command} says what can be given.", zh: "运行 {command} 可查看用法。" },
  "cli.usage.command": { en: 'There is no command "{command}".', zh: "没有命令“{command}”。" },
  "cli.usage.command-meant": {
    en: 'There is no command "{command}"; did you mean "{meant}"?',
    zh: "没有命令“{command}”；您是指“{meant}”吗？",
  },
  "cli.usage.option": { en: "There is no option {option}.", zh: "没有选项 {option}。" },
  "cli.usage.option-meant": { en: "There is no option {option}; did you mean {meant}?", zh: "没有选项 {option}；您是指 {meant} 吗？" },
  "cli.usage.value": { en: "{option} needs a value: {value}.", zh: "{option} 需要一个值：{value}。" },
  "cli.usage.no-value": { en: "{option} takes no value.", zh: "{option} 不带值。" },
  "cli.usage.twice": { en: "{option} was given twice.", zh: "{option} 给出了两次。" },
  "cli.usage.operand": { en: '"{operand}" has no place here.', zh: "此处不应有“{operand}”。" },
  "cli.usage.needed": { en: "{option} is needed.", zh: "缺少 {option}。" },
  "cli.usage.number": { en: '{option} must be a number, not "{value}".', zh: "{option} 必须是数字，而不是“{value}”。" },
  "cli.usage.choice": { en: '{option} must be one of {choices}, not "{value}".', zh: "{option} 必须是 {choices} 之一，而不是“{value}”。" },
  "cli.usage.either": { en: "Give {one} or {other}, not both.", zh: "{one} 与 {other} 只能给出一个。" },
  "cli.usage.needs": { en: "{option} needs {other}.", zh: "{option} 需要 {other}。" },
  "cli.usage.files": { en: "Name the files to read.", zh: "请给出要读取的文件。" },
  "cli.usage.recipe": { en: "Name the recipe file.", zh: "请给出配方文件。" },
  "cli.usage.recipe-files": { en: "Neither the recipe nor the command names a log.", zh: "配方和命令都没有给出日志文件。" },
  "cli.usage.form": { en: "{file} must end in .html, .pdf or .xlsx.", zh: "{file} 必须以 .html、.pdf 或 .xlsx 结尾。" },
  "cli.usage.period": {
    en: '{option} must be FROM..TO, two ISO times or two row numbers, not "{value}".',
    zh: "{option} 必须是 FROM..TO（两个 ISO 时间或两个行号），而不是“{value}”。",
  },
  "cli.usage.setting": { en: '"{value}" is no KEY=VALUE.', zh: "“{value}”不是 KEY=VALUE 的形式。" },
  "cli.usage.setting-unknown": { en: 'There is no setting "{name}"; there are {known}.', zh: "没有设置“{name}”；可用：{known}。" },
  "cli.usage.table": { en: 'There is no table "{table}" in the file; there are {known}.', zh: "文件中没有表“{table}”；可用：{known}。" },
  "cli.usage.setting-text": {
    en: "{name} is a setting of text; the file is a recording ({format}).",
    zh: "{name} 是文本文件的设置；此文件是记录文件（{format}）。",
  },
  "cli.usage.setting-value": { en: '"{value}" is no value for {name}.', zh: "“{value}”不是 {name} 的有效值。" },
  "cli.usage.column": { en: 'There is no column "{column}"; there are {known}.', zh: "没有列“{column}”；现有：{known}。" },
  "cli.usage.family": { en: 'There is no model family "{family}"; there are {known}.', zh: "没有模型族“{family}”；现有：{known}。" },
} as const satisfies Sentences;
