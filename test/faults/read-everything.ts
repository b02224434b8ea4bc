import { expect } from "vitest";
import type { MeasureDetail, Verification } from "#shared/domain/measure.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";

/** Asks the open project for all it holds; throws where something cannot be read. */
export async function readEverything({ handlers }: Workbench): Promise<void> {
  const { project, importing, explore, health, efficiency, proof, trial, report } = handlers;
  expect((await project.audit({ limit: 1000 })).intact).toBe(true);
  for (const record of await importing.list({})) {
    const { text } = await importing.quarantine({ importId: record.id });
    expect(text === "").toBe(record.report.rejectedLines === 0);
  }
  for (const { id: assetId } of await project.assets({})) {
    const tags = await project.tags({ assetId });
    if (tags.length === 0) continue;
    const range = { from: Math.min(...tags.map((tag) => tag.from)), to: Math.max(...tags.map((tag) => tag.to)) + 1 };
    const drawn = await explore.envelope({ assetId, tags: tags.map((tag) => tag.name), range, pixels: 100 });
    for (const series of drawn.series) expect(series.time.length).toBeGreaterThan(10);
    for (const { id: modelId } of await health.models({ assetId })) {
      const { series } = await health.scores({ modelId, range, pixels: 100 });
      expect(series[0]!.time.length).toBeGreaterThan(10);
      await health.episodes({ modelId });
    }
    for (const { id: measureId, results } of await proof.measures({ assetId, removed: true })) {
      expect(((await proof.detail({ measureId })) as MeasureDetail).curves.time.length).toBeGreaterThan(10);
      for (const { id: resultId } of results)
        expect(((await proof.verification({ measureId, resultId })) as Verification).weekly.time.length).toBeGreaterThan(0);
    }
    for (const { plan } of await trial.list({ assetId, removed: true })) expect(plan.blocks.length).toBeGreaterThan(1);
    for (const { id: modelId } of await efficiency.models({ assetId })) await efficiency.result({ modelId });
    for (const { id: reportId } of await report.list({ assetId })) expect((await report.html({ reportId })).html).toContain("January");
  }
}
