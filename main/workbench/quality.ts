import { basename } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { quality } from "#shared/contract/quality.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { type QualityReport, qualityRules } from "#shared/domain/quality.ts";
import type { Bench } from "./bench.ts";

export function qualityHandlers(bench: Bench): Handlers<typeof quality> {
  // One look at a time per import: opening the screen twice must not read everything twice.
  const begun = new Map<string, string>();
  return {
    of: ({ importId }) => known(bench, importId),
    assess: ({ importId }) => {
      const already = bench.jobs.list().find(({ id }) => id === begun.get(importId));
      if (already && (already.status.state === "queued" || already.status.state === "running")) return { jobId: already.id };
      const record = bench.store.catalog.imports.get(importId);
      const subject = record.files.map(({ name }) => basename(name)).join(", ");
      const job = bench.start("quality", subject, async (run, store) => {
        const folder = store.path("signals", importId);
        const found = await bench.task("assess-quality", { folder, states: statesOf(record) }, run);
        const report: QualityReport = { ...found, importId, assetId: record.assetId, rules: qualityRules };
        store.catalog.commit(() => {
          // Removed while its samples were read: there is nothing left to tell about.
          if (store.catalog.imports.find(importId)) store.catalog.quality.put(report);
        });
        return { importId };
      });
      begun.set(importId, job.id);
      return { jobId: job.id };
    },
  };
}

/** The report that is kept, unless older rules made it or it cannot be read: then it is made anew. */
function known(bench: Bench, importId: string): QualityReport | null {
  const { catalog } = bench.store;
  catalog.imports.get(importId);
  try {
    const report = catalog.quality.find(importId);
    return report?.rules === qualityRules ? report : null;
  } catch {
    return null;
  }
}

const statesOf = ({ report }: ImportRecord): Record<string, { text: string; count: number }[]> =>
  Object.fromEntries(report.columns.filter(({ states }) => states.length > 0).map(({ tag, states }) => [tag, states]));
