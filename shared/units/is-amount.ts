import { sameDimension } from "./convert.ts";

/** Whether a unit is of things that are added up over time (mass, volume, energy) and not of a rate or a state. */
export const isAmount = (unit: string): boolean => unit !== "" && ["kg", "m3", "Nm3", "kWh"].some((amount) => sameDimension(unit, amount));
