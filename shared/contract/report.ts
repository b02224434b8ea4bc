import { z } from "zod";
import { ReportRecord, ReportRequest } from "../domain/report.ts";
import { call } from "./define.ts";

export const report = {
  /** Gathers and freezes the facts; the job's result is `{ reportId }`. */
  compose: call(ReportRequest, z.object({ jobId: z.string() })),
  /** The newest first. */
  list: call(z.object({ assetId: z.string() }), z.array(ReportRecord)),
  /** The whole document, self-contained and without script: for the window, for paper, for a file. */
  html: call(z.object({ reportId: z.string() }), z.object({ html: z.string() })),
  /** Writes a form of the report to a place a person chose. PDF is printed by the shell from the same HTML. */
  save: call(
    z.object({ reportId: z.string(), format: z.enum(["html", "xlsx"]), path: z.string() }),
    z.object({ path: z.string(), bytes: z.number() }),
  ),
  remove: call(z.object({ reportId: z.string() }), z.null()),
};
