import type { ReportSection } from "../section.ts";

/** What a later reader needs in order to check the report: hashes, versions, the audit chain. */
export const appendix: ReportSection = {
  id: "appendix",
  compose({ imports, health, efficiency, software, audit, project, asset }, words) {
    return [
      { kind: "heading", level: 1, text: words.say("report.appendix") },
      { kind: "paragraph", text: words.say("report.appendix.lead") },
      {
        kind: "table",
        caption: words.say("report.input-files"),
        columns: [
          { label: words.say("report.file"), unit: "", align: "left" },
          { label: words.say("report.size"), unit: "byte", align: "right" },
          { label: "SHA-256", unit: "", align: "left" },
        ],
        rows: imports.flatMap(({ files }) => files.map((file) => [file.name, words.number(file.bytes, { significant: 15 }), file.sha256])),
      },
      {
        kind: "table",
        caption: words.say("report.models"),
        columns: [
          { label: words.say("report.model"), unit: "", align: "left" },
          { label: words.say("report.id"), unit: "", align: "left" },
          { label: words.say("report.trained"), unit: "UTC", align: "time" },
          { label: words.say("report.parents"), unit: "", align: "left" },
        ],
        rows: [
          ...health.map(({ model }) => [
            words.name(`family.${model.familyId}`),
            model.id,
            words.time(model.createdAt),
            model.parents.map((p) => p.importId).join(", "),
          ]),
          ...efficiency.map(({ model }) => [model.kpi.name, model.id, words.time(model.createdAt), model.parents.join(", ")]),
        ],
      },
      {
        kind: "facts",
        rows: [
          { label: words.say("report.project"), cell: `${project.name} (${project.id})` },
          { label: words.say("report.asset"), cell: `${asset.name} (${asset.id})` },
          {
            label: words.say("report.software"),
            cell: `OnePercent ${software.version}, Node ${software.node}, DuckDB ${software.duckdb}, SQLite ${software.sqlite}`,
          },
          {
            label: words.say("report.audit"),
            cell: words.say(audit.intact ? "report.audit.intact" : "report.audit.broken", {
              entries: audit.entries,
              head: audit.head.slice(0, 16),
            }),
          },
        ],
      },
    ];
  },
};
