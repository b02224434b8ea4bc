import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackMembers } from "../../../build/native-tensors/unpack-members.ts";
import { zipFile } from "../../main/importing/containers/zip-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wheel-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const wheelOf = (parts: Parameters<typeof zipFile>[0]): string => {
  const path = join(folder, "a.whl");
  writeFileSync(path, zipFile(parts, { comment: "made by hand" }));
  return path;
};

test("wanted members are written where they belong, packed or not, and no others", async () => {
  const wheel = wheelOf([
    { name: "tensorflow/lib.so.2", data: "machine code ".repeat(1000) },
    { name: "tensorflow/plain.h", data: "#pragma once", method: 0 },
    { name: "tensorflow/empty.h", data: "", method: 0 },
    { name: "tensorflow/model.py", data: "import os" },
  ]);
  const written = await unpackMembers(wheel, folder, (name) => (name.endsWith(".py") ? undefined : join("deps", name)));
  expect(written).toEqual(["tensorflow/lib.so.2", "tensorflow/plain.h", "tensorflow/empty.h"]);
  expect(readFileSync(join(folder, "deps/tensorflow/lib.so.2"), "utf8")).toBe("machine code ".repeat(1000));
  expect(readFileSync(join(folder, "deps/tensorflow/plain.h"), "utf8")).toBe("#pragma once");
  expect(readFileSync(join(folder, "deps/tensorflow/empty.h"), "utf8")).toBe("");
  expect(existsSync(join(folder, "deps/tensorflow/model.py"))).toBe(false);
});

test("a file that is no archive is told as such", async () => {
  const path = join(folder, "page.html");
  writeFileSync(path, "<html>not found</html>");
  await expect(unpackMembers(path, folder, () => "x")).rejects.toThrow("is not a wheel");
});
