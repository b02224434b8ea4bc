import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say } from "#shared/language/index.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { judgeDetection, judgeEfficiency } from "../../sample/judge.ts";
import { threeMonths } from "../../sample/sample-plan.ts";
import { writeSampleLog } from "../../sample/write-sample-log.ts";
import type { Command } from "../frame/command.ts";
import { efficiencyStep, type Rated } from "../steps/efficiency-step.ts";
import { importStep } from "../steps/import-step.ts";
import { noPdfBecause } from "../steps/print-pdf.ts";
import { reportStep } from "../steps/report-step.ts";
import { type Judged, trainStep } from "../steps/train-step.ts";
import { familyName } from "../tell/family-name.ts";
import { efficiencyFacts, tellEfficiency } from "../tell/tell-efficiency.ts";
import { modelFacts, tellModels } from "../tell/tell-models.ts";
import { tellReport } from "../tell/tell-report.ts";

const assetName = "P-101";
/** Typical industrial price of the last years in Europe, without taxes; only there so that the report shows money. */
const price = { price: 0.12, currency: "EUR", hours: 8760 };

export const demo: Command = {
  name: "demo",
  summary: "cli.demo.summary",
  operands: "",
  options: {
    out: { value: "DIR", help: "cli.demo.option.out" },
    keep: { help: "cli.demo.option.keep" },
  },
  examples: ["demo", "demo --out demo --keep --lang zh"],
  async run(given, session) {
    const { out } = session;
    const began = performance.now();
    const folder = given.path("out") ?? mkdtempSync(join(tmpdir(), "onepercent-demo-"));
    mkdirSync(folder, { recursive: true });
    const plantFolder = join(folder, "sample-plant");
    const project = join(folder, "project");
    let opened = false;
    try {
      const begin = (key: "cli.demo.simulate" | "cli.demo.import" | "cli.demo.train" | "cli.demo.efficiency" | "cli.demo.report") => {
        session.check();
        out.line(out.say(key));
        if (out.json) out.progress(out.say(key), "");
      };
      begin("cli.demo.simulate");
      const { csvPath, truth } = await writeSampleLog(plantFolder, threeMonths, { seed: threeMonths.seed, tick: () => session.check() });
      await session.open(project, { create: true });
      opened = true;
      begin("cli.demo.import");
      const { assetId, report: repair } = await importStep(session, { files: [csvPath], asset: assetName, settings: {} });
      out.line(`  ${out.say("cli.import.rows.value", { kept: repair.rowsKept, read: repair.rowsRead, lines: repair.lines })}`);
      begin("cli.demo.train");
      const judged = await trainStep(session, { assetId, seed: 1 });
      tellModels(out, judged);
      begin("cli.demo.efficiency");
      const rated = await efficiencyStep(session, { assetId, value: price, seed: 1 });
      tellEfficiency(out, rated);
      begin("cli.demo.report");
      const noPdf = noPdfBecause(out);
      const forms = ["html", "xlsx", ...(noPdf === undefined ? ["pdf"] : [])];
      const report = await reportStep(session, {
        assetId,
        assetName,
        out: forms.map((form) => join(folder, `report.${form}`)),
        title: out.say("cli.demo.title"),
        author: "",
        plant: "",
        language: out.language,
      });
      tellReport(out, report);
      if (noPdf !== undefined) out.line(noPdf);
      out.line();

      const scored = { from: truth.start, to: truth.start + truth.days * 86_400_000 };
      const detection = judgeDetection(truth, alerts(judged), scored);
      const found = judgeEfficiency(truth, dailyLoss(rated));
      const tellDetection = (who: string, { found, planted, falseAlertsPerWeek }: typeof detection) =>
        out.line(out.say("cli.demo.faults", { who, found, planted, rate: formatNumber(falseAlertsPerWeek, { significant: 2 }) }));
      for (const { model, episodes } of judged) tellDetection(familyName(out, model.familyId), judgeDetection(truth, episodes, scored));
      if (judged.length > 1) tellDetection(out.say("cli.demo.together"), detection);
      for (const { kind, delayHours } of detection.perFault) {
        const time = formatDuration((delayHours ?? 0) * 3_600_000, out.language);
        out.line(
          `  ${say(out.language, `sample.fault.${kind}`)}: ${delayHours === null ? out.say("cli.demo.missed") : out.say("cli.demo.delay", { time })}`,
        );
      }
      out.line(
        out.say("cli.demo.loss", {
          found: formatNumber(found.foundLossPercent, { significant: 3 }),
          planted: formatNumber(found.trueLossPercent, { significant: 3 }),
        }),
      );
      const seconds = (performance.now() - began) / 1000;
      out.line(out.say("cli.demo.where", { path: join(folder, "report.html"), seconds: formatNumber(seconds, { decimals: 0 }) }));
      return {
        folder,
        report: report.files,
        seconds,
        models: judged.map((each) => ({ ...modelFacts(each), detection: judgeDetection(truth, each.episodes, scored) })),
        detection,
        efficiency: { ...efficiencyFacts(rated), truth: found },
      };
    } finally {
      if (!given.has("keep")) {
        if (opened) await session.ask.project.close({});
        if (opened) await session.ask.project.forget({ folder: project });
        rmSync(project, { recursive: true, force: true });
        rmSync(plantFolder, { recursive: true, force: true });
      }
    }
  },
};

/** What a person would be told, whichever model says it. */
const alerts = (judged: readonly Judged[]) => judged.flatMap(({ episodes }) => episodes).toSorted((a, b) => a.from - b.from);

const dailyLoss = ({ result: { daily } }: Rated) =>
  Array.from(daily.time, (time, day) => ({ day: new Date(time).toISOString().slice(0, 10), percent: daily.lossPercent[day]! }));
