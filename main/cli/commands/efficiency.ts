import { resolve } from "node:path";
import type { RecipeKpi, RecipeValue } from "#shared/domain/recipe.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Given } from "../frame/given.ts";
import { UsageError } from "../frame/usage-error.ts";
import { efficiencyStep } from "../steps/efficiency-step.ts";
import { efficiencyFacts, tellEfficiency } from "../tell/tell-efficiency.ts";

export const efficiency: Command = {
  name: "efficiency",
  summary: "cli.efficiency.summary",
  operands: "",
  options: {
    ...projectOption,
    ...assetOption,
    kpi: { value: "NAME", help: "cli.efficiency.option.kpi" },
    formula: { value: "TEXT", help: "cli.efficiency.option.formula" },
    unit: { value: "UNIT", help: "cli.efficiency.option.unit" },
    better: { value: "lower|higher", help: "cli.efficiency.option.better" },
    relevant: { value: "LIST", help: "cli.efficiency.option.relevant" },
    controllable: { value: "LIST", help: "cli.efficiency.option.controllable" },
    "valid-when": { value: "TEXT", help: "cli.efficiency.option.valid-when" },
    throughput: { value: "TEXT", help: "cli.efficiency.option.throughput" },
    step: { value: "MINUTES", help: "cli.efficiency.option.step" },
    baseline: { value: "FROM..TO", help: "cli.efficiency.option.baseline" },
    reporting: { value: "FROM..TO", help: "cli.efficiency.option.reporting" },
    price: { value: "P", help: "cli.efficiency.option.price" },
    currency: { value: "NAME", help: "cli.efficiency.option.currency" },
    hours: { value: "H", help: "cli.efficiency.option.hours" },
    co2: { value: "KG", help: "cli.option.co2" },
    carrier: { value: "NAME", help: "cli.option.carrier" },
    "co2-source": { value: "TEXT", help: "cli.option.co2-source" },
    seed: { value: "N", help: "cli.option.seed" },
  },
  examples: [
    "efficiency --project plant --asset P-101 --price 0.12 --currency EUR",
    "efficiency --project plant --formula 'motor_power / flow' --unit kWh/m3 --better lower --relevant head,flow",
    "efficiency --project ccpp --formula PE --better higher --relevant AT,V,AP,RH --baseline 1..4784 --reporting 4785..9568",
  ],
  async run(given, session) {
    const project = given.need("project");
    const kpi = kpiGiven(given);
    const value = valueGiven(given);
    const seed = given.number("seed") ?? 1;
    await session.open(resolve(project));
    const asset = await session.asset(given.text("asset"));
    const rated = await efficiencyStep(session, {
      assetId: asset.id,
      kpi,
      baseline: given.text("baseline"),
      reporting: given.text("reporting"),
      value,
      seed,
    });
    tellEfficiency(session.out, rated);
    return { asset, ...efficiencyFacts(rated) };
  },
};

/** Options that only say something of a formula. */
const ofFormula = ["unit", "better", "relevant", "controllable", "valid-when", "throughput", "step"] as const;

function kpiGiven(given: Given): string | RecipeKpi | undefined {
  const formula = given.text("formula");
  if (formula === undefined) {
    const stray = ofFormula.find((name) => given.has(name));
    if (stray) throw new UsageError("cli.usage.needs", { option: `--${stray}`, other: "--formula" });
    return given.text("kpi");
  }
  given.need("better"); // lower and higher are both likely: a guess would turn losses into gains
  const minutes = given.number("step");
  if (minutes !== undefined && !(minutes > 0)) throw new UsageError("cli.usage.number", { option: "--step", value: String(minutes) });
  return {
    name: given.text("kpi") ?? formula,
    formula,
    unit: given.text("unit"),
    better: given.oneOf("better", ["lower", "higher"])!,
    relevantVariables: given.list("relevant") ?? [],
    controllableTags: given.list("controllable") ?? [],
    validWhen: given.text("valid-when"),
    throughput: given.text("throughput"),
    resolutionMinutes: minutes,
  };
}

function valueGiven(given: Given): RecipeValue | undefined {
  const price = given.number("price");
  const kgPerUnit = given.number("co2");
  if (price !== undefined)
    return {
      price,
      currency: given.text("currency") ?? "EUR",
      hours: given.number("hours") ?? 8760,
      ...(kgPerUnit === undefined ? {} : { co2: { carrier: given.text("carrier") ?? "–", kgPerUnit, source: given.need("co2-source") } }),
    };
  const stray = (["currency", "hours", "co2"] as const).find((name) => given.has(name));
  if (stray) throw new UsageError("cli.usage.needs", { option: `--${stray}`, other: "--price" });
  return undefined;
}
