import { basename } from "node:path";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { sameShape, shapeOf } from "#shared/domain/log-shape.ts";
import type { Session } from "../frame/session.ts";
import { importStep } from "./import-step.ts";

/** Adds files to the log of an asset, read as its newest import was where their columns are the same; files that are in it already stay as they are. */
export async function importSame(
  session: Session,
  assetId: string,
  files: readonly string[],
): Promise<{ added: ImportRecord[]; known: string[] }> {
  const { ask } = session;
  const added: ImportRecord[] = [];
  const known: string[] = [];
  for (const file of files) {
    const before = (await ask.importing.sameFiles({ files: [file] })).some((record) => record.assetId === assetId);
    if (before) known.push(basename(file));
    else
      added.push(
        await importStep(session, { files: [file], asset: assetId, settings: {}, plan: await planOfAsset(session, assetId, file) }),
      );
  }
  return { added, known };
}

async function planOfAsset({ ask }: Session, assetId: string, file: string): Promise<ImportRecord["plan"] | undefined> {
  const newest = (await ask.importing.list({})).find((record) => record.assetId === assetId);
  if (!newest) return undefined;
  const { plan } = await ask.importing.preview({ files: [file] });
  return sameShape(shapeOf(plan), shapeOf(newest.plan)) ? newest.plan : undefined;
}
