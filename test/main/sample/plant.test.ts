import { describe, expect, test } from "vitest";
import { condition } from "../../../main/sample/condition.ts";
import { motor } from "../../../main/sample/drive.ts";
import { type PlantRow, plant } from "../../../main/sample/plant.ts";
import { pump } from "../../../main/sample/pump.ts";
import { threeMonths } from "../../../main/sample/sample-plan.ts";
import { scenario } from "../../../main/sample/scenario.ts";
import { density_kg_m3, gravity, heatCapacity_kJ_kgK } from "../../../main/sample/water.ts";

const outside = scenario({ ...threeMonths, intervalMs: 600_000 });
const walk = (faults: typeof outside.calendar.faults): PlantRow[] => {
  const step = plant(outside, condition(threeMonths.seed, outside.time, outside.stepMs, faults));
  return Array.from(outside.time, (_, row) => step(row));
};
const healthy = walk([]);
const real = walk(outside.calendar.faults);
const running = (rows: PlantRow[]): PlantRow[] => rows.filter((row) => row.running);
const during = (kind: string): [PlantRow, PlantRow][] => {
  const { from, to } = outside.calendar.faults.find((fault) => fault.kind === kind)!;
  return real.flatMap((row, at): [PlantRow, PlantRow][] =>
    outside.time[at]! >= from && outside.time[at]! < to && row.running ? [[row, healthy[at]!]] : [],
  );
};

describe("the plant", () => {
  test("a stopped pump draws no flow, no current, and both gauges see the tank", () => {
    const stopped = real.filter((row) => !row.running);
    expect(stopped.length).toBeGreaterThan(50);
    for (const row of stopped) {
      expect(row).toMatchObject({ flow_m3_h: 0, speed_rpm: 0, current_A: 0, leak_l_h: 0, coolant_m3_h: 0, exchangerDrop_bar: 0 });
      expect(row.discharge_bar).toBe(row.suction_bar);
    }
  });

  test("the pump's efficiency is over 0 and never above 1", () => {
    for (const { efficiency } of running(real)) {
      expect(efficiency).toBeGreaterThan(0.4);
      expect(efficiency).toBeLessThanOrEqual(pump.bepEfficiency);
    }
  });

  test("the water gains less than the drive takes", () => {
    for (const row of running(real)) {
      const water_kW = (row.flow_m3_h / 3600) * (row.discharge_bar - row.suction_bar) * 100;
      expect(water_kW).toBeLessThan(row.power_kW);
    }
  });

  test("pressure difference and flow lie on the pump curve at the speed, by the affinity laws", () => {
    for (const row of running(healthy)) {
      const n = row.speed_rpm / pump.nominalSpeed_rpm;
      const head = n * n * 60 - 12 * (row.flow_m3_h / 180) ** 2;
      const measured = ((row.discharge_bar - row.suction_bar) * 1e5) / (density_kg_m3(row.hotInlet_degC) * gravity);
      // Cavitation takes up to a few per mille at the rare load.
      expect(measured / head).toBeGreaterThan(0.99);
      expect(measured / head).toBeLessThan(1 + 1e-9);
    }
  });

  test("the exchanger's energy balance closes", () => {
    const heat = (flow: number, inlet: number, outlet: number): number =>
      (flow / 3600) * density_kg_m3(inlet) * heatCapacity_kJ_kgK * (inlet - outlet);
    for (const row of running(real)) {
      const hot = heat(row.flow_m3_h, row.hotInlet_degC, row.hotOutlet_degC);
      const cold = -heat(row.coolant_m3_h, row.coldInlet_degC, row.coldOutlet_degC);
      expect(Math.abs(hot - cold)).toBeLessThan(1e-6 * Math.abs(hot) + 1e-9);
    }
  });

  test("the healthy pump has NPSH to spare and the motor is never overloaded", () => {
    for (const row of running(healthy)) {
      expect(row.npshRatio).toBeGreaterThan(1.7);
      expect(row.power_kW).toBeLessThan(motor.rated_kW / motor.efficiency);
      expect(row.speed_rpm).toBeLessThanOrEqual(pump.maxSpeed_rpm);
    }
  });

  test("the flow follows what is asked for", () => {
    for (const row of running(healthy)) expect(Math.abs(row.flow_m3_h / row.demand_m3_h - 1)).toBeLessThan(0.1);
  });
});

describe("faults of the machines", () => {
  test("fouling raises pressure drop, coolant flow, speed and power at the same flow", () => {
    for (const [row, twin] of during("fouling").slice(100)) {
      expect(row.flow_m3_h).toBeCloseTo(twin.flow_m3_h, 9);
      expect(row.exchangerDrop_bar).toBeGreaterThan(twin.exchangerDrop_bar);
      expect(row.coolant_m3_h).toBeGreaterThan(twin.coolant_m3_h);
      expect(row.speed_rpm).toBeGreaterThan(twin.speed_rpm);
      expect(row.power_kW).toBeGreaterThan(twin.power_kW);
    }
  });

  test("a covered strainer lowers the suction pressure, and where the margin is gone the bearings feel it", () => {
    const rows = during("cavitation");
    for (const [row, twin] of rows) expect(row.suction_bar).toBeLessThan(twin.suction_bar);
    const cavitating = rows.filter(([row]) => row.npshRatio < 1.8);
    expect(cavitating.length).toBeGreaterThan(8);
    for (const [row, twin] of cavitating) expect(row.NDE_mm_s).toBeGreaterThan(1.05 * twin.NDE_mm_s);
    expect(rows.some(([row]) => row.npshRatio > 2.2)).toBe(true);
  });

  test("a worn bearing shakes and warms without a step", () => {
    const rows = during("bearing-wear");
    const [first] = rows[10]!;
    const [last, twin] = rows[rows.length - 1]!;
    expect(first.DE_mm_s).toBeLessThan(1.02 * rows[10]![1].DE_mm_s);
    expect(last.DE_mm_s).toBeGreaterThan(twin.DE_mm_s + 3);
    expect(last.bearing_degC).toBeGreaterThan(twin.bearing_degC + 3);
  });

  test("a leaking seal changes nothing but seal leak and flush", () => {
    const rows = during("seal-leak");
    for (const [row, twin] of rows) expect({ ...row, leak_l_h: 0, flush_l_h: 0 }).toEqual({ ...twin, leak_l_h: 0, flush_l_h: 0 });
    const [last, twin] = rows[rows.length - 1]!;
    expect(last.leak_l_h).toBeGreaterThan(2 * twin.leak_l_h);
  });
});
