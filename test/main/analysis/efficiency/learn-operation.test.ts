import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { learnOperation } from "../../../../main/analysis/efficiency/learn-operation.ts";
import { loadEfficiency } from "../../../../main/analysis/efficiency/saved-efficiency.ts";
import { baselineOf, examplePlant, reportingOf, specificEnergy } from "./example-plant.ts";

const frame = examplePlant({ days: 40, seed: 1 });
const baseline = baselineOf(0, 30);
const operationFor = (controllableTags: string[]) => {
  const kpi = { ...specificEnergy, controllableTags };
  const { fitted } = fitEfficiency({ frame, kpi, baseline }, quietRun(1));
  return { fitted: fitted!, operation: learnOperation({ ...fitted!, frame, baseline, reporting: reportingOf(30, 40) }, quietRun(1))! };
};

test("where nothing can be set, what was learned is taken as it is: the same model, and what it said of steps it had not seen", () => {
  const { fitted, operation } = operationFor([]);
  const { family, state } = loadEfficiency(fitted.saved);
  expect(operation.byConditions.state).toEqual(family.serialize(state));
  expect(operation.byConditions.unseen).toEqual(fitted.unseen.expected);
  expect(operation.time).toEqual(fitted.unseen.time);
  expect(operation.bySettings).toBeNull();
});

test("where an input of the expectation can be set, the KPI is learned again by conditions alone", () => {
  const { fitted, operation } = operationFor(["ambient"]);
  expect(operation.conditions).toEqual(["P.flow"]);
  expect(operation.byConditions.unseen).not.toEqual(fitted.unseen.expected);
  expect(operation.settings).toEqual(["ambient"]);
});
