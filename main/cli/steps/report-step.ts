import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { activeModels } from "#shared/domain/active-models.ts";
import type { Language } from "#shared/language/sentence.ts";
import type { Session } from "../frame/session.ts";
import { printPdf } from "./print-pdf.ts";

export interface ReportWish {
  readonly assetId: string;
  readonly assetName: string;
  /** Absolute paths that end in .html, .pdf or .xlsx. */
  readonly out: readonly string[];
  readonly title?: string | undefined;
  readonly author: string;
  readonly plant: string;
  readonly language: Language;
}

export interface WrittenReport {
  readonly reportId: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** Freezes a report on the newest models in use of the asset and writes every form asked for. */
export async function reportStep(session: Session, wish: ReportWish): Promise<WrittenReport> {
  const { ask, out } = session;
  const [health, efficiency] = await Promise.all([
    ask.health.models({ assetId: wish.assetId }),
    ask.efficiency.models({ assetId: wish.assetId }),
  ]);
  const job = await ask.report.compose({
    assetId: wish.assetId,
    title: wish.title ?? out.say("cli.report.title", { asset: wish.assetName }),
    author: wish.author,
    plant: wish.plant,
    language: wish.language,
    healthModelIds: newest(activeModels(health), (model) => model.familyId),
    efficiencyModelIds: newest(efficiency, (model) => model.kpi.id),
  });
  const { reportId } = (await session.finish(job)) as { reportId: string };
  const files: { path: string; bytes: number }[] = [];
  for (const path of wish.out) {
    mkdirSync(dirname(path), { recursive: true });
    const form = extname(path).slice(1).toLowerCase();
    if (form === "pdf") files.push(await print(session, reportId, path));
    else files.push(await ask.report.save({ reportId, format: form === "xlsx" ? "xlsx" : "html", path }));
    session.check();
  }
  return { reportId, files };
}

/** Ids of the newest of each kind, in the order given: the newest first. */
function newest<M extends { id: string }>(models: readonly M[], kindOf: (model: M) => string): string[] {
  const byKind = new Map<string, string>();
  for (const model of models) if (!byKind.has(kindOf(model))) byKind.set(kindOf(model), model.id);
  return [...byKind.values()];
}

async function print({ ask, out }: Session, reportId: string, path: string): Promise<{ path: string; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-print-"));
  try {
    out.progress(out.say("cli.progress.print", { file: basename(path) }), "");
    const html = join(folder, "report.html");
    await ask.report.save({ reportId, format: "html", path: html });
    await printPdf({ html, pdf: path, scratch: join(folder, "electron") }, out);
    return { path, bytes: statSync(path).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
