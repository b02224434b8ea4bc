import { z } from "zod";
import { Envelope } from "../domain/envelope.ts";
import { TimeRange } from "../domain/time-range.ts";
import { call } from "./define.ts";

export const explore = {
  /** The tags as drawn in so many pixel columns. Raw samples never cross. */
  envelope: call(
    z.object({
      assetId: z.string(),
      tags: z.array(z.string()).min(1).max(12),
      range: TimeRange,
      pixels: z.number().int().min(10).max(8000),
    }),
    Envelope,
  ),
};
