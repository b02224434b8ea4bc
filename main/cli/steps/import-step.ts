import { basename, extname } from "node:path";
import type { ImportPreview, ImportRecord, LogPlan } from "#shared/domain/importing.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { filesThere } from "./files-there.ts";
import { namedSettings } from "./import-profile.ts";
import { type ImportSettings, withLayout, withMeaning } from "./import-settings.ts";

export interface ImportWish {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Name of an asset; the first file's where it is left out. */
  readonly asset?: string | undefined;
  readonly settings: ImportSettings;
  /** Name of a saved profile, or a file with agreed settings: a profile, a plan, or the JSON answer of an earlier import. */
  readonly profile?: string | undefined;
  /** Keeps the settings as a profile of this name. */
  readonly saveAs?: string | undefined;
  /** Name or number of the file's table that is meant, counted from 1; the first where it is left out. */
  readonly table?: string | undefined;
  /** Agreed settings; takes the place of a profile. */
  readonly plan?: LogPlan | undefined;
}

/** Imports the files as one log into the open project. */
export async function importStep(session: Session, wish: ImportWish): Promise<ImportRecord> {
  const { ask, out } = session;
  filesThere(out, wish.files);
  const files = [...wish.files];
  const look = (plan?: LogPlan) => ask.importing.preview({ files, ...(plan && { plan }) });
  const named = wish.profile === undefined ? undefined : await namedSettings(session, wish.profile);
  // What nobody can guess anything of may be read by settings all the same.
  const guess = wish.plan || named ? await look().catch(() => undefined) : await look();
  const meant = guess && wish.table !== undefined ? tableOf(guess.tables, wish.table) : guess?.plan;
  const agreed = wish.plan ?? named?.(meant) ?? (meant === guess?.plan ? undefined : meant);
  const first = agreed || !guess ? await look(agreed) : guess;
  const laidOut = withLayout(first.plan, wish.settings);
  const second = Object.keys(wish.settings).length > 0 ? await look(laidOut) : first;
  const plan = withMeaning(second.plan, wish.settings);
  const asset = wish.asset ?? basename(files[0]!, extname(files[0]!));
  if (wish.saveAs !== undefined) {
    await ask.importing.saveProfile({ name: wish.saveAs, guess: meant ?? plan, plan, asset: wish.asset ?? null });
  }
  const known = (await ask.project.assets({})).find(({ name, id }) => name === asset || id === asset);
  const job = await ask.importing.start({ files, plan, asset: known ? { id: known.id } : { name: asset } });
  const { importId } = (await session.finish(job)) as { importId: string };
  return (await ask.importing.list({})).find(({ id }) => id === importId)!;
}

function tableOf(tables: ImportPreview["tables"], wanted: string): LogPlan {
  const found = tables.find(({ name }) => name === wanted) ?? (/^[1-9]\d*$/.test(wanted) ? tables[Number(wanted) - 1] : undefined);
  if (found) return found.plan;
  throw new UsageError("cli.usage.table", { table: wanted, known: tables.map(({ name }, k) => name || String(k + 1)).join(", ") });
}
