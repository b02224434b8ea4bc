import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportProfile } from "#shared/domain/import-profile.ts";
import type { LogPlan } from "#shared/domain/importing.ts";
import { ImportProfiles } from "../../../main/workbench/import-profiles.ts";

const plan: LogPlan = {
  format: "wav",
  table: "",
  columns: [{ header: "1", tag: "vibration", unit: "g", kind: "number" }],
  clock: { source: "rate", start: 0, stepMs: 0.5 },
  zone: "UTC",
  missing: [],
  duplicates: "first",
};
const named = (name: string): ImportProfile => ({ name, savedAt: 1, guess: plan, plan, asset: null });
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), "profiles-"));
  return { folder, profiles: new ImportProfiles(folder), kept: join(folder, "import-profiles") };
};
const names = (profiles: ImportProfiles) => profiles.list().profiles.map(({ name }) => name);

test("settings are kept under their name, in the order of the names, and taken away one by one", () => {
  const { profiles } = fresh();
  for (const name of ["泵", "a/b", "a:b", "A"]) profiles.save(named(name));
  expect(names(profiles).sort()).toEqual(["A", "a/b", "a:b", "泵"].sort());
  profiles.remove("a/b");
  expect(names(profiles)).not.toContain("a/b");
  expect(names(profiles)).toHaveLength(3);
});

test("a damaged file among the profiles is told by its name, takes no other with it and is left as it is", () => {
  const { profiles, kept } = fresh();
  profiles.save(named("whole"));
  writeFileSync(join(kept, "broken.json"), '{"name": "half');
  writeFileSync(join(kept, "other.json"), '{"name": "no plan", "savedAt": 1}');
  expect(names(profiles)).toEqual(["whole"]);
  expect(profiles.list().damaged.map(({ data }) => data.file)).toEqual(["broken.json", "other.json"]);
  profiles.save(named("another"));
  expect(readFileSync(join(kept, "broken.json"), "utf8")).toBe('{"name": "half');
});

test("a profile is renamed, but never onto another", () => {
  const { profiles, kept } = fresh();
  profiles.save(named("one"));
  profiles.save(named("two"));
  expect(() => profiles.rename("one", "two")).toThrow(/two/);
  expect(() => profiles.rename("nobody", "x")).toThrow(/nobody/);
  profiles.rename("one", "three");
  expect(names(profiles)).toEqual(["three", "two"]);
  expect(readdirSync(kept)).toHaveLength(2);
});

test("a profile that travelled as a file is the same again, and makes room for one of its name", () => {
  const { profiles, folder } = fresh();
  profiles.save(named("pump log"));
  const out = join(folder, "out");
  mkdirSync(out);
  const path = profiles.exportTo("pump log", out);
  const elsewhere = fresh().profiles;
  expect(elsewhere.importFrom(path)).toEqual(named("pump log"));
  expect(elsewhere.importFrom(path).name).toBe("pump log 2");
  writeFileSync(join(folder, "x.json"), "[]");
  expect(() => elsewhere.importFrom(join(folder, "x.json"))).toThrow(/x\.json/);
  expect(() => elsewhere.importFrom(join(folder, "not-there.json"))).toThrow(/not-there/);
});
