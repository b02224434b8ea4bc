import { expect, test } from "vitest";
import { vibration } from "../../../main/sample/vibration.ts";

const normal = { speed: 0.9, load: 1, cavitation: 0, wear: 0 };

test("it is least near the best flow", () => {
  const at = (load: number): number => vibration({ ...normal, load }).DE_mm_s;
  expect(at(1)).toBeLessThan(at(0.7));
  expect(at(1)).toBeLessThan(at(1.3));
});

test("a worn drive-end bearing shows at the drive end first, cavitation at the impeller's end", () => {
  const base = vibration(normal);
  const worn = vibration({ ...normal, wear: 0.4 });
  const bubbling = vibration({ ...normal, cavitation: 0.4 });
  expect(worn.DE_mm_s - base.DE_mm_s).toBeGreaterThan(3 * (worn.NDE_mm_s - base.NDE_mm_s));
  expect(bubbling.NDE_mm_s - base.NDE_mm_s).toBeGreaterThan(bubbling.DE_mm_s - base.DE_mm_s);
});
