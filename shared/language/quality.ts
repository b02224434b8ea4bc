import type { Sentences } from "./sentence.ts";

/** What the samples of a log are worth; the keys of the first two groups are the codes of the findings. */
export const quality = {
  "quality.log.gaps": {
    en: "The log stands still in {count} {count:gap|gaps}, {percent} % of its time; the longest is {longest} from {from}.",
    zh: "日志有 {count} 处中断，占总时长的 {percent} %；最长 {longest}，始于 {from}。",
  },
  "quality.log.rates": {
    en: "The log changes its pace: {share} % of the rows come every {interval}, {otherShare} % every {otherInterval}.",
    zh: "日志的采样间隔不一：{share} % 的行间隔为 {interval}，{otherShare} % 的行间隔为 {otherInterval}。",
  },
  "quality.log.frozen": {
    en: "{tags} of {of} tags stand on one value together for {length} from {from}: the logger repeated its last values.",
    zh: "{of} 个位号中有 {tags} 个自 {from} 起同时停在同一值 {length}：记录器在重复最后的值。",
  },
  "quality.log.leaps": {
    en: "{tags} of {of} tags leap away and come back at the same moment, {count} {count:time|times} in all, most of them at {at}: the logger was disturbed.",
    zh: "{of} 个位号中有 {tags} 个在同一时刻突然偏离后恢复（{at}），此类情况共 {count} 次：属于记录器受到的干扰。",
  },
  "quality.tag.empty": { en: "Not one good sample.", zh: "没有任何有效样本。" },
  "quality.tag.constant": { en: "All {count} samples are {value}.", zh: "全部 {count} 个样本均为 {value}。" },
  "quality.tag.states": {
    en: "{count} {count:cell says|cells say} that there is no sample ({percent} % of the rows), most often by “{text}”.",
    zh: "{count} 个单元格（占行数的 {percent} %）表示无样本，最常见的写法是“{text}”。",
  },
  "quality.tag.gaps": {
    en: "Misses {percent} % of the log's time in {count} {count:gap|gaps} of its own; the longest is {longest} from {from}.",
    zh: "自身有 {count} 处缺失，占日志时长的 {percent} %；最长 {longest}，始于 {from}。",
  },
  "quality.tag.rates": {
    en: "Changes its pace: {share} % of the samples come every {interval}, {otherShare} % every {otherInterval}.",
    zh: "采样间隔不一：{share} % 的样本间隔为 {interval}，{otherShare} % 的样本间隔为 {otherInterval}。",
  },
  "quality.tag.stuck": {
    en: "Stuck on {value} for {length} ({rows} samples) from {from}; it usually holds a value for {usual} samples.",
    zh: "自 {from} 起停在 {value} 达 {length}（{rows} 个样本）；通常一个值只持续 {usual} 个样本。",
  },
  "quality.tag.spikes": {
    en: "{count} {count:spike|spikes}: a few samples leap away and come back. The largest, {value} at {at}, is {sigma} robust standard deviations off.",
    zh: "{count} 个尖峰：少数样本突然偏离后又恢复。最大的一个为 {value}（{at}），偏离 {sigma} 个稳健标准差。",
  },
  "quality.tag.far-outside": {
    en: "{count} {count:sample lies|samples lie} far outside the usual range of {low} to {high}; the farthest is {value} at {at}.",
    zh: "{count} 个样本远超通常范围 {low} 至 {high}；最远的为 {value}（{at}）。",
  },
  "quality.tag.impossible": {
    en: "{count} {count:sample|samples} ({percent} %) cannot be true in this unit ({limits}); the farthest is {value}.",
    zh: "{count} 个样本（{percent} %）在该单位下不可能（{limits}）；最远的为 {value}。",
  },
  "quality.tag.drift": {
    en: "Drifts by {perDay} a day over the whole record, {percent} % of its usual range in all.",
    zh: "整个记录期间每天漂移 {perDay}，累计为其通常范围的 {percent} %。",
  },
  "quality.tag.step": {
    en: "Steps from about {before} to about {after} at {at} and stays there.",
    zh: "于 {at} 从约 {before} 跳变到约 {after} 并保持。",
  },
  "quality.tag.saturated": {
    en: "Pressed against {value}: {rows} samples ({percent} %) in {visits} visits lie on exactly this value, as at the end of an instrument's range.",
    zh: "顶在 {value}：{rows} 个样本（{percent} %）分 {visits} 次恰好等于该值，像是到达了仪表量程的端点。",
  },
  "quality.tag.coarse": {
    en: "Told apart in steps of {step} only: {levels} different values over its whole usual range.",
    zh: "分辨率仅为 {step}：整个通常范围内只有 {levels} 个不同的值。",
  },
} as const satisfies Sentences;
