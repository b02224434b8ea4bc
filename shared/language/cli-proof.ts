import type { Sentences } from "./sentence.ts";

/** What `onepercent proof` says. */
export const cliProof = {
  "cli.proof.summary": {
    en: "lock a baseline before a measure, and say afterwards whether its saving is proven",
    zh: "在措施实施前锁定基线，之后说明节能量是否得到证实",
  },
  "cli.proof.option.name": { en: "name of the measure", zh: "措施名称" },
  "cli.proof.option.meter": { en: "tag of the energy meter (default: proposed)", zh: "能耗计量位号（默认：自动建议）" },
  "cli.proof.option.kind": { en: "what the tag is (default: told by its unit)", zh: "位号的类型（默认：由单位判定）" },
  "cli.proof.option.drivers": {
    en: "tags that move the meter and are not moved by the measure (default: proposed)",
    zh: "影响能耗但不受措施影响的位号（默认：自动建议）",
  },
  "cli.proof.option.change-driver": {
    en: "the driver with balance points, usually the outside temperature; none for none",
    zh: "带平衡点的驱动变量，通常为室外温度；none 表示无",
  },
  "cli.proof.option.valid-when": {
    en: "only readings over which this holds throughout count, for example 'speed > 300'; none for all",
    zh: "仅计入全程满足此条件的读数，例如 'speed > 300'；none 表示全部",
  },
  "cli.proof.option.readings": { en: "length of a reading (default: proposed)", zh: "读数间隔（默认：自动建议）" },
  "cli.proof.option.utc-offset": {
    en: "local standard time minus UTC, where days begin (default 0)",
    zh: "当地标准时间与 UTC 之差（默认 0）",
  },
  "cli.proof.option.baseline": {
    en: "the time before the work; times or row numbers (default: all)",
    zh: "措施实施之前的时期；时间或行号（默认：全部）",
  },
  "cli.proof.option.exclude": {
    en: "a time that is left out, with the reason; may be given several times",
    zh: "排除的时段及理由；可多次给出",
  },
  "cli.proof.option.adjust": {
    en: "an amount added to what is expected, its standard error and the reason; may be given several times",
    zh: "计入预期的量、标准误差及理由；可多次给出",
  },
  "cli.proof.option.weeks": { en: "weeks planned after the work (default 12)", zh: "实施后计划的周数（默认 12）" },
  "cli.proof.option.hoped": { en: "saving hoped for, in percent", zh: "期望的节能率，百分比" },
  "cli.proof.option.by": { en: "who locks it", zh: "锁定人" },
  "cli.proof.option.measure": { en: "name or id of the measure (default: the only one)", zh: "措施名称或编号（默认：唯一的一项）" },
  "cli.proof.option.reporting": { en: "the time after the work; times or row numbers", zh: "措施实施之后的时期；时间或行号" },
  "cli.proof.option.runs": {
    en: "simulated meters for the check beside the interval (default 100, 0: none)",
    zh: "用于核对区间的模拟电表数（默认 100，0 为不核对）",
  },
  "cli.proof.action": { en: "Say what to do: {actions}.", zh: "请指明操作：{actions}。" },
  "cli.proof.note": { en: "{option} cannot read “{value}”; it takes {form}.", zh: "{option} 无法读取“{value}”，应为 {form}。" },
  "cli.proof.no-meter": {
    en: "No tag of {asset} looks like an energy meter; name one with --meter.",
    zh: "{asset} 没有看似能耗计量的位号；请用 --meter 指定。",
  },
  "cli.proof.unknown-tag": { en: "{asset} has no tag “{tag}”.", zh: "{asset} 没有位号“{tag}”。" },
  "cli.proof.no-measure": { en: "No measure of that name: {name}. There are: {names}.", zh: "没有名为“{name}”的措施。现有：{names}。" },
  "cli.proof.which": { en: "Say which measure with --measure: {names}.", zh: "请用 --measure 指明措施：{names}。" },
  "cli.proof.none": { en: "The ledger is empty; `onepercent proof lock` begins it.", zh: "台账为空；用 `onepercent proof lock` 建立。" },
  "cli.proof.head": { en: "{name}: {meter}, {readings} readings, {form}", zh: "{name}：{meter}，{readings} 个读数，{form}" },
  "cli.proof.locked": { en: "locked by {who}, SHA-256 {sha256} [{id}]", zh: "{who} 已锁定，SHA-256 {sha256} [{id}]" },
  "cli.proof.saved": {
    en: "{name}: avoided {amount}, {percent} ({low} .. {high}, {level} interval): {verdict}",
    zh: "{name}：节约 {amount}，{percent}（{level} 区间 {low} .. {high}）：{verdict}",
  },
  "cli.proof.method": { en: "{method}: {low} .. {high}", zh: "{method}：{low} .. {high}" },
  "cli.proof.intact": { en: "{name}: lock and data are as they were", zh: "{name}：锁定与数据均未变化" },
  "cli.proof.removed": { en: "{name}: taken out of the ledger", zh: "{name}：已从台账移除" },
  "cli.proof.restored": { en: "{name}: back in the ledger", zh: "{name}：已恢复至台账" },
  "cli.proof.col.name": { en: "measure", zh: "措施" },
  "cli.proof.col.locked": { en: "locked", zh: "锁定" },
  "cli.proof.col.smallest": { en: "provable %", zh: "可证实 %" },
  "cli.proof.col.weeks": { en: "weeks", zh: "周" },
  "cli.proof.col.percent": { en: "saved %", zh: "节能 %" },
  "cli.proof.col.low": { en: "low %", zh: "下限 %" },
  "cli.proof.col.high": { en: "high %", zh: "上限 %" },
  "cli.proof.col.verdict": { en: "verdict", zh: "结论" },

  // Trials
  "cli.trial.option.trial": { en: "name or id of the trial (default: the only one)", zh: "试验名称或编号（默认：唯一的一项）" },
  "cli.trial.option.advice": {
    en: "trial: try what the newest efficiency model advises, judged by its KPI; with --set, try those settings",
    zh: "试验：尝试最新能效模型的建议，以其指标评判；与 --set 同用则尝试所给设定",
  },
  "cli.trial.option.kpi": { en: "trial: KPI whose advice is tried (default: the newest)", zh: "试验：采用其建议的指标（默认：最新）" },
  "cli.trial.option.set": {
    en: "trial: a tag with its value off and on, and the most it may change in an hour; may be given several times",
    zh: "试验：位号及其关闭、开启时的值和每小时最大变化；可多次给出",
  },
  "cli.trial.option.watch": {
    en: "trial: a tag that must stay in bounds; may be given several times",
    zh: "试验：必须保持在限值内的位号；可多次给出",
  },
  "cli.trial.option.start": {
    en: "trial: start of the first block, UTC without an offset (default: tomorrow)",
    zh: "试验：首个区段开始时间，未注明时区即 UTC（默认：次日）",
  },
  "cli.trial.option.block": {
    en: "trial: hours of a block (default: the length with the fewest hours in all)",
    zh: "试验：区段小时数（默认：总时长最短者）",
  },
  "cli.trial.option.pairs": { en: "trial: pairs of blocks (default: as many as the gain needs)", zh: "试验：区段对数（默认：按收益所需）" },
  "cli.trial.option.washout": { en: "trial: hours after each switch that do not count", zh: "试验：每次切换后不计入的小时数" },
  "cli.trial.option.lock": { en: "trial plan: lock the plan", zh: "试验规划：锁定计划" },
  "cli.trial.option.csv": { en: "trial: write the calendar as a table", zh: "试验：将日程写为表格" },
  "cli.trial.option.ics": { en: "trial: write the calendar for a calendar program", zh: "试验：将日程写为日历文件" },
  "cli.trial.option.html": { en: "trial: write the calendar as a sheet to print", zh: "试验：将日程写为可打印页面" },
  "cli.trial.option.in-block": { en: "trial note: number of the block", zh: "试验记录：区段编号" },
  "cli.trial.option.what": { en: "trial note: what became of the block (default skipped)", zh: "试验记录：区段情况（默认 skipped）" },
  "cli.trial.option.reason": { en: "trial note: why", zh: "试验记录：原因" },
  "cli.trial.action": { en: "Say what to do with the trial: {actions}.", zh: "请指明对试验的操作：{actions}。" },
  "cli.trial.no-advice": {
    en: "There is no advice to try for {asset}; run `onepercent efficiency` first, or name settings with --set.",
    zh: "{asset} 没有可尝试的建议；请先运行 `onepercent efficiency`，或用 --set 给出设定。",
  },
  "cli.trial.not-locked": { en: "Not locked; --lock keeps this plan.", zh: "尚未锁定；加 --lock 保存此计划。" },
  "cli.trial.noted": { en: "{name}: deviation noted in block {block}", zh: "{name}：已记录第 {block} 个区段的偏差" },
  "cli.trial.written": { en: "written to {path}", zh: "已写入 {path}" },
  "cli.trial.which": { en: "Say which trial with --trial: {names}.", zh: "请用 --trial 指明试验：{names}。" },
  "cli.trial.unknown": { en: "No trial of that name: {name}. There are: {names}.", zh: "没有名为“{name}”的试验。现有：{names}。" },
  "cli.trial.judged": {
    en: "{name}: gain {percent} ({low} .. {high}, {level} interval), {amount} per hour on: {verdict}",
    zh: "{name}：收益 {percent}（{level} 区间 {low} .. {high}），每开启小时 {amount}：{verdict}",
  },
  "cli.trial.year": { en: "per year: {amount}, {money}, CO2 {co2}", zh: "每年：{amount}，{money}，CO2 {co2}" },
  "cli.option.co2": {
    en: "kg CO2 per unit of the loss, for example per kWh; needs --co2-source",
    zh: "每单位损失（如每 kWh）的 CO2 千克数；需同时给出 --co2-source",
  },
  "cli.option.carrier": { en: "energy carrier the CO2 factor is of, for example electricity", zh: "CO2 因子对应的能源品种，例如电力" },
  "cli.option.co2-source": { en: "where the CO2 factor is from; it stands beside every figure", zh: "CO2 因子的来源，随每个数值一并显示" },
} as const satisfies Sentences;
