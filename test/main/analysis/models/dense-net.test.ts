import { expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { expectedByDenseNet, fitDenseNet, loadDenseNet, saveDenseNet } from "../../../../main/analysis/models/dense-net.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";

const { tf } = await tensorBackend();

/** A fan: power grows with the cube of speed, and a damper makes it fall. Noise of 2 kW. */
function fan(rows: number, seed: number) {
  const chance = random(seed);
  const speed = Float64Array.from({ length: rows }, () => 500 + 1000 * chance());
  const damper = Float64Array.from({ length: rows }, () => 100 * chance());
  const truth = speed.map((v, i) => 120 * (v / 1500) ** 3 * (1 - 0.4 * (damper[i]! / 100) ** 2));
  const power = truth.map((kw) => kw + 2 * (chance() + chance() + chance() + chance() - 2) * Math.sqrt(3));
  return { inputs: [speed, damper], truth, power };
}

const seen = fan(2000, 1);
const net = fitDenseNet(tf, seen.inputs, seen.power, {}, quietRun());

test("a bent surface under noise is learned to within half of the noise", () => {
  const fresh = fan(500, 2);
  const expected = expectedByDenseNet(net, fresh.inputs);
  const rmse = Math.sqrt(expected.reduce((sum, e, i) => sum + (e - fresh.truth[i]!) ** 2, 0) / 500);
  expect(rmse).toBeLessThan(1);
});

test("the standard error is that of rows kept back, in the target's unit", () => {
  expect(net.sigma).toBeGreaterThan(1.8);
  expect(net.sigma).toBeLessThan(2.6);
});

test("the same rows and seed give the same network to the bit, another seed another one", () => {
  const small = fan(200, 3);
  const netOf = (seed: number) => fitDenseNet(tf, small.inputs, small.power, { epochs: 5 }, quietRun(seed));
  expect(netOf(1)).toEqual(netOf(1));
  expect(netOf(2).layers[0]!.weights).not.toEqual(netOf(1).layers[0]!.weights);
});

test("training ends before its last epoch once the rows kept back are told no better", () => {
  const chance = random(5);
  const noise = Float64Array.from({ length: 300 }, () => chance());
  const { validation } = fitDenseNet(
    tf,
    [noise],
    Float64Array.from(noise, () => chance()),
    {},
    quietRun(),
  );
  expect(validation.length).toBeLessThan(150);
});

test("a row that lacks an input has no expectation, and teaches nothing", () => {
  const holed = seen.inputs.map((column) => column.slice());
  holed[1]![7] = Number.NaN;
  const expected = expectedByDenseNet(net, holed);
  expect(expected[7]).toBeNaN();
  expect(expected[8]).toBe(expectedByDenseNet(net, seen.inputs)[8]);
  const small = fan(100, 4);
  const withBlank = [Float64Array.of(...small.inputs[0]!, Number.NaN), Float64Array.of(...small.inputs[1]!, 50)];
  const blank = fitDenseNet(tf, withBlank, Float64Array.of(...small.power, 1e6), { epochs: 3 }, quietRun());
  expect(blank).toEqual(fitDenseNet(tf, small.inputs, small.power, { epochs: 3 }, quietRun()));
});

test("a network that was saved and read again expects the same, one that lacks anything is refused", () => {
  const saved = saveDenseNet(net);
  expect(loadDenseNet(structuredClone(saved))).toEqual(net);
  for (const name of Object.keys(saved)) {
    const { [name]: _, ...rest } = saved;
    expect(() => loadDenseNet(rest), `without ${name}`).toThrow("saved model");
  }
  expect(() => loadDenseNet({ ...saved, weights: new Float64Array(3) })).toThrow("damaged");
});

test("training can be stopped, leaves no tensors behind, and tells its losses as it goes", () => {
  const before = tf.memory().numTensors;
  const small = fan(200, 3);
  const lengths: number[] = [];
  let ticks = 0;
  const run = {
    seed: 1,
    tick: (_done: number, _total: number, _note?: string, losses?: { validation: number[] }) => {
      lengths.push(losses!.validation.length);
      if (++ticks === 30) throw new Cancelled();
    },
  };
  expect(() => fitDenseNet(tf, small.inputs, small.power, {}, run)).toThrow(Cancelled);
  expect(lengths.at(-1)).toBeGreaterThan(lengths[0]!);
  expect(tf.memory().numTensors).toBe(before);
});

test("fewer rows than can be kept back and learned from are refused", () => {
  const few = fan(15, 1);
  expect(() => fitDenseNet(tf, few.inputs, few.power, {}, quietRun())).toThrow("15 usable rows");
});
