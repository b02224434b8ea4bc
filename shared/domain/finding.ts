import { z } from "zod";

export const Severity = z.enum(["note", "warning", "blocking"]);
export type Severity = z.infer<typeof Severity>;

/** What a person is told about data or a model: coded, in words, with the numbers that show it. */
export const Finding = z.object({
  /** `area.what`, for example `baseline.too-short`; the window looks its sentence up by it. */
  code: z.string(),
  severity: Severity,
  /** The English sentence, numbers and units included. */
  message: z.string(),
  /** The numbers and names the sentence is made of. */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;
