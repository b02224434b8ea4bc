import type { ImportPreview, LogPlan } from "#shared/domain/importing.ts";
import { preview } from "../../importing/preview.ts";

/** What the files are understood to be; with a plan, the same files read by it. */
export function previewTask({ files, plan }: { files: string[]; plan?: LogPlan | undefined }): Promise<ImportPreview> {
  return preview(files, plan);
}
