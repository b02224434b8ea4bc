import { expect, test } from "vitest";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";

test.each([
  [0, "0"],
  [0.123456, "0.1235"],
  [1234567.8, "1,234,568"],
  [9.9996, "10"],
  [-0.00004, "−0.00004"],
  [-1e-9, "−1e-9"],
  [1.5e18, "1.5e18"],
  [12.5, "12.5"],
])("%d is written %s", (value, text) => expect(formatNumber(value)).toBe(text));

test("a value that rounds to zero has no sign", () => {
  expect(formatNumber(-0.001, { decimals: 1 })).toBe("0.0");
  expect(formatNumber(0.001, { decimals: 1, sign: true })).toBe("0.0");
});

test("a missing number is a dash, never a zero", () => {
  expect(formatNumber(Number.NaN)).toBe("–");
  expect(formatQuantity(null, "bar")).toBe("–");
});

test("quantities are written with the unit people know", () => {
  expect(formatQuantity(0.3127, "kWh/m3")).toBe("0.3127 kWh/m³");
  expect(formatQuantity(21.5, "degC")).toBe("21.5 °C");
  expect(formatQuantity(3, "")).toBe("3");
  expect(printUnit("kJ/(kg K)")).toBe("kJ/(kg·K)");
  expect(printUnit("Nm3/h")).toBe("Nm³/h");
  expect(printUnit("mmH2O")).toBe("mmH2O");
});

test("times are in UTC unless a zone is named", () => {
  const ms = Date.UTC(2024, 6, 1, 22, 30, 5);
  expect(formatTime(ms)).toBe("2024-07-01 22:30");
  expect(formatTime(ms, { zone: "+08:00", precision: "second", withZone: true })).toBe("2024-07-02 06:30:05 +08:00");
  expect(formatTime(ms, { zone: "Europe/Berlin" })).toBe("2024-07-02 00:30");
  expect(formatTime(Date.UTC(2024, 0, 1), { zone: "Europe/Berlin", precision: "day" })).toBe("2024-01-01");
  expect(formatTime(Number.NaN)).toBe("–");
});

test("a time before 1970 with a fraction keeps its second", () => {
  expect(formatTime(-0.5, { precision: "millisecond" })).toBe("1969-12-31 23:59:59.999");
});

test("durations show their two largest parts", () => {
  expect(formatDuration(76 * 3_600_000)).toBe("3 d 4 h");
  expect(formatDuration(59_900)).toBe("1 min");
  expect(formatDuration(350)).toBe("0.35 s");
  expect(formatDuration(76 * 3_600_000, "zh")).toBe("3 天 4 小时");
});
