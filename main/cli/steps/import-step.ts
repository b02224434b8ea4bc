import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { type ImportRecord, LogPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Session } from "../frame/session.ts";
import { filesThere } from "./files-there.ts";
import { type ImportSettings, withLayout, withMeaning } from "./import-settings.ts";

export interface ImportWish {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Name of an asset; the first file's where it is left out. */
  readonly asset?: string | undefined;
  readonly settings: ImportSettings;
  /** A file with agreed settings: a plan, or the JSON answer of an earlier import. */
  readonly profile?: string | undefined;
  /** Agreed settings; takes the place of a profile. */
  readonly plan?: LogPlan | undefined;
}

/** Imports the files as one log into the open project. */
export async function importStep(session: Session, wish: ImportWish): Promise<ImportRecord> {
  const { ask, out } = session;
  filesThere(out, wish.files);
  const files = [...wish.files];
  const agreed = wish.plan ?? (wish.profile === undefined ? undefined : readProfile(session, wish.profile));
  const first = await ask.importing.preview({ files, ...(agreed && { plan: agreed }) });
  const laidOut = withLayout(first.plan, wish.settings);
  const second = Object.keys(wish.settings).length > 0 ? await ask.importing.preview({ files, plan: laidOut }) : first;
  const plan = withMeaning(second.plan, wish.settings);
  const asset = wish.asset ?? basename(files[0]!, extname(files[0]!));
  const known = (await ask.project.assets({})).find(({ name, id }) => name === asset || id === asset);
  const job = await ask.importing.start({ files, plan, asset: known ? { id: known.id } : { name: asset } });
  const { importId } = (await session.finish(job)) as { importId: string };
  return (await ask.importing.list({})).find(({ id }) => id === importId)!;
}

function readProfile(session: Session, file: string): LogPlan {
  try {
    const content = JSON.parse(readFileSync(file, "utf8")) as { plan?: unknown };
    return LogPlan.parse(content.plan ?? content);
  } catch (cause) {
    throw problem("cli.profile", session.out.say("cli.profile", { file }), { file }, { cause });
  }
}
