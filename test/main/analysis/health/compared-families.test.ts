import { expect, test } from "vitest";
import { recommendedFamily } from "#shared/domain/health.ts";
import { comparedFamilies, learnsByTensors } from "../../../../main/analysis/health/compared-families.ts";
import { autoencoder } from "../../../../main/analysis/models/autoencoder.ts";
import { pca } from "../../../../main/analysis/models/pca.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";

const { tf } = await tensorBackend();
const ids = (size: { rows: number; tags: number }, tensors = true) => comparedFamilies(size, tensors ? tf : undefined).map(({ id }) => id);

test("a recommendation tries networks on a short reference only, and only where the tensor library is loaded", () => {
  expect(ids({ rows: 400, tags: 8 })).toContain("autoencoder");
  expect(ids({ rows: 400, tags: 8 }, false)).not.toContain("autoencoder");
  expect(ids({ rows: 20_000, tags: 20 })).not.toContain("autoencoder");
});

test("a family whose rows lack the windows of a run's first rows is offered, not compared", () => {
  expect(ids({ rows: 400, tags: 8 })).not.toContain("forecaster");
});

test("the library is loaded for a network that is asked for, and for a recommendation on a log that is not long", () => {
  expect(learnsByTensors(autoencoder.id, 1e7)).toBe(true);
  expect(learnsByTensors(pca.id, 100)).toBe(false);
  expect(learnsByTensors(recommendedFamily, 10_000)).toBe(true);
  expect(learnsByTensors(recommendedFamily, 1e6)).toBe(false);
});
