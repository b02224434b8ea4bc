import { describe, expect, test } from "vitest";
import { iso, readLog } from "../read-log.ts";

// Rows as a logger on the wall writes them, every half hour from 00:30 to 03:30, on the two odd days of two zones. The table says which
// instant (UTC) each row is read as, and how often the odd hour was met.
const zones = {
  "Europe/Berlin": { spring: "2024-03-31", autumn: "2024-10-27" },
  "America/New_York": { spring: "2024-03-10", autumn: "2024-11-03" },
} as const;

const standing = ["00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30"];
const withoutGap = {
  "Europe/Berlin": ["00:30", "01:00", "01:30", "03:00", "03:30"],
  "America/New_York": ["00:30", "01:00", "01:30", "03:00", "03:30"],
};
const twice = {
  "Europe/Berlin": ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"],
  "America/New_York": ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00", "02:30"],
};
const onlyOnce = { "Europe/Berlin": ["01:30", "02:00", "02:30", "03:00"], "America/New_York": ["00:30", "01:00", "01:30", "02:00"] };
const swapped = {
  "Europe/Berlin": ["01:30", "02:00", "02:40", "02:30", "02:50", "02:00", "02:30", "03:00"],
  "America/New_York": ["00:30", "01:00", "01:40", "01:30", "01:50", "01:00", "01:30", "02:00"],
};
const hourly = { "Europe/Berlin": ["01:00", "02:00", "02:00", "03:00"], "America/New_York": ["00:00", "01:00", "01:00", "02:00"] };

type Zone = keyof typeof zones;

async function readDay(zone: Zone, day: string, times: readonly string[]) {
  const rows = times.map((time, k) => `${day} ${time}:00,${k}`).join("\n");
  const { time, tally } = await readLog(`time,a\n${rows}\n`, { zone });
  const odd = tally.findings.flatMap(({ code, data }) => (code.endsWith("-hour") ? [`${code} ${data.rows}`] : []));
  return { utc: time.map((t) => iso(t).slice(11, 16)), odd, outOfOrder: tally.outOfOrder };
}

const table: string[][] = [];
const note = (what: string, zone: Zone, times: readonly string[], read: Awaited<ReturnType<typeof readDay>>) =>
  table.push([zone, what, times.join(" "), read.utc.join(" "), read.odd.join(", ") || "nothing", String(read.outOfOrder)]);

describe.each(Object.keys(zones) as Zone[])("a log by the clock of %s", (zone) => {
  const early = zone === "Europe/Berlin" ? { summer: 2, standard: 1 } : { summer: -4, standard: -5 };
  const at = (time: string, offset: number): string => {
    const hour = (Number(time.slice(0, 2)) - offset + 24) % 24;
    return `${String(hour).padStart(2, "0")}:${time.slice(3)}`;
  };

  test("in spring, without the hour that is passed over, has no gap", async () => {
    const times = withoutGap[zone];
    const read = await readDay(zone, zones[zone].spring, times);
    note("spring, hour left out", zone, times, read);
    expect(read.utc).toEqual(times.map((t) => at(t, t < "02:00" ? early.standard : early.summer)));
    expect(read.odd).toEqual([]);
  });

  test("in spring, with rows in the hour that does not exist, keeps them as if the clock had not been put forward, and says so", async () => {
    const read = await readDay(zone, zones[zone].spring, standing);
    note("spring, hour written", zone, standing, read);
    expect(read.utc).toEqual(standing.map((t) => at(t, t < "03:00" ? early.standard : early.summer)));
    expect(read.odd).toEqual(["import.missing-hour 2"]);
  });

  test("in autumn, told apart by the step back", async () => {
    const times = twice[zone];
    const read = await readDay(zone, zones[zone].autumn, times);
    note("autumn, hour written twice", zone, times, read);
    expect(read.utc).toEqual(times.map((t, k) => at(t, k < 3 ? early.summer : early.standard)));
    expect(read.odd).toEqual(["import.repeated-hour 4"]);
    expect(read.outOfOrder).toBe(0);
  });

  test("in autumn, hourly: the same time twice is an hour apart", async () => {
    const times = hourly[zone];
    const read = await readDay(zone, zones[zone].autumn, times);
    note("autumn, hourly", zone, times, read);
    expect(read.utc).toEqual(times.map((t, k) => at(t, k < 2 ? early.summer : early.standard)));
  });

  test("in autumn, with the hour written once only, is read as summer time: nothing says which run is missing", async () => {
    const times = onlyOnce[zone];
    const read = await readDay(zone, zones[zone].autumn, times);
    note("autumn, hour written once", zone, times, read);
    expect(read.utc).toEqual(times.map((t, k) => at(t, k < 3 ? early.summer : early.standard)));
    expect(read.odd).toEqual(["import.repeated-hour 2"]);
  });

  test("in autumn, a row a little out of order inside the hour is no second hour", async () => {
    const times = swapped[zone];
    const read = await readDay(zone, zones[zone].autumn, times);
    note("autumn, a row out of order inside", zone, times, read);
    expect(read.utc).toEqual(times.map((t, k) => at(t, k < 5 ? early.summer : early.standard)));
    expect(read.outOfOrder).toBe(1);
  });

  test("and of every odd row the table tells", () => {
    expect(table.filter(([of]) => of === zone)).toHaveLength(6);
    console.log(["zone | rows | as written | read as UTC | told | out of order", ...table.map((row) => row.join(" | "))].join("\n"));
    table.length = 0;
  });
});
