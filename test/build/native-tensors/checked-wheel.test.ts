import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkedWheel } from "../../../build/native-tensors/checked-wheel.ts";
import { wheels } from "../../../build/native-tensors/wheel.ts";

test("a wheel that was brought along counts only with the sum of the table", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wheel-"));
  try {
    const path = join(folder, "brought.whl");
    writeFileSync(path, "abc");
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const wheel = { ...wheels["linux-x64"]!, sha256 };
    await expect(checkedWheel(wheel, path, () => {})).resolves.toBe(path);
    await expect(checkedWheel({ ...wheel, sha256: "0" }, path, () => {})).rejects.toThrow(sha256);
    await expect(checkedWheel(wheel, join(folder, "none.whl"), () => {})).rejects.toThrow("There is no file");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every wheel of the table is one file of the index with its sum and two libraries", () => {
  for (const { file, url, sha256, libraries } of Object.values(wheels)) {
    expect(url.startsWith("https://files.pythonhosted.org/") && url.endsWith(`/${file}`)).toBe(true);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(libraries).toHaveLength(2);
  }
});
