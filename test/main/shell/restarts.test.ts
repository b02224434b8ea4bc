import { expect, it } from "vitest";
import { Restarts } from "../../../main/shell/restarts.ts";

it("an engine that dies again waits twice as long each time, and after the fifth death in a minute is not started again", () => {
  const restarts = new Restarts();
  expect([0, 1, 2, 3, 4].map((second) => restarts.died(second * 1000))).toEqual([100, 200, 400, 800, undefined]);
});

it("deaths more than a minute apart are each the first", () => {
  const restarts = new Restarts();
  expect([0, 60, 120, 180, 240, 300].map((second) => restarts.died(second * 1000))).toEqual([100, 100, 100, 100, 100, 100]);
});

it("starting once more by hand forgets the deaths before", () => {
  const restarts = new Restarts();
  for (const at of [0, 1, 2, 3, 4]) restarts.died(at);
  restarts.forget();
  expect(restarts.died(5)).toBe(100);
});
