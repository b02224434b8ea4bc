import type { TextPlan } from "#shared/domain/importing.ts";
import { isElapsed, isEpoch } from "./time-reader.ts";

/** Clock columns whose cells are plain numbers: counters, spreadsheet days, `20240331`. */
export function numericClockColumns({ clock, layout }: TextPlan): ReadonlySet<number> {
  if (clock.source === "rate") return new Set();
  const paired = layout?.shape === "pairs" ? layout.clocks.filter((k) => k !== null) : [];
  if (isEpoch(clock.format) || isElapsed(clock.format)) return new Set([...clock.columns, ...paired]);
  const words = clock.format.split(" ");
  return new Set(
    words.length === clock.columns.length ? clock.columns.filter((_, k) => /^[YMDHhms]+$/.test(words[k]!) && words[k] !== "MMM") : [],
  );
}
