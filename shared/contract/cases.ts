import { z } from "zod";
import { Board, BoardTrend } from "../domain/board.ts";
import { Case, CaseClosing, CaseDetail, Cost } from "../domain/case.ts";
import { Vitals } from "../domain/watch.ts";
import { call } from "./define.ts";

export const cases = {
  /** Every asset of the project, the most urgent first. */
  board: call(z.object({}), Board),
  /** The score of the model in use over the last 30 days of the log, or all of a shorter one; null where no model is. */
  trend: call(z.object({ assetId: z.string(), points: z.number().int().min(10).max(400).default(90) }), BoardTrend.nullable()),
  /** Looks through all samples of an asset for sensors that are dead, unless that was done since the last import. */
  check: call(z.object({ assetId: z.string() }), Vitals),
  /** The cases of an asset, the newest first. */
  list: call(z.object({ assetId: z.string() }), z.array(CaseDetail)),
  /** Keeps what has been typed into a case, open or closed. */
  describe: call(z.object({ caseId: z.string(), cause: z.string(), action: z.string(), note: z.string(), cost: Cost.nullable() }), Case),
  /** Closes the open case; its episodes that nobody has judged get its verdict. Throws `case.closed`, `case.nothing-until`. */
  close: call(CaseClosing, Case),
  /** Opens the last closed case again; one that has been opened since is joined to it. Throws `case.not-last`, `case.open`. */
  reopen: call(z.object({ caseId: z.string() }), Case),
};
