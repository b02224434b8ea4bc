import type { Baseline, CoverageCheck, MeterRows } from "#shared/domain/proof.ts";
import type { Run } from "#shared/domain/run.ts";
import { random } from "../../signal/random.ts";
import { baselineNoise } from "./baseline-noise.ts";
import { designColumns } from "./design-columns.ts";
import type { Grains } from "./grains.ts";
import type { Memory } from "./memory-likelihood.ts";
import { normalDraws } from "./normal-draws.ts";
import { proofFinding } from "./proof-finding.ts";
import { type NoiseStream, type SimulatedOutcome, simulatedOutcomes } from "./simulated-meter.ts";

const usualSavings = [0, 0.005, 0.01, 0.03];

/**
 * The check that is printed beside an interval: meters like this one, with its drivers, its baseline taken for the truth and noise of a
 * memory its readings allow, go through the same analysis with savings of known size.
 * @param reporting times and drivers of the reporting period. @param runs meters; 200 tell a share of 90 % to about 2 %.
 * @returns NaN where the baseline's noise cannot be told. Same input and seed: the same answer.
 */
export function simulateCoverage(
  {
    baseline,
    reporting,
    runs = 200,
    savings = usualSavings,
  }: {
    baseline: Baseline;
    reporting: Omit<MeterRows, "energy">;
    runs?: number;
    savings?: readonly number[];
  },
  run: Run,
): CoverageCheck {
  const { rows, design, residual, chance } = baselineNoise(baseline);
  if (!chance) return coverageOf([], savings);
  const usable = designColumns(baseline, reporting).expected.map((e) => (Number.isNaN(e) ? 0 : 1));
  const pick = (values: Float64Array): Float64Array => values.filter((_, i) => usable[i] === 1);
  const join = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.from([...a, ...b]);
  const after = {
    time: pick(reporting.time),
    drivers: baseline.drivers.map(({ tag }) => pick(reporting.drivers.find((d) => d.tag === tag)!.values)),
  };
  const drivers = rows.drivers.map((d, j) => ({ ...d, values: join(d.values, after.drivers[j]!) }));
  const time = join(rows.time, after.time);
  const expected = join(
    design.expected,
    designColumns(baseline, { time: after.time, drivers: drivers.map((d, j) => ({ ...d, values: after.drivers[j]! })) }).expected,
  );
  const change = baseline.terms.find((t) => t.kind === "below" || t.kind === "above" || t.kind === "segment");
  const near = [...new Set(baseline.terms.flatMap((t) => (t.kind === "below" || t.kind === "above" ? [t.at] : [])))];
  const variance = residual.reduce((sum, r) => sum + r * r, 0) / Math.max(1, residual.length - baseline.quality.parameters);
  const pickMemory = random(run.seed);
  const outcomes: SimulatedOutcome[][] = [];
  for (let k = 0; k < runs; k++) {
    const memory = drawn(chance.memories, pickMemory());
    const noise = grainNoise(chance.grains, memory, Math.max(0, variance - memory.variance), normalDraws(run.seed + 7919 * (k + 1)));
    const result = simulatedOutcomes(
      {
        meter: baseline.meter,
        time,
        drivers,
        cut: rows.time.length,
        expected,
        form: baseline.form,
        near,
        changeDriver: change && "tag" in change ? change.tag : null,
      },
      noise,
      savings,
      run.seed + k,
    );
    if (result) outcomes.push(result);
    run.tick(k + 1, runs);
  }
  return coverageOf(outcomes, savings);
}

/** Shares of the outcomes, percent. @param outcomes [meters][savings]. */
export function coverageOf(outcomes: readonly (readonly SimulatedOutcome[])[], savings: readonly number[]): CoverageCheck {
  const percent = (of: readonly boolean[]): number => (100 * of.filter(Boolean).length) / of.length;
  const bySaving = savings.map((saving, k) => ({
    savingPercent: 100 * saving,
    runs: outcomes.length,
    interval90: percent(outcomes.map((o) => o[k]!.holds)),
    proven: percent(outcomes.map((o) => o[k]!.proven)),
  }));
  const runs = outcomes.length;
  const interval90 = percent(outcomes.flatMap((o) => o.map((one) => one.holds)));
  const provenAtZero = bySaving.find((s) => s.savingPercent === 0)?.proven ?? Number.NaN;
  const told = { runs, level: 90, held: Number(interval90.toPrecision(3)), proven: Number(provenAtZero.toPrecision(2)) };
  const findings = runs > 0 && !Number.isNaN(provenAtZero) ? [proofFinding("proof.coverage", "note", told)] : [];
  return { runs, interval90, provenAtZero, bySaving, findings };
}

function drawn(memories: readonly Memory[], at: number): Memory {
  let sum = 0;
  for (const memory of memories) {
    sum += memory.weight;
    if (sum >= at) return memory;
  }
  return memories.at(-1)!;
}

/** Noise of a memory by the grain, and within a grain what is new in every reading. */
function grainNoise(grains: Grains, memory: Memory, withinVariance: number, draw: () => number): NoiseStream {
  const lasting = Math.sqrt(memory.variance * (1 - memory.fresh));
  const fresh = Math.sqrt(memory.variance * memory.fresh);
  const within = Math.sqrt(withinVariance);
  const from = (state: { grain: number; lasting: number; value: number }): NoiseStream => ({
    take: (time) =>
      time.map((t) => {
        const grain = grains.of(t);
        if (grain !== state.grain) {
          const keep = Number.isFinite(state.grain) ? memory.correlation ** Math.abs(grain - state.grain) : 0;
          state.lasting = keep * state.lasting + Math.sqrt(1 - keep * keep) * lasting * draw();
          state.value = state.lasting + fresh * draw();
          state.grain = grain;
        }
        return state.value + within * draw();
      }),
    fork: () => from({ ...state }),
  });
  return from({ grain: Number.NEGATIVE_INFINITY, lasting: 0, value: 0 });
}
