import { z } from "zod";
import { Better } from "./kpi.ts";

/**
 * A stretch of the log as it is typed: two times (`2025-04-01..2025-04-30`, UTC unless they say otherwise, a day alone is meant whole),
 * or the numbers of its first and last row (`1..400`); several stretches are separated by commas.
 */
export const TypedPeriod = z.string().regex(/^[^.]+(\.\d+[^.]*)?\.\.[^.]+/, "must be FROM..TO");

const ParamValue = z.union([z.string(), z.number(), z.boolean()]);

/** How files are read. What is left out is found by the program. */
export const RecipeImport = z.object({
  /** Relative to the recipe; files named on the command line take their place. */
  files: z.array(z.string()).default([]),
  /** Name of the asset; the first file's name where it is left out. */
  asset: z.string().min(1).optional(),
  /** Settings of the import by name, for example `zone`, `decimal`, `kind:remark`. */
  set: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** A file with agreed settings, relative to the recipe. */
  profile: z.string().optional(),
});

export const RecipeHealth = z.object({
  /** Every family on offer where it is left out. */
  families: z.array(z.object({ id: z.string(), params: z.record(z.string(), ParamValue).default({}) })).optional(),
  /** The tags to look at, or those to leave out. */
  tags: z.array(z.string()).optional(),
  notTags: z.array(z.string()).optional(),
  /** What is normal; proposed where it is left out. */
  reference: TypedPeriod.optional(),
  alertsPerWeek: z.number().positive().optional(),
  seed: z.number().int().nonnegative().default(1),
});

export const RecipeKpi = z.object({
  name: z.string().min(1),
  formula: z.string().min(1),
  /** The unit of the formula where it is left out. */
  unit: z.string().optional(),
  better: Better,
  validWhen: z.string().optional(),
  throughput: z.string().optional(),
  relevantVariables: z.array(z.string()).default([]),
  controllableTags: z.array(z.string()).default([]),
  /** Length of the step samples are averaged over. */
  resolutionMinutes: z.number().positive().optional(),
});
export type RecipeKpi = z.infer<typeof RecipeKpi>;

export const RecipeValue = z.object({
  /** Money per one unit of the loss, for example 0.12 per kWh. */
  price: z.number().nonnegative(),
  currency: z.string().min(1).default("EUR"),
  /** Hours the plant runs in a year. */
  hours: z.number().positive().max(8784).default(8760),
  /** kg CO2 per one unit of the loss, and where the factor is from. */
  co2: z.object({ carrier: z.string().min(1), kgPerUnit: z.number().nonnegative(), source: z.string().min(1) }).optional(),
});
export type RecipeValue = z.infer<typeof RecipeValue>;

export const RecipeEfficiency = z.object({
  /** Its definition, or the name of one that is kept or proposed; the likeliest proposal where it is left out. */
  kpi: z.union([z.string(), RecipeKpi]).optional(),
  baseline: TypedPeriod.optional(),
  reporting: TypedPeriod.optional(),
  value: RecipeValue.optional(),
  seed: z.number().int().nonnegative().default(1),
});

export const RecipeReport = z.object({
  /** Files to write, relative to the recipe; the ending says which form: html, pdf or xlsx. */
  out: z.array(z.string().regex(/\.(html|pdf|xlsx)$/i, "must end in .html, .pdf or .xlsx")).min(1),
  title: z.string().optional(),
  author: z.string().default(""),
  plant: z.string().default(""),
  language: z.enum(["en", "zh"]).optional(),
});

/** Everything needed to do the analysis again, on the same or on other data; no samples are in it. A step that is left out is not done. */
export const Recipe = z.object({
  version: z.literal(1),
  name: z.string().default(""),
  import: RecipeImport,
  health: RecipeHealth.optional(),
  efficiency: z.array(RecipeEfficiency).default([]),
  report: RecipeReport.optional(),
});
export type Recipe = z.infer<typeof Recipe>;
