import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { onepercent, scratch } from "./onepercent.ts";

const folder = scratch();
const project = join(folder, "plant");

beforeAll(async () => {
  const log = join(folder, "pump.csv");
  const rows = Array.from(
    { length: 300 },
    (_, k) => `${new Date(Date.UTC(2024, 0, 1) + k * 60_000).toISOString()},${100 + Math.sin(k / 20)},1,5`,
  );
  writeFileSync(log, `time,P1.flow [m3/h],P1.suction [bar],P1.discharge [bar]\n${rows.join("\n")}\n`);
  expect((await onepercent("import", log, "--project", project)).code).toBe(0);
}, 60_000);

test("a tag is derived from a template, listed with its formula, checked, and removed", async () => {
  const derived = await onepercent("tags", "derive", "--project", project, "--template", "hydraulic-power", "--json");
  expect(JSON.parse(derived.stdout)).toMatchObject({
    tag: { name: "P1.hydraulic_power", formula: "P1.flow * (P1.discharge - P1.suction)", unit: "kW" },
    figures: { valid: 300 },
  });
  expect(JSON.parse(derived.stdout).figures.mean).toBeCloseTo(11.1, 1);
  const listed = await onepercent("tags", "list", "--project", project);
  expect(listed.stdout).toContain("P1.flow * (P1.discharge - P1.suction)");
  const wrong = await onepercent("tags", "derive", "--project", project, "--name", "x", "--formula", "P1.flow + P1.suction");
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain("cannot be added to");
  const removed = await onepercent("tags", "remove", "--project", project, "--name", "P1.hydraulic_power");
  expect(removed.stdout).toContain("P1.hydraulic_power was removed.");
  expect((await onepercent("tags", "remove", "--project", project, "--name", "P1.hydraulic_power")).stderr).toContain(
    "no derived tag called",
  );
}, 60_000);
