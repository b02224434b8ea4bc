import { z } from "zod";
import { TimeRange } from "./time-range.ts";

export const ReportLanguage = z.enum(["en", "zh"]);

/** What a report is asked to hold. */
export const ReportRequest = z.object({
  assetId: z.string(),
  title: z.string().min(1),
  author: z.string().default(""),
  plant: z.string().default(""),
  language: ReportLanguage,
  healthModelIds: z.array(z.string()),
  efficiencyModelIds: z.array(z.string()),
  /** The time the report speaks of; null: all there is. */
  range: TimeRange.nullable().default(null),
});
export type ReportRequest = z.infer<typeof ReportRequest>;

/** A report as kept: its facts are frozen in the project, every form of it is drawn from them. */
export const ReportRecord = z.object({
  id: z.string(),
  assetId: z.string(),
  request: ReportRequest,
  /** File of the facts inside the project and the hash it must have. */
  factsFile: z.string(),
  factsSha256: z.string(),
  createdAt: z.number(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;
