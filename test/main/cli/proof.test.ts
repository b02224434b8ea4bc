import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { onepercent, scratch } from "./onepercent.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 6);
const project = join(scratch(), "plant");

/** A pump for ten weeks, a row every half hour; in the last three it takes 6 % less power. */
function savingLog(file: string): void {
  let state = 11;
  const noise = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, 2nd ed., §7.1
    return state / 2 ** 32 - 0.5;
  };
  const lines = ["time,flow [m3/h],motor_power [kW]"];
  for (let row = 0; row < 70 * 48; row++) {
    const flow = 100 + 30 * Math.sin((2 * Math.PI * row) / 48) + 8 * noise();
    const power = (8 + 0.1 * flow + 0.4 * noise()) * (row >= 49 * 48 ? 0.94 : 1);
    lines.push(`${new Date(start + row * 1_800_000).toISOString()},${flow.toFixed(2)},${power.toFixed(3)}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}
const text = (at: number): string => new Date(at).toISOString();

beforeAll(async () => {
  const log = join(scratch(), "pump.csv");
  savingLog(log);
  const { code, stderr } = await onepercent("import", log, "--project", project, "--asset", "P-7", "--quiet");
  expect(stderr).toBe("");
  expect(code).toBe(0);
}, 120_000);

test("a measure goes from the lock to its verdict on the command line", async () => {
  const at = ["--project", project, "--quiet"];
  const locked = await onepercent(
    "proof",
    "lock",
    ...at,
    "--name=Trimmed impeller",
    `--baseline=${text(start)}..${text(start + 49 * day)}`,
    "--by=A. Meier",
  );
  expect(locked.stdout).toContain("The smallest saving you can prove with this meter in 12 weeks is");
  expect(locked.stdout).toMatch(/locked by A\. Meier, SHA-256 [0-9a-f]{64}/);
  const verified = await onepercent(
    "proof",
    "verify",
    ...at,
    `--reporting=${text(start + 49 * day)}..${text(start + 70 * day)}`,
    `--exclude=${text(start + 52 * day)}..${text(start + 53 * day)}=commissioning`,
    `--adjust=${text(start + 60 * day)}..${text(start + 62 * day)}=5:1=second line on trial`,
    "--runs=0",
    "--json",
  );
  const { saving, weekly } = JSON.parse(verified.stdout);
  expect(saving.verdict).toBe("proven");
  expect(saving.percentInterval.low).toBeLessThan(6.2);
  expect(saving.percentInterval.high).toBeGreaterThan(5.8);
  expect(saving.adjustments).toBe(5);
  expect(saving.exclusionEffects).toMatchObject([{ reason: "commissioning" }]);
  expect(weekly).toHaveLength(3);
  expect((await onepercent("proof", "check", ...at)).stdout).toContain("Trimmed impeller: lock and data are as they were");
  expect((await onepercent("proof", "list", ...at)).stdout).toMatch(/Trimmed impeller .* Proven/);
}, 120_000);

test("a trial goes from its plan to its verdict on the command line", async () => {
  const at = ["--project", project, "--quiet"];
  const calendar = join(scratch(), "trial.csv");
  const blocks = "--block=8";
  const wish = [
    "--name=Valve at 72 %",
    `--start=${text(start + 50 * day)}`,
    `--baseline=${text(start)}..${text(start + 49 * day)}`,
    "--hoped=2",
    blocks,
  ];
  const weighed = await onepercent("proof", "trial", "plan", ...at, ...wish, "--set=flow=90:100:20");
  expect(weighed.stderr).toBe("");
  expect(weighed.stdout).toMatch(/To prove a gain of 2 %, \d+ pairs of blocks are needed/);
  expect(weighed.stdout).toContain("Not locked");
  const locked = await onepercent("proof", "trial", "plan", ...at, ...wish, "--lock", "--by=A. Meier", `--csv=${calendar}`, "--json");
  const { trial } = JSON.parse(locked.stdout);
  expect(readFileSync(calendar, "utf8").split("\r\n")).toHaveLength(trial.plan.blocks.length + 2);
  await onepercent("proof", "trial", "note", ...at, "--in-block=2", "--what=disturbed", "--reason=sieve blocked");
  const shown = await onepercent("proof", "trial", "show", ...at);
  expect(shown.stdout).toContain("disturbed: sieve blocked");
  const judged = await onepercent("proof", "trial", "judge", ...at, "--json");
  // Nothing was switched in this log, so nothing is proven.
  expect(JSON.parse(judged.stdout).result.verdict).toBe("not-proven");
  expect((await onepercent("proof", "list", ...at)).stdout).toMatch(/Valve at 72 % .* Not proven/);
}, 180_000);

test.each([
  [["proof", "trial", "prove"], "Say what to do with the trial: plan, show, note, judge, remove, restore."],
  [["proof", "prove"], "Say what to do: weigh, lock, check, verify, list, remove, restore, trial."],
  [["proof", "verify", "--project", project], "--reporting is needed"],
  [["proof", "lock", "--project", project], "--name is needed"],
])(
  "%j is told what is missing",
  async (args, told) => {
    const { code, stderr } = await onepercent(...args);
    expect(stderr).toContain(told);
    expect(code).toBe(2);
  },
  30_000,
);
