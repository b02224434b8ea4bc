import { pump } from "./pump.ts";

/** 37 kW, 4 poles, 50 Hz, 400 V. Efficiency at full load: class IE3 of IEC 60034-30-1. */
export const motor = { rated_kW: 37, efficiency: 0.939, powerFactor: 0.86, voltage_V: 400 } as const;

const ratedLoss_kW = motor.rated_kW * (1 / motor.efficiency - 1);
/** Part of the rated loss that does not depend on load (iron, windage). Common for four poles of this size. */
const fixedShare = 0.4;
const ratedCurrent_A = (1000 * motor.rated_kW) / (Math.sqrt(3) * motor.voltage_V * motor.efficiency * motor.powerFactor);

/** What the drive takes while the motor stands: electronics and fan. */
export const standby_kW = 0.08;

export interface DriveDraw {
  /** At the input of the variable-speed drive: what the meter counts, kW. */
  readonly input_kW: number;
  /** At the motor's terminals, A. */
  readonly current_A: number;
}

/**
 * Electrical power and current behind a shaft power. Motor loss: a fixed part that falls with speed^1.5 and a part with torque².
 * Drive loss in the form of IEC 61800-9-2: fixed, with current, with current².
 */
export function drive(shaft_kW: number, speed_rpm: number): DriveDraw {
  const n = speed_rpm / pump.nominalSpeed_rpm;
  const torque = n > 0 ? shaft_kW / n / motor.rated_kW : 0;
  const motorLoss_kW = ratedLoss_kW * (fixedShare * n ** 1.5 + (1 - fixedShare) * torque * torque);
  // The magnetising current stays as the voltage follows the frequency; the other part carries the torque.
  const magnetising = Math.sqrt(1 - motor.powerFactor ** 2);
  const current = Math.sqrt(magnetising ** 2 + (motor.powerFactor * torque) ** 2);
  const driveLoss_kW = motor.rated_kW * (0.006 + 0.01 * current + 0.008 * current * current);
  return { input_kW: shaft_kW + motorLoss_kW + driveLoss_kW, current_A: ratedCurrent_A * current };
}
