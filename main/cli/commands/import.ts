import { resolve } from "node:path";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import { UsageError } from "../frame/usage-error.ts";
import { readSettings } from "../steps/import-settings.ts";
import { importStep } from "../steps/import-step.ts";
import { tellImport } from "../tell/tell-import.ts";

export const importFiles: Command = {
  name: "import",
  summary: "cli.import.summary",
  operands: "FILE...",
  options: {
    ...projectOption,
    ...assetOption,
    set: { value: "KEY=VALUE", multiple: true, help: "cli.import.option.set" },
    profile: { value: "NAME|FILE", help: "cli.import.option.profile" },
    table: { value: "NAME", help: "cli.import.option.table" },
    "save-profile": { value: "NAME", help: "cli.import.option.save-profile" },
  },
  examples: [
    "import pumps.csv --project plant --asset P-101",
    "import log.txt --project plant --asset P-101 --set zone=Europe/Berlin --set time-format='DD.MM.YYYY HH:mm:ss'",
    "import june.csv --project plant --profile 'WinCC pump log'",
    "import run.csv --project plant --set kind:anomaly=skip --set unit:flow=m3/h",
  ],
  async run(given, session) {
    const project = given.need("project");
    if (given.operands.length === 0) throw new UsageError("cli.usage.files");
    const settings = readSettings(given.all("set"));
    await session.open(resolve(project), { create: true });
    const record = await importStep(session, {
      files: given.operands.map((file) => resolve(file)),
      asset: given.text("asset"),
      settings,
      profile: given.text("profile"),
      table: given.text("table"),
      saveAs: given.text("save-profile"),
    });
    tellImport(session.out, record);
    return record;
  },
};
