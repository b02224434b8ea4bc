import { z } from "zod";
import { QualityReport } from "../domain/quality.ts";
import { call } from "./define.ts";

export const quality = {
  /** What the samples of an import are worth, as it was last looked into; null where nobody has yet. */
  of: call(z.object({ importId: z.string() }), QualityReport.nullable()),
  /** Looks into every sample of an import and keeps the answer; the job that already does so, where there is one. */
  assess: call(z.object({ importId: z.string() }), z.object({ jobId: z.string() })),
};
