import { density_kg_m3, heatCapacity_kJ_kgK } from "./water.ts";

/** HX-1. Film coefficients at their design flows, W/(m² K); plates are turbulent early, h ∝ flow^0.68 (Kakaç, Liu, Heat Exchangers, ch. 10). */
const plates = {
  area_m2: 60,
  hotFilm: 9000,
  hotFlow_m3_h: 180,
  coldFilm: 8000,
  coldFlow_m3_h: 100,
  exponent: 0.68,
  /** 0.5 mm of stainless steel with its contact, m² K/W. */
  wall_m2K_W: 3e-5,
  gap_mm: 2.5,
} as const;

/** W/(m K): scale of calcium carbonate, porous. */
const depositConductivity = 1.5;

export interface ExchangerFlow {
  readonly hot_m3_h: number;
  readonly hotInlet_degC: number;
  readonly cold_m3_h: number;
  readonly coldInlet_degC: number;
  /** Fouling resistance, m² K/W. */
  readonly fouling_m2K_W: number;
}

/** What leaves the exchanger: both temperatures, °C, and the heat that changed sides, kW. */
export interface ExchangerResult {
  readonly hotOutlet_degC: number;
  readonly coldOutlet_degC: number;
  readonly heat_kW: number;
}

/** Heat capacity rate, kW/K. */
const capacityRate = (flow_m3_h: number, temperature_degC: number): number =>
  (flow_m3_h / 3600) * density_kg_m3(temperature_degC) * heatCapacity_kJ_kgK;

/** m² K/W of everything but the coolant's film. */
const hotResistance = ({ hot_m3_h, fouling_m2K_W }: Omit<ExchangerFlow, "cold_m3_h">): number =>
  1 / (plates.hotFilm * (hot_m3_h / plates.hotFlow_m3_h) ** plates.exponent) + plates.wall_m2K_W + fouling_m2K_W;

const coldResistance = (cold_m3_h: number): number => 1 / (plates.coldFilm * (cold_m3_h / plates.coldFlow_m3_h) ** plates.exponent);

/** Heat that changes sides per kelvin between the inlets, kW/K. */
function heatPerKelvin(hotRate: number, coldRate: number, resistance_m2K_W: number): number {
  const least = Math.min(hotRate, coldRate);
  const ratio = least / Math.max(hotRate, coldRate);
  const units = plates.area_m2 / resistance_m2K_W / 1000 / least;
  const decay = Math.exp(-units * (1 - ratio));
  // At equal rates the formula is 0 / 0; its limit is N / (1 + N).
  return least * (ratio > 1 - 1e-6 ? units / (1 + units) : (1 - decay) / (1 - ratio * decay));
}

/** Counterflow, effectiveness by number of transfer units: ε = (1 − e^(−N(1−C))) / (1 − C e^(−N(1−C))) (Kays, London; Incropera ch. 11). */
export function exchange(flow: ExchangerFlow): ExchangerResult {
  const hotRate = capacityRate(flow.hot_m3_h, flow.hotInlet_degC);
  const coldRate = capacityRate(flow.cold_m3_h, flow.coldInlet_degC);
  const resistance = hotResistance(flow) + coldResistance(flow.cold_m3_h);
  const heat_kW = heatPerKelvin(hotRate, coldRate, resistance) * (flow.hotInlet_degC - flow.coldInlet_degC);
  return {
    hotOutlet_degC: flow.hotInlet_degC - heat_kW / hotRate,
    coldOutlet_degC: flow.coldInlet_degC + heat_kW / coldRate,
    heat_kW,
  };
}

export const coolantRange_m3_h = { min: 10, max: 220 } as const;

/**
 * Coolant flow that brings the hot side to the set point, m³/h, held to the range of its valve. By the Illinois form of false position
 * (Dowell, Jarratt, BIT 11 (1971) 168–174): more coolant is always colder, so the range holds one root or none.
 */
export function coolantFor(setpoint_degC: number, flow: Omit<ExchangerFlow, "cold_m3_h">): number {
  const hotRate = capacityRate(flow.hot_m3_h, flow.hotInlet_degC);
  const coldRatePerFlow = capacityRate(1, flow.coldInlet_degC);
  const resistance = hotResistance(flow);
  const wanted_kW_K = (hotRate * (flow.hotInlet_degC - setpoint_degC)) / (flow.hotInlet_degC - flow.coldInlet_degC);
  const excess = (cold: number): number => heatPerKelvin(hotRate, coldRatePerFlow * cold, resistance + coldResistance(cold)) - wanted_kW_K;
  let low: number = coolantRange_m3_h.min;
  let high: number = coolantRange_m3_h.max;
  let atLow = excess(low);
  let atHigh = excess(high);
  if (atLow >= 0) return low;
  if (atHigh <= 0) return high;
  let kept = 0;
  for (;;) {
    const between = (low * atHigh - high * atLow) / (atHigh - atLow);
    const there = excess(between);
    // 1e-4 kW/K is a millionth of the exchanger's heat.
    if (Math.abs(there) < 1e-4) return between;
    if (there < 0) {
      low = between;
      atLow = there;
      if (kept === 1) atHigh /= 2;
      kept = 1;
    } else {
      high = between;
      atHigh = there;
      if (kept === -1) atLow /= 2;
      kept = -1;
    }
  }
}

/**
 * Pressure drop over that of clean plates, ≥ 1: the deposit that resists heat also narrows the gap from both sides, and at a given flow
 * the drop goes with 1 / gap³.
 */
export function foulingPressureFactor(fouling_m2K_W: number): number {
  const deposit_mm = fouling_m2K_W * depositConductivity * 1000;
  return (1 - (2 * deposit_mm) / plates.gap_mm) ** -3;
}
