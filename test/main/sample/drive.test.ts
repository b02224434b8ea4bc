import { expect, test } from "vitest";
import { drive, motor } from "../../../main/sample/drive.ts";
import { pump } from "../../../main/sample/pump.ts";

test("at rated power the motor has its class's efficiency and draws its rated current", () => {
  const { input_kW, current_A } = drive(motor.rated_kW, pump.nominalSpeed_rpm);
  const driveLoss_kW = motor.rated_kW * 0.024;
  expect(motor.rated_kW / (input_kW - driveLoss_kW)).toBeCloseTo(motor.efficiency, 10);
  expect((Math.sqrt(3) * motor.voltage_V * current_A * motor.powerFactor) / 1000).toBeCloseTo(motor.rated_kW / motor.efficiency, 8);
});

test("more is drawn than the shaft gets, at any load and speed", () => {
  for (const share of [0.2, 0.6, 1])
    for (const speed of [600, 1000, 1480]) expect(drive(37 * share, speed).input_kW).toBeGreaterThan(37 * share);
});

test("at no torque the magnetising current is left", () => {
  expect(drive(0, 1000).current_A).toBeGreaterThan(0.4 * drive(motor.rated_kW, 1480).current_A);
});
