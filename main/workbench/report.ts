import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Handlers } from "#shared/contract/define.ts";
import type { report } from "#shared/contract/report.ts";
import { documentHtml } from "#shared/document/html.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ReportRecord } from "#shared/domain/report.ts";
import { ReportFacts } from "#shared/domain/report-facts.ts";
import { composeReport } from "../analysis/report/compose-report.ts";
import { wordsIn } from "../analysis/report/words.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import { writeWhole } from "../store/write-whole.ts";
import type { Bench } from "./bench.ts";
import { gatherFacts } from "./report-facts.ts";
import { reportXlsx } from "./report-xlsx.ts";

export function reportHandlers(bench: Bench): Handlers<typeof report> {
  return {
    compose: (request) => {
      const job = bench.start("report", request.title, async (run, store) => {
        const id = bench.newId();
        const facts = JSON.stringify(await gatherFacts(store, request, bench.options.version, run));
        const record: ReportRecord = {
          id,
          assetId: request.assetId,
          request,
          factsFile: `${id}.json`,
          factsSha256: sha256(facts),
          createdAt: Date.now(),
        };
        const file = store.path("reports", record.factsFile);
        store.commitFiles(
          [file],
          () => writeWhole(file, facts),
          () => {
            store.catalog.reports.put(record);
            store.catalog.audit.append("report.composed", id, { title: request.title, factsSha256: record.factsSha256 });
          },
        );
        return { reportId: id };
      });
      return { jobId: job.id };
    },
    list: ({ assetId }) => bench.store.catalog.reports.list(assetId).reverse(),
    html: ({ reportId }) => ({ html: htmlOf(factsOf(bench.store, reportId)) }),
    save: async ({ reportId, format, path }) => {
      const facts = factsOf(bench.store, reportId);
      writeTo(path, format === "html" ? htmlOf(facts) : await xlsxOf(facts));
      bench.store.catalog.audit.append("report.saved", reportId, { format });
      return { path, bytes: statSync(path).size };
    },
    remove: ({ reportId }) => {
      const { store } = bench;
      const record = store.catalog.reports.get(reportId);
      store.catalog.commit(() => {
        store.catalog.reports.remove(reportId);
        store.catalog.audit.append("report.removed", reportId);
      });
      removeQuietly(store.path("reports", record.factsFile));
      return null;
    },
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The facts as frozen; throws `report.damaged` when the file is missing or is not the one that was written. */
function factsOf(store: ProjectStore, reportId: string): ReportFacts {
  const record = store.catalog.reports.get(reportId);
  const file = store.path("reports", record.factsFile);
  try {
    const text = readFileSync(file, "utf8");
    if (sha256(text) !== record.factsSha256) throw new Error("The hash does not fit.");
    return ReportFacts.parse(JSON.parse(text));
  } catch (cause) {
    throw problem("report.damaged", `The report's file ${file} is missing or was changed; compose the report again.`, { file }, { cause });
  }
}

function htmlOf(facts: ReportFacts): string {
  const { title, language } = facts.request;
  return documentHtml(
    title,
    language,
    composeReport(facts).flatMap(({ blocks }) => blocks),
  );
}

function xlsxOf(facts: ReportFacts): Promise<Uint8Array> {
  const words = wordsIn(facts.request.language);
  return reportXlsx(composeReport(facts).map(({ section, blocks }) => ({ name: words.name(`report.section.${section}`), blocks })));
}

function writeTo(path: string, content: string | Uint8Array): void {
  try {
    writeWhole(path, content);
  } catch (cause) {
    throw problem("report.not-written", `The report could not be written to ${path}.`, { path }, { cause });
  }
}
