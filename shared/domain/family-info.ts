import { z } from "zod";

/** One field of the form a family's parameters are entered in. */
export const FamilyParam = z.object({
  name: z.string(),
  type: z.enum(["number", "integer", "boolean", "choice"]),
  default: z.union([z.string(), z.number(), z.boolean()]),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Values are multiples of it. */
  step: z.number().optional(),
  /** What can be chosen, where the type is `choice`. */
  choices: z.array(z.string()).optional(),
});
export type FamilyParam = z.infer<typeof FamilyParam>;

/** What the window must know of a model family to offer it. Names are worded under `family.<id>` and `family.<id>.<param>`. */
export const FamilyInfo = z.object({ id: z.string(), kind: z.enum(["anomaly", "efficiency"]), params: z.array(FamilyParam) });
export type FamilyInfo = z.infer<typeof FamilyInfo>;
