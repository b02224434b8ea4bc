import { basename, extname, resolve } from "node:path";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import { UsageError } from "../frame/usage-error.ts";
import { readSettings } from "../steps/import-settings.ts";
import { importStep } from "../steps/import-step.ts";
import { logsToImport } from "../steps/logs-to-import.ts";
import { tellImport } from "../tell/tell-import.ts";

export const importFiles: Command = {
  name: "import",
  summary: "cli.import.summary",
  operands: "FILE|FOLDER...",
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
    "import june/ archive.zip --project plant",
    "import run.csv --project plant --set kind:anomaly=skip --set unit:flow=m3/h",
  ],
  async run(given, session) {
    const project = given.need("project");
    if (given.operands.length === 0) throw new UsageError("cli.usage.files");
    const settings = readSettings(given.all("set"));
    await session.open(resolve(project), { create: true });
    const { logs, left } = await logsToImport(
      session,
      given.operands.map((file) => resolve(file)),
    );
    for (const { path, finding } of left) session.out.line(`${path}: ${sayCoded(session.out.language, finding)}`);
    if (logs.length === 0) throw problem("cli.no-logs", session.out.say("cli.no-logs"));
    const records: ImportRecord[] = [];
    for (const { name, files } of logs) {
      const record = await importStep(session, {
        files,
        asset: given.text("asset") ?? (name === "" ? undefined : assetName(name)),
        settings,
        profile: given.text("profile"),
        table: given.text("table"),
        saveAs: given.text("save-profile"),
      });
      tellImport(session.out, record);
      records.push(record);
      // In the window this follows by itself; here the program would end before it had.
      for (const jobId of (await session.ask.models.scoreDue({ assetId: record.assetId })).jobIds) await session.finish({ jobId });
    }
    return records.length === 1 ? records[0]! : { imports: records, left };
  },
};

/** A log's name without its ending and without what differs between the files of its series. */
const assetName = (name: string): string => basename(name, extname(name)).replace(/[\s_.*-]+$/, "") || name;
