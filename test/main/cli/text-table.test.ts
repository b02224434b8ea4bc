import { expect, it } from "vitest";
import { textTable } from "../../../main/cli/frame/text-table.ts";

it("columns are aligned, Chinese signs counted as two, numbers set to the right", () => {
  expect(
    textTable(
      ["位号", "valid"],
      [
        ["flow", "7"],
        ["轴承温度", "1,234"],
      ],
    ),
  ).toEqual(["位号      valid", "flow          7", "轴承温度  1,234"]);
});
