import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { preview } from "../../../../main/importing/preview.ts";
import { assessQuality } from "../../../../main/workbench/tasks/assess-quality.ts";
import { buildSampleTask } from "../../../../main/workbench/tasks/build-sample.ts";
import { importLog } from "../../../../main/workbench/tasks/import-log.ts";
import { referenceData } from "../../../data/reference.ts";
import { tempFolder } from "../../importing/temp-folder.ts";

/** What is told of each tag of a log, imported as it is proposed: `tag: code`. */
async function toldOf(file: string): Promise<string[]> {
  const folder = tempFolder();
  const temp = join(folder, "temp");
  mkdirSync(temp);
  const { plan } = await preview([file]);
  const staging = join(folder, "signals");
  await importLog({ files: [file], plan, staging, quarantineFile: join(folder, "rejected.txt"), tempFolder: temp, threads: 1 }, quietRun());
  const { tags } = await assessQuality({ folder: staging, states: {} }, quietRun());
  return tags.flatMap(({ tag, findings }) => findings.map(({ code }) => `${tag}: ${code}`));
}

describe("of the sample plant", () => {
  test("the one frozen sensor is told, and no other tag in three months", async () => {
    const { csvPath } = await buildSampleTask({ folder: tempFolder() }, quietRun());
    expect(await toldOf(csvPath)).toEqual(["HX1.inlet_temperature: quality.tag.stuck"]);
  }, 60_000);
});

describe("of plants that were measured", () => {
  test.each(["skab/anomaly-free/anomaly-free.csv", "ccpp/Folds5x2_pp.csv"])("%s: tags in good order raise no finding", async (name) => {
    const file = referenceData(name);
    if (!file) return console.warn(`The reference data ${name} are missing; skipped.`);
    expect(await toldOf(file)).toEqual([]);
  });
});
