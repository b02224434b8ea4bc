import type { Sentences } from "./sentence.ts";

/** The report's part about measures whose saving is to be proven. */
export const reportProof = {
  "report.proof": { en: "Savings, measured and verified", zh: "节能量的测量与验证" },
  "report.section.proof": { en: "Savings", zh: "节能验证" },
  "report.saving-of": { en: "Saving, {name}", zh: "节能率（{name}）" },
  "report.summary.saving": {
    en: "{name}: {percent} saved over the reporting period ({level} % interval {low} … {high}): {verdict}.",
    zh: "{name}：报告期内节能 {percent}（{level}% 区间 {low} … {high}）：{verdict}。",
  },
  "report.proof.rule": { en: "Readings count when", zh: "计入条件" },
  "report.proof.lead": {
    en: "Each measure is held against a baseline that was locked before the work (IPMVP, avoided energy). An interval holds the true saving in about nine of ten cases; “proven” is said only where it lies above zero.",
    zh: "每项措施都与实施前锁定的基线比较（IPMVP，避免能耗法）。区间在约九成情形下包含真实节能量；仅当区间全部高于零时才判为“已证实”。",
  },
  "report.proof.meter": { en: "Meter", zh: "计量点" },
  "report.proof.drivers": { en: "Drivers", zh: "驱动变量" },
  "report.proof.model": { en: "Baseline model", zh: "基线模型" },
  "report.proof.locked": { en: "Locked", zh: "锁定" },
  "report.proof.locked.by": { en: "{time} by {who}", zh: "{time}，{who}" },
  "report.proof.hash": { en: "Fingerprint (SHA-256)", zh: "指纹（SHA-256）" },
  "report.proof.smallest": { en: "Smallest saving that could be proven", zh: "最小可证实节能率" },
  "report.proof.verified": { en: "Verified", zh: "验证时间" },
  "report.proof.waiting": { en: "Locked; the saving has not been verified yet.", zh: "已锁定，节能量尚未验证。" },
  "report.proof.verdict": { en: "Verdict", zh: "结论" },
  "report.proof.low": { en: "From", zh: "下限" },
  "report.proof.high": { en: "To", zh: "上限" },
  "report.proof.no-drivers": { en: "none", zh: "无" },
} as const satisfies Sentences;
