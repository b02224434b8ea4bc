import { resolve } from "node:path";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import { UsageError } from "../frame/usage-error.ts";
import { reportStep } from "../steps/report-step.ts";
import { tellReport } from "../tell/tell-report.ts";

export const report: Command = {
  name: "report",
  summary: "cli.report.summary",
  operands: "",
  options: {
    ...projectOption,
    ...assetOption,
    out: { value: "FILE", multiple: true, help: "cli.report.option.out" },
    title: { value: "TEXT", help: "cli.report.option.title" },
    author: { value: "TEXT", help: "cli.report.option.author" },
    plant: { value: "TEXT", help: "cli.report.option.plant" },
  },
  examples: [
    "report --project plant --asset P-101 --out report.html --out report.pdf",
    "report --project plant --out report.xlsx --lang zh",
  ],
  async run(given, session) {
    const project = given.need("project");
    given.need("out");
    const files = given.all("out").map((file) => resolve(file));
    const other = files.find((file) => !/\.(html|pdf|xlsx)$/i.test(file));
    if (other) throw new UsageError("cli.usage.form", { file: other });
    await session.open(resolve(project));
    const asset = await session.asset(given.text("asset"));
    const written = await reportStep(session, {
      assetId: asset.id,
      assetName: asset.name,
      out: files,
      title: given.text("title"),
      author: given.text("author") ?? "",
      plant: given.text("plant") ?? "",
      language: session.out.language,
    });
    tellReport(session.out, written);
    return { asset, ...written };
  },
};
