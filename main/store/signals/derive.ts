import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { DerivedSignal } from "#shared/formula/derived-signal.ts";
import { evaluate } from "#shared/formula/evaluate.ts";
import { firstAtLeast } from "./first-at-least.ts";

/**
 * Reads tags of which some are computed: those they are computed from are read with as much time before the range as the formulas look back.
 * @param read the measured tags of a range. @returns [tags] in the order asked for, rows of the range alone.
 */
export async function derive(
  tags: readonly string[],
  derived: ReadonlyMap<string, DerivedSignal>,
  range: TimeRange | undefined,
  read: (tags: readonly string[], range: TimeRange | undefined) => Promise<Frame>,
): Promise<Frame> {
  const asked = tags.flatMap((tag) => derived.get(tag) ?? []);
  const lookBack = Math.max(0, ...asked.map((signal) => signal.lookBackMs));
  const measured = tags.filter((tag) => !derived.has(tag));
  const needed = [...new Set([...measured, ...asked.flatMap((signal) => signal.reads)])];
  const frame = await read(needed, range && { from: range.from - lookBack, to: range.to });
  const from = range && lookBack > 0 ? firstAtLeast(frame.time, range.from) : 0;
  return {
    time: frame.time.subarray(from),
    columns: tags.map((tag) => {
      const signal = derived.get(tag);
      const { unit, values } = signal
        ? { unit: signal.unit, values: evaluate(signal.calculation, frame) }
        : frame.columns[needed.indexOf(tag)]!;
      return { tag, unit, values: values.subarray(from) };
    }),
  };
}
