/** m/s², standard gravity (ISO 80000-3). */
export const gravity = 9.80665;

/** kJ/(kg K), liquid water between 10 and 60 °C within 0.1 %. */
export const heatCapacity_kJ_kgK = 4.18;

/** Density of water, kg/m³, 0 … 60 °C. McCutcheon, Martin, Barnwell (1993) in Maidment, Handbook of Hydrology. */
export function density_kg_m3(temperature_degC: number): number {
  const t = temperature_degC;
  return 1000 * (1 - ((t + 288.9414) / (508929.2 * (t + 68.12963))) * (t - 3.9863) ** 2);
}

/** Vapour pressure of water, bar absolute. Magnus form: Alduchov, Eskridge, J. Appl. Meteor. 35 (1996) 601–609. */
export function vapourPressure_bar(temperature_degC: number): number {
  return 0.0061094 * Math.exp((17.625 * temperature_degC) / (temperature_degC + 243.04));
}

/** Head of a column of water from pressure: m per bar. */
export function metresPerBar(temperature_degC: number): number {
  return 1e5 / (density_kg_m3(temperature_degC) * gravity);
}
