import { expect, test } from "vitest";
import { bytes } from "../../../renderer/ui/bytes.ts";

test("sizes go in steps of a thousand with three digits that count", () => {
  expect([0, 999, 1000, 110_123, 411_000_000, 1.5e12, 2e16].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1 kB",
    "110 kB",
    "411 MB",
    "1.5 TB",
    "20,000 TB",
  ]);
});
