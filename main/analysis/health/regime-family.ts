import type { Frame } from "#shared/domain/frame.ts";
import { bandsOf, type RegimePlan } from "#shared/domain/regime.ts";
import type { Run } from "#shared/domain/run.ts";
import { bandOfRows } from "../features/regime-of-row.ts";
import { runFrames } from "../features/run-frames.ts";
import type { Answer, SavedState } from "../models/family.ts";
import type { AnyFamily } from "../models/registry.ts";
import { numbersOf, textsOf } from "../models/saved.ts";
import { type Alignment, aligned, asIs } from "./align-scores.ts";
import { partOfRun } from "./part-of-run.ts";

/** What a family has learned of a machine with regimes. */
export interface RegimeState {
  /** Of the family, of all reference rows: judges the rows of bands without a state of their own. */
  readonly common: unknown;
  /** [bands] null where the common state judges. */
  readonly own: readonly (OwnState | null)[];
  /** [bands] brings the scores of the bands into line, so that one limit holds for all. */
  readonly alignment: readonly Alignment[];
}

/** What a family has learned of one band. */
interface OwnState {
  /** Those that vary in the band: a setpoint that is the same throughout tells nothing there. */
  readonly tags: readonly string[];
  readonly state: unknown;
}

const fewestRows = 1000; // below, held-out blocks of a band are a few windows each
const rowsPerTag = 20;

/**
 * A family that follows regimes: a state per band, the common one elsewhere, and scores brought into line. A family of its own to all who use it;
 * the one inside knows nothing of regimes. A row's band is told by the row itself.
 * @param own whether bands get a state of their own.
 */
export function regimeFamily(family: AnyFamily, plan: RegimePlan, own: boolean): AnyFamily {
  const bands = bandsOf(plan);
  const { lookBack } = family;
  return {
    ...family,
    ...(lookBack
      ? {
          lookBack: {
            rows: (state: RegimeState) => lookBack.rows(state.common),
            widen: (state: RegimeState, frame: Frame) => lookBack.widen(state.common, frame),
          },
        }
      : {}),
    fit(train, params, run: Run): RegimeState {
      const common = family.fit(train, params, partOfRun(run, { from: 0, to: own ? 0.4 : 1 }));
      return {
        common,
        own: bands.map((_, k) => {
          // A window made with the common state is of no use to another one.
          if (!own || bands.length < 2 || lookBack) return null;
          const frames = framesOfBand(plan, train, k);
          const tags = varyingTags(frames);
          const rows = frames.reduce((sum, frame) => sum + frame.time.length, 0);
          if (rows < Math.max(fewestRows, rowsPerTag * tags.length)) return null;
          const narrow = frames.map((frame) => withTags(frame, tags));
          if (family.sufficiency(narrow, params).some(({ severity }) => severity === "blocking")) return null;
          const part = partOfRun(run, { from: 0.4 + (0.6 * k) / bands.length, to: 0.4 + (0.6 * (k + 1)) / bands.length });
          return { tags, state: family.fit(narrow, params, part) };
        }),
        alignment: bands.map(() => asIs),
      };
    },
    score(state: RegimeState, frame): Answer {
      const band = bandOfRows(plan, frame);
      const isOwn = (number: number) => number >= 0 && (state.own[number] ?? null) !== null;
      const whole = state.own.some((of) => of !== null) ? null : anomalyOf(family, state.common, frame);
      const score = whole ? whole.score.slice() : new Float64Array(band.length).fill(Number.NaN);
      const statistics: Record<string, Float64Array> = whole ? { ...whole.statistics } : {};
      const parts = whole
        ? []
        : [
            { of: state.common, seen: frame, rows: rowsWhere(band, (number) => !isOwn(number)) },
            ...state.own.flatMap((of, k) =>
              of === null ? [] : [{ of: of.state, seen: withTags(frame, of.tags), rows: rowsWhere(band, (number) => number === k) }],
            ),
          ];
      for (const { of, seen, rows } of parts) {
        const answer = anomalyOf(family, of, rowsOf(seen, rows));
        for (let i = 0; i < rows.length; i++) score[rows[i]!] = answer.score[i]!;
        for (const [name, values] of Object.entries(answer.statistics)) {
          statistics[name] ??= new Float64Array(band.length).fill(Number.NaN);
          for (let i = 0; i < rows.length; i++) statistics[name][rows[i]!] = values[i]!;
        }
      }
      for (let i = 0; i < score.length; i++) if (band[i]! >= 0) score[i] = aligned(score[i]!, state.alignment[band[i]!]!);
      return { kind: "anomaly", score, statistics };
    },
    explain(state: RegimeState, frame, row) {
      const one = {
        time: frame.time.subarray(row, row + 1),
        columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(row, row + 1) })),
      };
      const of = state.own[bandOfRows(plan, one)[0]!];
      return of ? family.explain(of.state, withTags(one, of.tags), 0) : family.explain(state.common, frame, row);
    },
    facts: (state: RegimeState) => family.facts?.(state.common) ?? {},
    serialize(state: RegimeState): SavedState {
      const named = (prefix: string, of: unknown) =>
        Object.entries(family.serialize(of)).map(([name, value]) => [`${prefix}.${name}`, value]);
      return Object.fromEntries([
        ...named("common", state.common),
        ...state.own.flatMap((of, band) => (of === null ? [] : [...named(`band-${band}`, of.state), [`tags-${band}`, of.tags]])),
        ["shift", Float64Array.from(state.alignment, (a) => a.shift)],
        ["stretch", Float64Array.from(state.alignment, (a) => a.stretch)],
      ]);
    },
    deserialize(saved): RegimeState {
      const part = (prefix: string): SavedState | null => {
        const names = Object.keys(saved).filter((name) => name.startsWith(`${prefix}.`));
        return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name.slice(prefix.length + 1), saved[name]!]));
      };
      const [shift, stretch] = [numbersOf(saved, "shift"), numbersOf(saved, "stretch")];
      return {
        common: family.deserialize(part("common") ?? {}),
        own: bands.map((_, band) => {
          const of = part(`band-${band}`);
          return of && { tags: textsOf(saved, `tags-${band}`), state: family.deserialize(of) };
        }),
        alignment: bands.map((_, band) => ({ shift: shift[band]!, stretch: stretch[band]! })),
      };
    },
  };
}

function anomalyOf(family: AnyFamily, state: unknown, frame: Frame) {
  const answer = family.score(state, frame);
  if (answer.kind !== "anomaly") throw new Error(`The family ${family.id} gives no anomaly score.`);
  return answer;
}

const withTags = (frame: Frame, tags: readonly string[]): Frame => ({
  time: frame.time,
  columns: frame.columns.filter(({ tag }) => tags.includes(tag)),
});

function varyingTags(frames: readonly Frame[]): string[] {
  return (frames[0]?.columns ?? []).flatMap(({ tag }, k) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const frame of frames)
      for (const value of frame.columns[k]!.values) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    // Means of equal values may differ in their last digits.
    return high - low > 1e-9 * Math.max(Math.abs(high), Math.abs(low)) ? [tag] : [];
  });
}

function framesOfBand(plan: RegimePlan, train: readonly Frame[], number: number): Frame[] {
  return train.flatMap((frame) =>
    runFrames(
      frame,
      rowsWhere(bandOfRows(plan, frame), (of) => of === number),
      Number.POSITIVE_INFINITY,
    ),
  );
}

function rowsWhere(band: Int8Array, wanted: (number: number) => boolean): Int32Array {
  const rows = new Int32Array(band.length);
  let count = 0;
  for (let i = 0; i < band.length; i++) if (wanted(band[i]!)) rows[count++] = i;
  return rows.slice(0, count);
}

function rowsOf(frame: Frame, rows: Int32Array): Frame {
  return {
    time: Float64Array.from(rows, (row) => frame.time[row]!),
    columns: frame.columns.map((c) => ({ ...c, values: Float64Array.from(rows, (row) => c.values[row]!) })),
  };
}
