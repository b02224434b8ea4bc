import { expect, test } from "vitest";
import { lossVerdict } from "../../../../renderer/views/efficiency/loss-verdict.ts";

const of = (lossPercent: number, low: number, high: number) => lossVerdict({ lossPercent, lossPercentInterval: { low, high, level: 0.9 } });

test("a loss whose interval holds zero is not called a loss", () => expect(of(0.4, -0.1, 0.9)).toBe("unclear"));
test("a loss whose interval lies above zero is one", () => expect(of(1.3, 1.2, 1.4)).toBe("worse"));
test("a negative loss whose interval lies below zero is a gain", () => expect(of(-2, -2.5, -1.5)).toBe("better"));
test("nothing is claimed where nothing could be judged", () => expect(of(Number.NaN, Number.NaN, Number.NaN)).toBe("unclear"));
