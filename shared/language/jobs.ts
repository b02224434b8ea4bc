import type { Sentences } from "./sentence.ts";

export const jobs = {
  "job.sample": { en: "Building the sample plant", zh: "生成示例工厂" },
  "job.import": { en: "Importing {subject}", zh: "导入 {subject}" },
  "job.quality": { en: "Looking into the samples of {subject}", zh: "检查 {subject} 的样本" },
  "job.train": { en: "Training {subject}", zh: "训练 {subject}" },
  "job.score": { en: "Scoring with {subject}", zh: "用 {subject} 评分" },
  "job.efficiency": { en: "Fitting the efficiency baseline {subject}", zh: "拟合能效基线 {subject}" },
  "job.proof": { en: "Measuring the saving of {subject}", zh: "验证 {subject} 的节能量" },
  "job.report": { en: "Writing the report {subject}", zh: "编写报告 {subject}" },
  "job.state.queued": { en: "waiting", zh: "等待中" },
  "job.state.running": { en: "running", zh: "进行中" },
  "job.state.done": { en: "done", zh: "完成" },
  "job.state.failed": { en: "failed", zh: "失败" },
  "job.state.cancelled": { en: "cancelled", zh: "已取消" },
  "job.state.interrupted": { en: "interrupted; only what was finished by then is kept", zh: "已中断；仅保留此前已完成的内容" },
} as const satisfies Sentences;
