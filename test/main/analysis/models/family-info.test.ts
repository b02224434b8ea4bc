import { expect, test } from "vitest";
import { z } from "zod";
import { familyInfo } from "../../../../main/analysis/models/family-info.ts";

const family = (params: z.ZodType) => familyInfo({ id: "example", kind: "anomaly", params });

test("a form field knows its type, default, bounds and step", () => {
  const params = z.object({
    share: z.number().min(0.1).max(1).multipleOf(0.05).default(0.9),
    trees: z.int().min(10).max(500).default(100),
    whiten: z.boolean().default(true),
    kernel: z.enum(["flat", "round"]).default("round"),
  });
  expect(family(params)).toEqual({
    id: "example",
    kind: "anomaly",
    params: [
      { name: "share", type: "number", default: 0.9, min: 0.1, max: 1, step: 0.05 },
      { name: "trees", type: "integer", default: 100, min: 10, max: 500 },
      { name: "whiten", type: "boolean", default: true },
      { name: "kernel", type: "choice", default: "round", choices: ["flat", "round"] },
    ],
  });
});

test("a parameter without a default is refused, since its form would start empty", () => {
  expect(() => family(z.object({ trees: z.int() }))).toThrow("trees");
});

test("a parameter no form can be drawn for is refused", () => {
  expect(() => family(z.object({ name: z.string().default("x") }))).toThrow("string");
});
