import { resolve } from "node:path";
import { RegimeFit } from "#shared/domain/regime.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import { UsageError } from "../frame/usage-error.ts";
import { familiesAsked } from "../steps/families-asked.ts";
import { trainStep } from "../steps/train-step.ts";
import { modelFacts, tellModels } from "../tell/tell-models.ts";

export const train: Command = {
  name: "train",
  summary: "cli.train.summary",
  operands: "",
  options: {
    ...projectOption,
    ...assetOption,
    family: { value: "LIST", help: "cli.train.option.family" },
    set: { value: "FAMILY.PARAM=VALUE", multiple: true, help: "cli.train.option.set" },
    tags: { value: "LIST", help: "cli.train.option.tags" },
    "not-tags": { value: "LIST", help: "cli.train.option.not-tags" },
    reference: { value: "FROM..TO", help: "cli.train.option.reference" },
    "reference-rows": { value: "A..B", help: "cli.train.option.reference-rows" },
    "alerts-per-week": { value: "N", help: "cli.train.option.alerts" },
    regimes: { value: "WAY", help: "cli.train.option.regimes" },
    seed: { value: "N", help: "cli.option.seed" },
  },
  examples: [
    "train --project plant --asset P-101",
    "train --project plant --family pca --reference 2025-03-01..2025-03-14 --alerts-per-week 0.5",
    "train --project plant --reference-rows 1..400 --not-tags anomaly,changepoint",
  ],
  async run(given, session) {
    const project = given.need("project");
    if (given.has("tags") && given.has("not-tags")) throw new UsageError("cli.usage.either", { one: "--tags", other: "--not-tags" });
    if (given.has("reference") && given.has("reference-rows"))
      throw new UsageError("cli.usage.either", { one: "--reference", other: "--reference-rows" });
    const alertsPerWeek = given.number("alerts-per-week");
    const seed = given.number("seed") ?? 1;
    const way = given.text("regimes") ?? "proven";
    const known = ["none", ...RegimeFit.options];
    if (!known.includes(way)) throw new UsageError("cli.usage.choice", { option: "--regimes", value: way, choices: known.join(", ") });
    await session.open(resolve(project));
    const asset = await session.asset(given.text("asset"));
    const judged = await trainStep(session, {
      assetId: asset.id,
      families: await familiesAsked(session, given.list("family"), given.all("set")),
      tags: given.list("tags"),
      notTags: given.list("not-tags"),
      reference: given.text("reference") ?? given.text("reference-rows"),
      alertsPerWeek,
      ...(way === "none" ? { regimes: null } : { regimeFit: RegimeFit.parse(way) }),
      seed,
    });
    tellModels(session.out, judged);
    return { asset, models: judged.map(modelFacts) };
  },
};
