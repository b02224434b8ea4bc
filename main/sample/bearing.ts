import { pump } from "./pump.ts";

/** K per kW of friction, housing to hall with the shaft's fan. */
const resistance_K_kW = 95;
/** Friction of both bearings as new at nominal speed, kW. */
const friction_kW = 0.28;
/** Time constant of housing and oil. */
export const bearingLag_ms = 45 * 60_000;

/** What worn races rub more than new ones, as a share. */
export const wornFriction = 0.45;

/** Friction of the bearings, kW: with speed^1.5, between dry (1) and fully churned oil (2). @param wear 0 as new … 1 as tripped */
export function bearingFriction_kW(speed_rpm: number, wear: number): number {
  return friction_kW * (speed_rpm / pump.nominalSpeed_rpm) ** 1.5 * (1 + wornFriction * wear);
}

/** Temperature the bearing settles at, °C. The casing carries a little of the water's heat to the housing. */
export function bearingSteady_degC(friction: number, hall_degC: number, water_degC: number): number {
  return hall_degC + 0.12 * (water_degC - hall_degC) + resistance_K_kW * friction;
}
