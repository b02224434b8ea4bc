import type { Column } from "#shared/domain/frame.ts";
import { normalDraws } from "../../../main/analysis/efficiency/proof/normal-draws.ts";
import {
  type NoiseStream,
  type SimulatedMeter,
  type SimulatedOutcome,
  simulatedOutcomes,
} from "../../../main/analysis/efficiency/proof/simulated-meter.ts";
import { random } from "../../../main/analysis/signal/random.ts";

const hour = 3_600_000;
const day = 24 * hour;

export const savings = [0, 0.005, 0.01, 0.03];

/** What one simulated meter showed, and the memory its noise had. */
export interface MeterOutcome {
  /** Correlation of the noise of neighbouring readings, 0 … 0.9. */
  readonly memory: number;
  readonly interval: "day" | "hour";
  /** [savings] */
  readonly outcomes: readonly SimulatedOutcome[];
}

/**
 * Meters of buildings (daily, balance points) and of machines (hourly, load and weather), half and half: length of the periods, season of
 * the start, slopes, noise (1 … 10 % of the mean) and its memory (AR(1), 0 … 0.9, per reading) are drawn for each.
 */
export function* simulatedMeters(count: number, seed: number): Generator<MeterOutcome> {
  for (let k = 0, made = 0; made < count; k++) {
    const own = seed + 7919 * k;
    const chance = random(own);
    const draw = normalDraws(own + 1);
    const memory = 0.9 * chance();
    const daily = made % 2 === 0;
    const simulated = daily ? building(chance, draw) : machine(chance, draw);
    const mean = simulated.expected.reduce((a, b) => a + b, 0) / simulated.expected.length;
    const deviation = mean * 0.01 * 10 ** chance();
    const outcomes = simulatedOutcomes(simulated, autoregressive(memory, deviation, draw), savings, own);
    // Half a year without a cold day has no heating to learn; another is drawn.
    if (!outcomes) continue;
    made++;
    yield { memory, interval: daily ? "day" : "hour", outcomes };
  }
}

const oneOf = (chance: () => number, values: readonly number[]): number => values[Math.floor(chance() * values.length)]!;

function building(chance: () => number, draw: () => number): SimulatedMeter {
  const cut = oneOf(chance, [180, 270, 365]);
  const rows = cut + oneOf(chance, [60, 90, 180, 365]);
  const start = Math.floor(365 * chance());
  const weather = wander(rows, 0.7, draw);
  const output = wander(rows, 0.5, draw);
  const time = Float64Array.from({ length: rows }, (_, i) => i * day);
  const temperature = time.map((_, i) => 11 - 12 * Math.cos((2 * Math.PI * (i + start)) / 365) + 4.5 * weather[i]!);
  const produced = output.map((o) => 100 + 15 * o);
  const [heating, cooling, perOutput] = [10 + 10 * chance(), 10 + 10 * chance(), 4 * chance()];
  const expected = time.map(
    (_, i) => 400 + heating * Math.max(0, 14 - temperature[i]!) + cooling * Math.max(0, temperature[i]! - 18) + perOutput * produced[i]!,
  );
  const drivers = [column("temperature", "degC", temperature), column("output", "t", produced)];
  return { meter: meter(day), time, drivers, cut, expected, form: "heating-cooling", changeDriver: "temperature" };
}

function machine(chance: () => number, draw: () => number): SimulatedMeter {
  const cut = 24 * oneOf(chance, [28, 56, 84]);
  const rows = cut + 24 * oneOf(chance, [14, 28, 56]);
  const [load, weather] = [wander(rows, 0.9, draw), wander(rows, 0.97, draw)];
  const time = Float64Array.from({ length: rows }, (_, i) => i * hour);
  const flow = time.map((_, i) => 120 + 25 * Math.sin((2 * Math.PI * i) / 24) + 12 * load[i]!);
  const ambient = time.map((_, i) => 15 + 5 * Math.sin((2 * Math.PI * (i - 7)) / 24) + 4 * weather[i]!);
  const [perFlow, perDegree] = [0.2 + 0.3 * chance(), 0.5 * chance()];
  const expected = time.map((_, i) => 20 + perFlow * flow[i]! + perDegree * ambient[i]!);
  const drivers = [column("flow", "m3/h", flow), column("ambient", "degC", ambient)];
  return { meter: meter(hour), time, drivers, cut, expected, form: "mean", changeDriver: null };
}

const column = (tag: string, unit: string, values: Float64Array): Column => ({ tag, unit, values });
const meter = (intervalMs: number) => ({ tag: "energy", unit: "kWh", intervalMs, clockOffsetMs: 0 });

/** A driver that wanders about zero with deviation 1. */
function wander(rows: number, keep: number, draw: () => number): Float64Array {
  let state = draw();
  return Float64Array.from({ length: rows }, () => {
    state = keep * state + Math.sqrt(1 - keep * keep) * draw();
    return state;
  });
}

function autoregressive(memory: number, deviation: number, draw: () => number): NoiseStream {
  const from = (start: number): NoiseStream => {
    let state = start;
    return {
      take: (time) =>
        time.map(() => {
          state = memory * state + Math.sqrt(1 - memory * memory) * deviation * draw();
          return state;
        }),
      fork: () => from(state),
    };
  };
  return from(deviation * draw());
}
