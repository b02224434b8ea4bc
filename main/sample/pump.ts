/** The design point of P-101 (best efficiency, bep) and its limits. */
export const pump = {
  nominalSpeed_rpm: 1480,
  maxSpeed_rpm: 1500,
  bepFlow_m3_h: 180,
  shutOffHead_m: 60,
  bepHead_m: 48,
  bepEfficiency: 0.81,
} as const;

/** (H0 − H) / Q² at nominal speed: a parabola through shut-off and best efficiency. */
const headFall = (pump.shutOffHead_m - pump.bepHead_m) / pump.bepFlow_m3_h ** 2;

/** Head at a flow (m³/h) and speed (rpm). Affinity laws: H(Q, n) = n² H(Q / n, 1), so H = n² H0 − a Q². */
export function head_m(flow_m3_h: number, speed_rpm: number): number {
  const n = speed_rpm / pump.nominalSpeed_rpm;
  return n * n * pump.shutOffHead_m - headFall * flow_m3_h * flow_m3_h;
}

/** Speed at which the pump gives this head at this flow: the inverse of `head_m`. */
export function speed_rpm(flow_m3_h: number, head: number): number {
  return pump.nominalSpeed_rpm * Math.sqrt((head + headFall * flow_m3_h * flow_m3_h) / pump.shutOffHead_m);
}

/**
 * Hydraulic efficiency of the impeller, 0 … 1. Shape: a parabola over Q / n that is 0 at no flow. Speed: losses
 * grow a little at low speed, η2 = 1 − (1 − η1)(n1 / n2)^0.1 (Sârbu, Borza, Periodica Polytechnica Mech. Eng. 42 (1998) 109–124).
 */
export function impellerEfficiency(flow_m3_h: number, speed_rpm: number): number {
  const n = speed_rpm / pump.nominalSpeed_rpm;
  const q = flow_m3_h / n / pump.bepFlow_m3_h;
  if (!(q > 0)) return 0;
  const atNominal = pump.bepEfficiency * (1 - (1 - q) ** 2);
  if (atNominal <= 0) return 0;
  // Only the peak is scaled: scaling every point would give a pump without flow an efficiency.
  const peak = 1 - (1 - pump.bepEfficiency) * n ** -0.1;
  return (atNominal * peak) / pump.bepEfficiency;
}

/**
 * Flow that runs back through the wear rings on top of what new rings let through, m³/h: a gap under pressure,
 * so it grows with the root of the head (Gülich, Centrifugal Pumps, ch. 3.6.2).
 * @param opening share of the design flow that leaks at design head, 0 for new rings
 */
export function ringLeak_m3_h(opening: number, head: number): number {
  return opening * pump.bepFlow_m3_h * Math.sqrt(Math.max(0, head) / pump.bepHead_m);
}

/** NPSH at which cavitation takes 3 % of the head, m; scales with speed like a head (ISO 9906, Gülich ch. 6). */
export function npsh3_m(flow_m3_h: number, speed_rpm: number): number {
  const n = speed_rpm / pump.nominalSpeed_rpm;
  const q = flow_m3_h / n / pump.bepFlow_m3_h;
  return n * n * (2.6 + 2.9 * q * q);
}

/**
 * How much the pump cavitates, 0 … 1: none while NPSH available is over twice NPSH3, full where they meet. Bubbles are heard
 * long before head is lost, which is why margins of 1.1 to 2 and more are asked for (ANSI/HI 9.6.1).
 * @param npshRatio NPSH available over NPSH3
 */
export function cavitation(npshRatio: number): number {
  return Math.min(1, Math.max(0, 2 - npshRatio));
}
