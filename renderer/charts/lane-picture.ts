import { createContext, useContext } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { TimeTick } from "./time-ticks.ts";
import type { TrendBand, TrendLane } from "./trend.ts";

/** What moves inside a lane's frame while a hand pans. */
export interface LanePicture {
  readonly lane: TrendLane;
  /** Place in the palette of the lane's first curve. */
  readonly colorFrom: number;
  readonly range: TimeRange;
  readonly domain: readonly [number, number];
  readonly bands: readonly TrendBand[];
  readonly ticks: readonly TimeTick[];
  readonly withTimeAxis: boolean;
}

/** Handed down beside the properties, so that axes and grid are not made anew for every frame of a pan. */
export const LanePictureContext = createContext<LanePicture | null>(null);

export function useLanePicture(): LanePicture {
  const picture = useContext(LanePictureContext);
  if (!picture) throw new Error("useLanePicture needs a LanePictureContext above it.");
  return picture;
}
