import { bearingFriction_kW, bearingLag_ms, bearingSteady_degC } from "./bearing.ts";
import { circuitLosses, deliveryHead_m } from "./circuit.ts";
import { hour, minute } from "./clock.ts";
import type { Condition } from "./condition.ts";
import { drive, standby_kW } from "./drive.ts";
import { coolantFor, coolantRange_m3_h, exchange, foulingPressureFactor } from "./exchanger.ts";
import { cavitation, impellerEfficiency, npsh3_m, pump, ringLeak_m3_h, speed_rpm } from "./pump.ts";
import type { Scenario } from "./scenario.ts";
import { sealFlush_l_h, sealLeak_l_h } from "./seal.ts";
import { background_mm_s, vibration } from "./vibration.ts";
import { density_kg_m3, gravity, metresPerBar, vapourPressure_bar } from "./water.ts";

/** What is true at one minute, before any instrument. Pressures are gauge. */
export interface PlantRow {
  readonly running: boolean;
  readonly demand_m3_h: number;
  readonly valve_percent: number;
  readonly ambient_degC: number;
  readonly flow_m3_h: number;
  readonly speed_rpm: number;
  readonly suction_bar: number;
  readonly discharge_bar: number;
  /** Pumped water over shaft power, 0 … 1. */
  readonly efficiency: number;
  readonly power_kW: number;
  readonly current_A: number;
  /** NPSH available over NPSH3. */
  readonly npshRatio: number;
  readonly DE_mm_s: number;
  readonly NDE_mm_s: number;
  readonly bearing_degC: number;
  readonly flush_l_h: number;
  readonly leak_l_h: number;
  readonly hotInlet_degC: number;
  readonly hotOutlet_degC: number;
  readonly coldInlet_degC: number;
  readonly coldOutlet_degC: number;
  readonly coolant_m3_h: number;
  readonly exchangerDrop_bar: number;
}

/** What full severity means in the machine. */
export const atFullSeverity = {
  /** m² K/W; plates are cleaned at about this much. */
  fouling_m2K_W: 1.1e-4,
  /** Share of the design flow that runs back through the worn rings. */
  ringOpening: 0.03,
  /** Loss of the covered strainer over the clean one. */
  strainer: 7,
} as const;

const atmosphere_bar = 1.013;
const outletSetpoint_degC = 30;
/** Diameter of the suction flange 200 mm: velocity head belongs to NPSH. */
const suctionArea_m2 = Math.PI * 0.1 ** 2;

/** The station, walked row by row: it remembers what has inertia (flow, water, bearing, coolant valve) and nothing else. */
export function plant(scenario: Scenario, condition: Condition): (row: number) => PlantRow {
  const keep = (tauMs: number): number => Math.exp(-scenario.stepMs / tauMs);
  const keepFlow = keep(1.5 * minute);
  const keepWater = keep(6 * minute);
  const keepCoolant = keep(4 * minute);
  const keepStanding = keep(4 * hour);
  const keepBearing = keep(bearingLag_ms);

  // The log begins in the middle of a run.
  let flow = scenario.demand_m3_h[0] ?? 0;
  let hotInlet = scenario.process_degC[0] ?? 40;
  let hotOutlet = outletSetpoint_degC;
  let coldOutlet = 25;
  let coolant = 40;
  let bearing = (scenario.hall_degC[0] ?? 20) + 22;

  return (row) => {
    const demand = scenario.demand_m3_h[row]!;
    const valve = scenario.valve_percent[row]!;
    const hall = scenario.hall_degC[row]!;
    const coldInlet = scenario.coolant_degC[row]!;
    const level = scenario.tankLevel_m[row]!;
    const ambient = scenario.ambient_degC[row]!;
    const wear = condition.bearingWear[row]!;

    if (!scenario.running[row]) {
      flow = 0;
      // The valve of the coolant shuts with the pump; what stands in the exchanger and the bearing cools towards the hall.
      coolant = 0;
      hotInlet = hall + (hotInlet - hall) * keepStanding;
      hotOutlet = hall + (hotOutlet - hall) * keepStanding;
      coldOutlet = hall + (coldOutlet - hall) * keepStanding;
      bearing = hall + (bearing - hall) * keepBearing;
      // The check valve holds the header back: both gauges see the tank.
      const standing_bar = level / metresPerBar(hotInlet);
      return {
        running: false,
        demand_m3_h: demand,
        valve_percent: valve,
        ambient_degC: ambient,
        coldInlet_degC: coldInlet,
        flow_m3_h: 0,
        speed_rpm: 0,
        suction_bar: standing_bar,
        discharge_bar: standing_bar,
        efficiency: 0,
        power_kW: standby_kW,
        current_A: 0,
        npshRatio: Number.POSITIVE_INFINITY,
        DE_mm_s: background_mm_s,
        NDE_mm_s: background_mm_s,
        bearing_degC: bearing,
        flush_l_h: 0,
        leak_l_h: 0,
        hotInlet_degC: hotInlet,
        hotOutlet_degC: hotOutlet,
        coldOutlet_degC: coldOutlet,
        coolant_m3_h: coolant,
        exchangerDrop_bar: 0,
      };
    }

    hotInlet = scenario.process_degC[row]! + (hotInlet - scenario.process_degC[row]!) * keepWater;
    const metres = metresPerBar(hotInlet);
    const density = density_kg_m3(hotInlet);

    const fouling = condition.fouling[row]!;
    const resistance = fouling * atFullSeverity.fouling_m2K_W;
    const clogging = 1 + condition.strainer[row]! * (atFullSeverity.strainer - 1);
    const opening = fouling * atFullSeverity.ringOpening;

    flow = demand + (flow - demand) * keepFlow;
    const operate = (wanted: number) => {
      const losses = circuitLosses(wanted, valve, clogging, foulingPressureFactor(resistance));
      const needed = deliveryHead_m - level + losses.suction_m + losses.pipe_m + losses.exchanger_m + losses.valve_m;
      const suction_bar = (level - losses.suction_m) / metres;
      const impellerFlow = wanted + ringLeak_m3_h(opening, needed);
      const velocity_m_s = wanted / 3600 / suctionArea_m2;
      const npshAvailable =
        (atmosphere_bar + suction_bar - vapourPressure_bar(hotInlet)) * metres + (velocity_m_s * velocity_m_s) / (2 * gravity);
      const npsh3 = npsh3_m(impellerFlow, speed_rpm(impellerFlow, needed));
      const npshRatio = npshAvailable / npsh3;
      // 3 % of the head is gone where the margin is one, by the definition of NPSH3; it falls off fast above.
      const headKept = 1 - 0.03 * Math.exp(-(npshRatio - 1) / 0.15);
      return { wanted, losses, needed, suction_bar, impellerFlow, npshRatio, headKept, speed: speed_rpm(impellerFlow, needed / headKept) };
    };
    let point = operate(flow * (1 + scenario.ripple[row]!));
    if (point.speed > pump.maxSpeed_rpm) {
      let low = 0;
      let high = point.wanted;
      for (let k = 0; k < 40; k++) {
        const middle = (low + high) / 2;
        if (operate(middle).speed > pump.maxSpeed_rpm) high = middle;
        else low = middle;
      }
      point = operate(low);
      flow = point.wanted;
    }
    const { wanted, losses, needed, suction_bar, impellerFlow, npshRatio, headKept, speed } = point;

    const bubbles = cavitation(npshRatio);
    const hydraulic_kW = (density * gravity * (wanted / 3600) * needed) / 1000;
    const impeller_kW = (density * gravity * (impellerFlow / 3600) * (needed / headKept)) / 1000 / impellerEfficiency(impellerFlow, speed);
    const friction_kW = bearingFriction_kW(speed, wear);
    // The efficiency curve of the pump was measured with new bearings: only what wear adds comes on top.
    const shaft_kW = impeller_kW + friction_kW - bearingFriction_kW(speed, 0);
    const { input_kW, current_A } = drive(shaft_kW, speed);

    const steady = bearingSteady_degC(friction_kW, hall, hotInlet);
    bearing = steady + (bearing - steady) * keepBearing;
    const relativeSpeed = speed / pump.nominalSpeed_rpm;
    const shaking = vibration({
      speed: relativeSpeed,
      load: impellerFlow / relativeSpeed / pump.bepFlow_m3_h,
      cavitation: bubbles,
      wear,
    });

    const hot = { hot_m3_h: wanted, hotInlet_degC: hotInlet, coldInlet_degC: coldInlet, fouling_m2K_W: resistance };
    const wantedCoolant = coolantFor(outletSetpoint_degC, hot);
    coolant = Math.max(coolantRange_m3_h.min, wantedCoolant + (coolant - wantedCoolant) * keepCoolant);
    const exchanged = exchange({ ...hot, cold_m3_h: coolant });
    hotOutlet = exchanged.hotOutlet_degC;
    coldOutlet = exchanged.coldOutlet_degC;

    const discharge_bar = suction_bar + needed / metres;
    return {
      running: true,
      demand_m3_h: demand,
      valve_percent: valve,
      ambient_degC: ambient,
      coldInlet_degC: coldInlet,
      flow_m3_h: wanted,
      speed_rpm: speed,
      suction_bar,
      discharge_bar,
      efficiency: hydraulic_kW / shaft_kW,
      power_kW: input_kW,
      current_A,
      npshRatio,
      DE_mm_s: shaking.DE_mm_s,
      NDE_mm_s: shaking.NDE_mm_s,
      bearing_degC: bearing,
      flush_l_h: sealFlush_l_h(discharge_bar - suction_bar, condition.seal[row]!, scenario.rinsing[row] === 1),
      leak_l_h: sealLeak_l_h(discharge_bar, condition.seal[row]!),
      hotInlet_degC: hotInlet,
      hotOutlet_degC: hotOutlet,
      coldOutlet_degC: coldOutlet,
      coolant_m3_h: coolant,
      exchangerDrop_bar: losses.exchanger_m / metres,
    };
  };
}
