import { z } from "zod";

/**
 * One tag as it is drawn: first, min, max and last of every pixel column that holds a sample, so that no one-sample
 * spike is lost. Where samples are sparser than pixels the four are equal: the sample itself. A row of NaN stands
 * where the log has a gap, so that a line drawn through the rows breaks there.
 */
export const EnvelopeSeries = z.object({
  tag: z.string(),
  unit: z.string(),
  /** [points] ms UTC, ascending: the time of the first sample of the pixel column. */
  time: z.instanceof(Float64Array),
  min: z.instanceof(Float64Array),
  max: z.instanceof(Float64Array),
  first: z.instanceof(Float64Array),
  last: z.instanceof(Float64Array),
});
export type EnvelopeSeries = z.infer<typeof EnvelopeSeries>;

export const Envelope = z.object({
  from: z.number(),
  to: z.number(),
  series: z.array(EnvelopeSeries),
});
export type Envelope = z.infer<typeof Envelope>;
