import { sortedQuantile } from "../signal/quantile.ts";
import { random } from "../signal/random.ts";
import { serialCorrelation } from "./order.ts";
import { studentQuantile } from "./proof/student-t.ts";

/** Loss and expected amount added up over days (or stretches of rows): the grains of chance in a total. */
export interface LossBlocks {
  /** [blocks] unit of the KPI × throughput; positive is a loss. */
  readonly loss: Float64Array;
  readonly expected: Float64Array;
}

const day = 86_400_000;
const fewestDays = 10;
// Where there are too few days, this many stretches of rows stand for them.
const stretches = 30;

/** @param loss [steps] NaN where not judged. */
export function lossBlocks(time: Float64Array, loss: Float64Array, expected: Float64Array, inOrder: boolean): LossBlocks {
  const judged: number[] = [];
  for (let i = 0; i < loss.length; i++) if (!Number.isNaN(loss[i]!)) judged.push(i);
  const days = new Map<number, number[]>();
  for (const i of judged) {
    const on = Math.floor(time[i]! / day);
    const of = days.get(on);
    if (of) of.push(i);
    else days.set(on, [i]);
  }
  let groups = [...days.values()];
  if (!inOrder || groups.length < fewestDays) {
    const size = Math.max(1, Math.ceil(judged.length / stretches));
    groups = Array.from({ length: Math.ceil(judged.length / size) }, (_, k) => judged.slice(k * size, (k + 1) * size));
  }
  const total = (of: Float64Array) => Float64Array.from(groups, (rows) => rows.reduce((sum, i) => sum + of[i]!, 0));
  return { loss: total(loss), expected: total(expected) };
}

const draws = 1000;
// A month of days cannot tell a memory longer than this from a trend.
const mostMemory = 0.8;

/**
 * How far chance may have moved the loss of a reporting period, as a share of expected: what the unseen days of the baseline were off
 * by is drawn again, in stretches (Künsch, Annals of Statistics 17 (1989) 1217), once for as many days as the reporting period has and
 * once for as many as the baseline had, because the baseline is one draw too.
 * @param baseline blocks of cross-validated residuals. @param blocks how many the reporting period has.
 * @returns offsets to add to the share that was found.
 */
export function chanceInterval(baseline: LossBlocks, blocks: number, level: number, seed: number): { low: number; high: number } {
  const n = baseline.loss.length;
  if (n < 2 || blocks < 1) return { low: Number.NaN, high: Number.NaN };
  const chance = random(seed);
  const length = Math.max(1, Math.ceil(n ** (1 / 3)));
  const sum = (of: Float64Array): number => of.reduce((a, b) => a + b, 0);
  const middle = sum(baseline.loss) / sum(baseline.expected);
  const share = (count: number): number => {
    let [loss, expected] = [0, 0];
    for (let done = 0; done < count; ) {
      const from = Math.floor(chance() * n);
      for (let k = 0; k < length && done < count; k++, done++) {
        // Round the end to the beginning: every day is drawn as often as any other.
        loss += baseline.loss[(from + k) % n]!;
        expected += baseline.expected[(from + k) % n]!;
      }
    }
    return loss / expected - middle;
  };
  const offsets = Float64Array.from({ length: draws }, () => share(blocks) - share(n)).sort();
  const { memory, deviation: longRun } = longRunChance(baseline, middle, blocks);
  // How much chance there is, is itself told by the baseline alone: by as many days as do not repeat one another.
  const freedom = Math.max(1, (n * (1 - memory)) / (1 + memory) - 1);
  const upper = (1 + level) / 2;
  const unsure = studentQuantile(upper, freedom) / studentQuantile(upper, Number.POSITIVE_INFINITY);
  const stretch = unsure * Math.max(1, longRun / deviation(offsets));
  return { low: stretch * sortedQuantile(offsets, (1 - level) / 2), high: stretch * sortedQuantile(offsets, (1 + level) / 2) };
}

/**
 * Standard deviation of the same offsets by the memory of the days: few blocks of a short baseline draw too narrow. The serial
 * correlation of n days about their own mean is too small by (1 + 3ρ) / n on average (Kendall, Biometrika 41 (1954) 403), and is taken
 * for that of a process which remembers its last day.
 */
function longRunChance({ loss, expected }: LossBlocks, middle: number, blocks: number): { memory: number; deviation: number } {
  const n = loss.length;
  const shares = loss.map((l, k) => l / expected[k]! - middle);
  const { correlation } = serialCorrelation(shares);
  const memory = Math.min(mostMemory, Math.max(0, correlation + (1 + 3 * correlation) / n));
  return { memory, deviation: deviation(shares) * Math.sqrt(((1 + memory) / (1 - memory)) * (1 / n + 1 / blocks)) };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1));
}
