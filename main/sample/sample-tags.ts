import type { PlantRow } from "./plant.ts";

/** An instrument of the sample plant. */
export interface SampleTag {
  readonly tag: string;
  readonly unit: string;
  /** What it would read without noise. */
  readonly of: (row: PlantRow) => number;
  /** Standard deviation of one sample, in the tag's unit. */
  readonly noise: number;
  /** Standard deviation as a share of the value, on top. */
  readonly relativeNoise?: number;
  /** Smallest step of the log, in units of 10^-decimals. */
  readonly step: number;
  readonly decimals: number;
  /** Least value the instrument can give. */
  readonly least?: number;
  /** Readings below this are given as 0: the low-flow cut-off of a meter, the standstill of a drive. */
  readonly cutoff?: number;
  /**
   * How far one minute's sample lies from what the other tags tell, in the tag's unit: standard deviation left by a linear
   * regression on all others over running rows of the healthy reference. Sets when a fault counts as detectable.
   */
  readonly scatter: number;
}

/** In the order of the log's columns. */
export const sampleTags: readonly SampleTag[] = [
  { tag: "P101.demand", unit: "m3/h", of: (r) => r.demand_m3_h, noise: 0, decimals: 0, step: 1, scatter: 1.4 },
  { tag: "P101.speed", unit: "rpm", of: (r) => r.speed_rpm, noise: 0.8, decimals: 0, step: 1, least: 0, cutoff: 10, scatter: 2.2 },
  { tag: "P101.flow", unit: "m3/h", of: (r) => r.flow_m3_h, noise: 0.6, decimals: 1, step: 1, least: 0, cutoff: 3, scatter: 0.9 },
  { tag: "P101.suction_pressure", unit: "bar", of: (r) => r.suction_bar, noise: 0.004, decimals: 3, step: 1, scatter: 0.009 },
  { tag: "P101.discharge_pressure", unit: "bar", of: (r) => r.discharge_bar, noise: 0.012, decimals: 2, step: 1, scatter: 0.016 },
  {
    tag: "P101.motor_power",
    unit: "kW",
    of: (r) => r.power_kW,
    noise: 0.02,
    relativeNoise: 0.004,
    decimals: 2,
    step: 2,
    least: 0,
    scatter: 0.15,
  },
  {
    tag: "P101.motor_current",
    unit: "A",
    of: (r) => r.current_A,
    noise: 0.02,
    relativeNoise: 0.003,
    decimals: 1,
    step: 1,
    least: 0,
    cutoff: 0.5,
    scatter: 0.17,
  },
  {
    tag: "P101.DE_vibration",
    unit: "mm/s",
    of: (r) => r.DE_mm_s,
    noise: 0.02,
    relativeNoise: 0.05,
    decimals: 2,
    step: 1,
    least: 0,
    scatter: 0.068,
  },
  {
    tag: "P101.NDE_vibration",
    unit: "mm/s",
    of: (r) => r.NDE_mm_s,
    noise: 0.02,
    relativeNoise: 0.05,
    decimals: 2,
    step: 1,
    least: 0,
    scatter: 0.06,
  },
  { tag: "P101.bearing_temperature", unit: "degC", of: (r) => r.bearing_degC, noise: 0.12, decimals: 1, step: 1, scatter: 1.5 },
  {
    tag: "P101.seal_flush_flow",
    unit: "l/h",
    of: (r) => r.flush_l_h,
    noise: 2.5,
    decimals: 0,
    step: 1,
    least: 0,
    cutoff: 10,
    scatter: 2.5,
  },
  { tag: "P101.seal_leak", unit: "l/h", of: (r) => r.leak_l_h, noise: 0.1, decimals: 2, step: 2, least: 0, scatter: 0.1 },
  { tag: "P101.valve_position", unit: "%", of: (r) => r.valve_percent, noise: 0.05, decimals: 1, step: 1, scatter: 2.5 },
  { tag: "HX1.inlet_temperature", unit: "degC", of: (r) => r.hotInlet_degC, noise: 0.08, decimals: 1, step: 1, scatter: 0.17 },
  { tag: "HX1.outlet_temperature", unit: "degC", of: (r) => r.hotOutlet_degC, noise: 0.08, decimals: 1, step: 1, scatter: 0.14 },
  { tag: "HX1.coolant_inlet_temperature", unit: "degC", of: (r) => r.coldInlet_degC, noise: 0.08, decimals: 1, step: 1, scatter: 0.46 },
  { tag: "HX1.coolant_outlet_temperature", unit: "degC", of: (r) => r.coldOutlet_degC, noise: 0.08, decimals: 1, step: 1, scatter: 0.13 },
  { tag: "HX1.coolant_flow", unit: "m3/h", of: (r) => r.coolant_m3_h, noise: 0.7, decimals: 1, step: 1, least: 0, cutoff: 4, scatter: 1.3 },
  { tag: "HX1.pressure_drop", unit: "bar", of: (r) => r.exchangerDrop_bar, noise: 0.006, decimals: 3, step: 1, least: 0, scatter: 0.0066 },
  { tag: "ambient_temperature", unit: "degC", of: (r) => r.ambient_degC, noise: 0.1, decimals: 1, step: 1, scatter: 2 },
];
