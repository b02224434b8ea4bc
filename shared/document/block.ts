import { z } from "zod";
import { Finding } from "../domain/finding.ts";

/** A number as written on paper stands beside its raw value, so that a sheet can keep it as a number. */
export const Cell = z.union([z.string(), z.object({ value: z.number().nullable(), text: z.string() })]);
export type Cell = z.infer<typeof Cell>;

const Numbers = z.array(z.number().nullable());

/** A line over time; `low` and `high` draw a band around it. Null breaks the line. */
export const Line = z.object({
  name: z.string(),
  unit: z.string(),
  time: z.array(z.number()),
  value: Numbers,
  low: Numbers.optional(),
  high: Numbers.optional(),
});
export type Line = z.infer<typeof Line>;

/** A marked interval of time. */
export const Mark = z.object({ from: z.number(), to: z.number(), tone: z.enum(["reference", "alert", "fault", "normal", "unclear"]) });
export type Mark = z.infer<typeof Mark>;

export const ChartSpec = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("lines"),
    from: z.number(),
    to: z.number(),
    lines: z.array(Line),
    marks: z.array(Mark).default([]),
    limit: z.number().nullable().default(null),
    /** Share of the page's width to height. */
    height: z.number().default(200),
  }),
  z.object({
    kind: z.literal("bars"),
    from: z.number(),
    to: z.number(),
    unit: z.string(),
    /** One bar per start time; as wide as `stepMs`. */
    stepMs: z.number(),
    time: z.array(z.number()),
    value: Numbers,
    height: z.number().default(160),
  }),
  z.object({
    kind: z.literal("shares"),
    /** 0 … 1 each. */
    rows: z.array(z.object({ label: z.string(), share: z.number() })),
  }),
]);
export type ChartSpec = z.infer<typeof ChartSpec>;

/** What a report is made of; the same blocks become the window's page, paper, HTML and sheets. */
export const Block = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cover"),
    title: z.string(),
    subtitle: z.string(),
    lines: z.array(z.object({ label: z.string(), text: z.string() })),
  }),
  z.object({ kind: z.literal("heading"), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: z.string() }),
  /** Large figures in a row. */
  z.object({
    kind: z.literal("figures"),
    figures: z.array(z.object({ label: z.string(), text: z.string(), note: z.string().default("") })),
  }),
  /** Name and value, one a line. */
  z.object({ kind: z.literal("facts"), rows: z.array(z.object({ label: z.string(), cell: Cell })) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    columns: z.array(
      z.object({ label: z.string(), unit: z.string().default(""), align: z.enum(["left", "right", "time"]).default("left") }),
    ),
    rows: z.array(z.array(Cell)),
  }),
  z.object({ kind: z.literal("chart"), caption: z.string(), chart: ChartSpec }),
  z.object({ kind: z.literal("finding"), finding: Finding, text: z.string() }),
]);
export type Block = z.infer<typeof Block>;
