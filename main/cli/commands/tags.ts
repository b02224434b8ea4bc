import { resolve } from "node:path";
import type { Tag } from "#shared/domain/asset.ts";
import { problem } from "#shared/domain/problem.ts";
import { derivedTemplates, filledTemplate, likelyTags } from "#shared/formula/derived-templates.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { tellFindings } from "../tell/tell-findings.ts";
import { tellTags, tellTemplates, unitWords } from "../tell/tell-tags.ts";

export const tags: Command = {
  name: "tags",
  summary: "cli.tags.summary",
  operands: "list|derive|remove|templates",
  options: {
    ...projectOption,
    ...assetOption,
    name: { value: "NAME", help: "cli.tags.option.name" },
    formula: { value: "TEXT", help: "cli.tags.option.formula" },
    unit: { value: "UNIT", help: "cli.tags.option.unit" },
    template: { value: derivedTemplates.map(({ id }) => id).join("|"), help: "cli.tags.option.template" },
    of: { value: "PLACE=TAG", multiple: true, help: "cli.tags.option.of" },
    span: { value: "TEXT", help: "cli.tags.option.span" },
    note: { value: "TEXT", help: "cli.tags.option.note" },
    check: { help: "cli.tags.option.check" },
    replace: { help: "cli.tags.option.replace" },
    force: { help: "cli.tags.option.force" },
  },
  examples: [
    "tags list --project plant",
    'tags derive --project plant --name P101.head --formula "P101.discharge_pressure - P101.suction_pressure"',
    "tags derive --project plant --template hydraulic-power",
    "tags remove --project plant --name P101.head",
  ],
  async run(given, session) {
    const [action, ...more] = given.operands;
    if (more.length > 0) throw new UsageError("cli.usage.operand", { operand: more[0]! });
    if (action !== "list" && action !== "derive" && action !== "remove" && action !== "templates") throw new UsageError("cli.tags.usage");
    const project = resolve(given.need("project"));
    if (action === "remove") given.need("name");
    await session.open(project);
    const asset = await session.asset(given.text("asset"));
    const { ask, out } = session;
    const known = await ask.project.tags({ assetId: asset.id });
    if (action === "templates") return tellTemplates(out, known);
    if (action === "list") {
      tellTags(out, known);
      return { asset, tags: known };
    }
    if (action === "derive") return derive(given, session, asset.id, known);
    const name = given.need("name");
    await ask.derived.remove({ assetId: asset.id, name, force: given.has("force") });
    out.line(out.say("cli.tags.removed", { name }));
    return { removed: name };
  },
};

async function derive(given: Given, { ask, out }: Session, assetId: string, known: readonly Tag[]): Promise<object> {
  const start = fromTemplate(given, out, known);
  const formula = given.text("formula") ?? start?.formula ?? given.need("formula");
  const name = given.text("name") ?? start?.name ?? given.need("name");
  const unit = given.text("unit") ?? start?.unit ?? "";
  if (given.has("check")) {
    const check = await ask.derived.check({ assetId, name, formula, unit });
    if (check.unit !== null) out.line(out.say("cli.tags.checked", { formula, unit: unitWords(check.unit) }));
    tellFindings(out, check.findings);
    return { name, formula, ...check };
  }
  const tag = await ask.derived.save({
    assetId,
    name,
    formula,
    unit,
    note: given.text("note") ?? "",
    replaces: given.has("replace") ? name : null,
  });
  const figures = (await ask.project.tags({ assetId })).find((each) => each.name === tag.name);
  const { findings } = await ask.derived.check({ assetId, name, formula, unit });
  out.line(
    out.say("cli.tags.saved", {
      name: tag.name,
      formula,
      unit: unitWords(tag.unit),
      count: figures?.valid ?? 0,
      min: figures?.min ?? "–",
      max: figures?.max ?? "–",
      mean: figures?.mean ?? "–",
    }),
  );
  tellFindings(out, findings);
  return { tag, figures, findings };
}

/** What a template makes of the tags that were named for its places, and of the likeliest for the others; undefined where none is asked for. */
function fromTemplate(given: Given, out: Session["out"], known: readonly Tag[]) {
  const id = given.oneOf(
    "template",
    derivedTemplates.map((template) => template.id),
  );
  const template = derivedTemplates.find((each) => each.id === id);
  if (!template) return undefined;
  const named = Object.fromEntries(
    given.all("of").map((pair) => {
      const [slot = "", ...tag] = pair.split("=");
      if (tag.length === 0) throw new UsageError("cli.usage.setting", { value: pair });
      const slots = template.slots.map((each) => each.id);
      if (!slots.some((each) => each === slot)) throw new UsageError("cli.usage.setting-unknown", { name: slot, known: slots.join(", ") });
      return [slot, tag.join("=")];
    }),
  );
  const chosen: Record<string, string> = { ...likelyTags(template, known), ...named };
  const filled = filledTemplate(template, chosen, given.text("span") ?? template.span ?? "");
  if (filled) return filled;
  const data = { template: template.id, slot: template.slots.find((slot) => !chosen[slot.id])?.id ?? "" };
  throw problem("cli.tags.no-fit", out.say("cli.tags.no-fit", data), data);
}
