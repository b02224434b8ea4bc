/** Losses at the design flow of 180 m³/h, m of water; each grows with Q² (turbulent flow, Darcy-Weisbach with a constant factor). */
const design = { flow_m3_h: 180, suction_m: 1.0, pipe_m: 10, exchanger_m: 6, openValve_m: 2 } as const;

/** Height of the delivery above the pump's axis with the header's pressure, m. */
export const deliveryHead_m = 19;

/** Cv of the valve from 1 / rangeability shut to 1 open: equal percentage (IEC 60534-2-4). */
const rangeability = 10;

export interface CircuitLosses {
  readonly suction_m: number;
  readonly pipe_m: number;
  readonly exchanger_m: number;
  readonly valve_m: number;
}

/**
 * What the circuit takes from the head.
 * @param valve_percent opening of the control valve, 0 … 100
 * @param strainer loss of the suction line over that of a clean strainer, ≥ 1
 * @param exchanger pressure drop of the exchanger over that of a clean one, ≥ 1
 */
export function circuitLosses(flow_m3_h: number, valve_percent: number, strainer: number, exchanger: number): CircuitLosses {
  const q2 = (flow_m3_h / design.flow_m3_h) ** 2;
  const opening = rangeability ** (valve_percent / 100 - 1);
  return {
    suction_m: design.suction_m * strainer * q2,
    pipe_m: design.pipe_m * q2,
    exchanger_m: design.exchanger_m * exchanger * q2,
    valve_m: (design.openValve_m / (opening * opening)) * q2,
  };
}
