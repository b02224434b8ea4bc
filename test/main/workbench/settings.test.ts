import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contract } from "#shared/contract/contract.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";

test("a change of the theme leaves the language as it was", async () => {
  const bench = createWorkbench({
    userData: mkdtempSync(join(tmpdir(), "settings-")),
    workerEntry: "",
    host: "cli",
    version: "0.0.0",
    electron: null,
  });
  const change = (wish: object) => bench.handlers.system.change(contract.system.change.input.parse(wish));
  expect(await change({ language: "zh" })).toEqual({ language: "zh", theme: "system" });
  expect(await change({ theme: "dark" })).toEqual({ language: "zh", theme: "dark" });
  await bench.close();
});
