import { expect, test } from "vitest";
import { fileName } from "../../../../renderer/views/report/file-name.ts";

const at = Date.UTC(2025, 2, 4, 23, 30);

test("a report's file bears its title and day", () => expect(fileName("Condition of P-101", at)).toBe("Condition of P-101 2025-03-04"));

test("characters that Windows refuses are taken out, Chinese stays", () => {
  expect(fileName('P-101: "a/b"\t<c>?', at)).toBe("P-101 a b c 2025-03-04");
  expect(fileName("一号泵站：健康", at)).toBe("一号泵站：健康 2025-03-04");
});

test("a title of nothing but such characters still gives a name", () => expect(fileName("///", at)).toBe("report 2025-03-04"));
