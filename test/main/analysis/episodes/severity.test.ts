import { expect, test } from "vitest";
import { severityOf } from "../../../../main/analysis/episodes/severity.ts";
import { print } from "./fingerprints.ts";

const about = (frozen: boolean, span: number) => [{ tag: "power", frozen, span }];
const unseen = { tag: "load", unit: "", measured: 9, from: 0, to: 1 };

test("a departure that keeps within the tag's usual movement asks for maintenance", () =>
  expect(severityOf(print({ power: 8 }), about(false, 20))).toBe("maintenance-required"));

test("a departure wider than all of the tag's normal movement is a failure", () =>
  expect(severityOf(print({ power: -8 }), about(false, 5))).toBe("failure"));

test("a tag that stands still is to be checked, however far it is off", () =>
  expect(severityOf(print({ power: 80 }), about(true, 5))).toBe("function-check"));

test("new conditions without a departure of their own size are out of specification", () => {
  expect(severityOf(print({}, { unseen: [unseen] }), [])).toBe("out-of-specification");
  expect(severityOf(print({ power: 8, flow: 5 }, { unseen: [unseen] }), about(false, 20))).toBe("maintenance-required");
});

test("where nothing could be compared a person is asked to look", () => expect(severityOf(undefined, [])).toBe("maintenance-required"));
