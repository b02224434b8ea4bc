import { problem } from "#shared/domain/problem.ts";
import { autoencoder } from "./autoencoder.ts";
import { boostedTrees } from "./boosted-trees.ts";
import { controlCharts } from "./control-charts.ts";
import type { ModelFamily } from "./family.ts";
import { forecaster } from "./forecaster.ts";
import { isolationForest } from "./isolation-forest.ts";
import { linear } from "./linear.ts";
import { pca } from "./pca.ts";
import { similarity } from "./similarity.ts";

// A registry holds families of any parameters and state; what a family returned goes back to that same family only.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyFamily = ModelFamily<any, any>;

/** Families that find abnormal rows, the first is offered first. */
export const anomalyFamilies: readonly AnyFamily[] = [similarity, pca, isolationForest, controlCharts, autoencoder, forecaster];

/** Families that learn an expected value, the simplest first. */
export const efficiencyFamilies: readonly AnyFamily[] = [linear, boostedTrees];

/** The family of that id; throws `model.family-unknown`. */
export function familyById(id: string): AnyFamily {
  const family = [...anomalyFamilies, ...efficiencyFamilies].find((f) => f.id === id);
  if (!family) throw problem("model.family-unknown", `This program has no model family “${id}”.`, { id });
  return family;
}
