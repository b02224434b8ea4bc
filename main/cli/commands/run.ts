import { readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { Recipe } from "#shared/domain/recipe.ts";
import type { Command } from "../frame/command.ts";
import { projectOption } from "../frame/common-options.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { efficiencyStep } from "../steps/efficiency-step.ts";
import { importStep } from "../steps/import-step.ts";
import { reportStep, type WrittenReport } from "../steps/report-step.ts";
import { trainStep } from "../steps/train-step.ts";
import { efficiencyFacts, tellEfficiency } from "../tell/tell-efficiency.ts";
import { tellImport } from "../tell/tell-import.ts";
import { modelFacts, tellModels } from "../tell/tell-models.ts";
import { tellReport } from "../tell/tell-report.ts";

export const run: Command = {
  name: "run",
  summary: "cli.run.summary",
  operands: "RECIPE.json [FILE...]",
  options: { ...projectOption },
  examples: ["run water-loop.json --project loop", "run water-loop.json june.csv --project loop-june --json"],
  async run(given, session) {
    const project = resolve(given.need("project"));
    const [file, ...files] = given.operands;
    if (file === undefined) throw new UsageError("cli.usage.recipe");
    const recipe = readRecipe(session, resolve(file));
    const beside = (path: string) => resolve(dirname(file), path);
    const logs = files.length > 0 ? files.map((each) => resolve(each)) : recipe.import.files.map(beside);
    if (logs.length === 0) throw new UsageError("cli.usage.recipe-files");
    const { out } = session;
    const count = 1 + (recipe.health ? 1 : 0) + recipe.efficiency.length + (recipe.report ? 1 : 0);
    let step = 0;
    const begin = (key: "import" | "health" | "efficiency" | "report", what: string) => {
      session.check();
      step++;
      const title = out.say("cli.run.step", { step, count, what: out.say(`cli.run.${key}`, { what }) });
      out.line(title);
      if (out.json) out.progress(title, "");
    };

    await session.open(project, { create: true });
    begin("import", logs.map((each) => basename(each)).join(", "));
    const imported = await importStep(session, {
      files: logs,
      asset: recipe.import.asset ?? basename(logs[0]!, extname(logs[0]!)),
      settings: Object.fromEntries(Object.entries(recipe.import.set).map(([name, value]) => [name, String(value)])),
      profile: recipe.import.profile === undefined ? undefined : beside(recipe.import.profile),
    });
    tellImport(out, imported);
    out.line();
    const { assetId } = imported;
    const asset = await session.asset(assetId);
    const models: object[] = [];
    const efficiency: object[] = [];
    let written: WrittenReport | null = null;
    if (recipe.health) {
      begin("health", asset.name);
      const judged = await trainStep(session, { assetId, ...recipe.health });
      tellModels(out, judged);
      models.push(...judged.map(modelFacts));
    }
    for (const wish of recipe.efficiency) {
      begin("efficiency", typeof wish.kpi === "object" ? wish.kpi.name : (wish.kpi ?? asset.name));
      const rated = await efficiencyStep(session, { assetId, ...wish });
      tellEfficiency(out, rated);
      efficiency.push(efficiencyFacts(rated));
    }
    if (recipe.report) {
      const { language = out.language, out: targets, ...rest } = recipe.report;
      begin("report", targets.map((target) => basename(target)).join(", "));
      written = await reportStep(session, { assetId, assetName: asset.name, out: targets.map(beside), language, ...rest });
      tellReport(out, written);
    }
    return { asset, import: imported, models, efficiency, report: written };
  },
};

function readRecipe({ out }: Session, file: string): Recipe {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const why = (cause as Error).message;
    throw problem("cli.recipe", out.say("cli.recipe", { file, why }), { file, why }, { cause });
  }
  const read = Recipe.safeParse(content);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const why = `${issue?.path.join(".")}: ${issue?.message}`;
  throw problem("cli.recipe", out.say("cli.recipe", { file, why }), { file, why });
}
