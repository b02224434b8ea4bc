import { describe, expect, test } from "vitest";
import { iso, readLog } from "../../read-log.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
const two = (n: number): string => String(n).padStart(2, "0");
const many = (count: number, write: (k: number) => string): string[] => Array.from({ length: count }, (_, k) => write(k));

describe("a table whose rows name their tags becomes a column per tag", () => {
  test("WinCC: validity, the logger's marks, decimal comma, Time_ms beside", async () => {
    const text = lines(
      '"VarName";"TimeString";"VarValue";"Validity";"Time_ms"',
      ...many(40, (k) => `"${["Druck", "Temp"][k % 2]}";"01.03.2024 10:${two(k >> 1)}:00";${k},5;${k === 6 ? 0 : 1};45352416666,67`),
      '"$RT_OFF$";"01.03.2024 10:30:00";0;2;45352437500,0',
      '"Druck";"01.03.2024 10:31:00";99,5;1;45352438194,44',
      '"$RT_COUNT$";"01.03.2024 10:31:00";42;2;45352438194,44',
    );
    const { time, values, tally, codes } = await readLog(text);
    expect(Object.keys(values)).toEqual(["Druck", "Temp"]);
    expect(time).toHaveLength(21);
    expect(values.Druck!.slice(0, 5)).toEqual([0.5, 2.5, 4.5, Number.NaN, 8.5]);
    expect(values.Temp!.at(-1)).toBeNaN();
    expect(tally).toMatchObject({ rows: 43, rejectedLines: 0, outOfOrder: 0 });
    expect(tally.columns.map((c) => c.tag)).toEqual(["VarName", "TimeString", "VarValue", "Validity", "Time_ms"]);
    expect(tally.series).toMatchObject([
      { tag: "Druck", valid: 20, missing: 1, first: 0.5, last: 99.5, states: [{ text: "0", count: 1 }] },
      { tag: "Temp", valid: 20, missing: 0 },
    ]);
    expect(codes).toEqual(expect.arrayContaining(["import.long-layout", "import.logger-marks"]));
  });

  test("Proficy: a section line, American dates, comments, qualities in words", async () => {
    const text = lines(
      "[Data]",
      "* exported for the pump house",
      "Tagname,TimeStamp,Value,DataQuality",
      ...many(
        30,
        (k) => `PUMP.${"AB"[k % 2]},3/${14 + Math.floor(k / 24)}/2024 ${1 + (k % 12)}:00:0${k % 2} PM,${k},${k === 4 ? "Bad" : "Good"}`,
      ),
    );
    const { values, tally } = await readLog(text);
    expect(Object.keys(values)).toEqual(["PUMP.A", "PUMP.B"]);
    expect(tally.series![0]).toMatchObject({ valid: 14, missing: 1, states: [{ text: "Bad", count: 1 }] });
  });

  test("Wonderware: encoding line, delimiter line, no names, OPC quality", async () => {
    const text = lines(
      "ASCII",
      "|",
      "admin|1|Server Local|10|2",
      ...many(
        32,
        (k) => `${["TankLevel", "TankTemp"][(k >> 4) & 1]}|0|2024/03/16|10:${two(k % 16)}:00.000|1|${k / 4}|${k === 3 ? 0 : 192}`,
      ),
    );
    const { plan, time, values } = await readLog(text);
    expect(plan).toMatchObject({ delimiter: "|", headerLine: null });
    expect(Object.keys(values)).toEqual(["TankLevel", "TankTemp"]);
    expect(iso(time[1])).toBe("2024-03-16T10:01:00.000Z");
    expect(values.TankLevel![3]).toBeNaN();
  });

  test("tags one after the other are put on one clock, times that only one of them has too", async () => {
    const text = lines(
      "Tag,Timestamp,Value",
      ...many(20, (k) => `P1,2024-01-01 00:${two(2 * k)}:00,${k}`),
      ...many(20, (k) => `P2,2024-01-01 00:${two(2 * k + (k > 10 ? 1 : 0))}:00,${100 + k}`),
    );
    const { time, values, tally } = await readLog(text);
    expect(time).toHaveLength(29);
    expect(tally.outOfOrder).toBe(0);
    expect(time).toEqual([...time].sort((a, b) => a - b));
    expect(values.P1!.filter((v) => !Number.isNaN(v))).toEqual(many(20, String).map(Number));
    expect(values.P2![0]).toBe(100);
  });

  test("texts of a historian are states of their own tag; zero stays zero; a switch is a number, a mode is a text", async () => {
    const text = lines(
      "TagName;Time;Value;Unit;Quality",
      ...many(60, (k) => {
        const tag = ["F", "Run", "Mode"][k % 3]!;
        const value =
          tag === "F" ? (k === 30 ? "Shutdown" : k === 33 ? "I/O Timeout" : "0") : tag === "Run" ? (k % 2 ? "ON" : "OFF") : "AUTO";
        return `${tag};2024-01-01 00:${two(Math.floor(k / 3))}:00;${value};${tag === "F" ? "m3/h" : ""};Good`;
      }),
    );
    const { values, tally } = await readLog(text);
    expect(Object.keys(values)).toEqual(["F", "Run"]);
    expect(values.F!.filter((v) => v === 0)).toHaveLength(18);
    expect(values.Run!.slice(0, 4)).toEqual([1, 0, 1, 0]);
    expect(tally.series).toMatchObject([
      { tag: "F", unit: "m3/h", valid: 18, states: expect.arrayContaining([{ text: "Shutdown", count: 1 }]) },
      { tag: "Run", kind: "number", valid: 20, mean: 0.5 },
      { tag: "Mode", kind: "text", valid: 20, states: [{ text: "AUTO", count: 20 }] },
    ]);
  });

  test("several key columns name a tag where one alone would have two values at one time", async () => {
    const text = lines(
      "time,site,sensor,value,quality",
      ...many(48, (k) => `2024-01-01 00:${two(k >> 2)}:00,${["north", "south"][k & 1]},${["p", "t"][(k >> 1) & 1]},${k},192`),
    );
    const { values } = await readLog(text);
    expect(Object.keys(values)).toEqual(["north.p", "south.p", "north.t", "south.t"]);
  });

  test("date;tag;value;tag;value: several samples in a row", async () => {
    const text = lines(...many(30, (k) => `2024-01-01 00:${two(k)}:00;Druck;${k},5;Temp;${20 + k},25`));
    const { values } = await readLog(text);
    expect(values.Druck!.slice(0, 2)).toEqual([0.5, 1.5]);
    expect(values.Temp!.slice(0, 2)).toEqual([20.25, 21.25]);
  });

  test("a code for no sample in one tag is a value in another", async () => {
    const text = lines(
      "Tag,Timestamp,Value",
      ...many(60, (k) => `A,2024-01-01 00:${two(k)}:00,${k % 9 === 4 ? 65535 : 20 + (k % 7)}`),
      ...many(60, (k) => `B,2024-01-01 00:${two(k)}:00,${k % 2 ? 65535 : 60000 + k * 150}`),
    );
    const { values } = await readLog(text);
    expect(values.A!.slice(3, 6)).toEqual([23, Number.NaN, 25]);
    expect(values.B!.slice(0, 4)).toEqual([60000, 65535, 60300, 65535]);
  });

  test("Ignition: whole and fractional values in columns of their own, numbers as names, epoch times", async () => {
    const text = lines(
      "tagid,intvalue,floatvalue,stringvalue,dataintegrity,t_stamp",
      ...many(
        90,
        (k) => `${1 + (k % 3)},${k % 3 ? "" : k},${k % 3 ? k / 10 : ""},,${k === 7 ? 0 : 192},${1704067200000 + Math.floor(k / 3) * 1000}`,
      ),
    );
    const { time, tally } = await readLog(text);
    expect(time).toHaveLength(30);
    expect(tally.series!.map((c) => [c.tag, c.valid])).toEqual([
      ["1", 30],
      ["2", 29],
      ["3", 30],
    ]);
  });

  test.each([
    [
      "a data base's annotated rows",
      ",result,table,_start,_stop,_time,_value,_field,_measurement",
      (k: number, at: string, tag: string) =>
        `,,${k % 2},2024-01-01T00:00:00Z,2024-01-02T00:00:00Z,2024-01-01T${at}:00Z,${k}.5,${tag},room`,
    ],
    ["home automation", "entity_id,state,last_changed", (k: number, at: string, tag: string) => `${tag},${k}.5,2024-01-01T${at}:00.000Z`],
    [
      "Chinese names",
      "\u4f4d\u53f7,\u65f6\u95f4,\u6570\u503c,\u8d28\u91cf",
      (k: number, at: string, tag: string) => `${tag},2024-01-01 ${at}:00,${k}.5,\u597d`,
    ],
    [
      "PI's own order",
      "tag,time,value,status,questionable",
      (k: number, at: string, tag: string) => `${tag},01-Jan-24 ${at}:00,${k}.5,0,False`,
    ],
  ])("%s", async (_, header, write) => {
    const { values, time } = await readLog(lines(header, ...many(60, (k) => write(k, `10:${two(k >> 1)}`, ["p1", "p2"][k % 2]!))));
    expect(Object.keys(values)).toEqual(["p1", "p2"]);
    expect(iso(time[1])).toBe("2024-01-01T10:01:00.000Z");
    expect(values.p2!.slice(0, 2)).toEqual([1.5, 3.5]);
  });

  test("a column of modes beside measurements makes no long table", async () => {
    const text = lines("time,mode,power", ...many(60, (k) => `2024-01-01 00:${two(k)}:00,${["auto", "hand"][Math.floor(k / 7) & 1]},${k}`));
    const { plan, values } = await readLog(text);
    expect(plan.layout).toBeUndefined();
    expect(Object.keys(values)).toEqual(["power"]);
  });
});

describe("values with times of their own", () => {
  test("of every column stand at their own times", async () => {
    const text = lines(
      "Time,A,Time,B",
      ...many(20, (k) => `2024-01-01 00:${two(k)}:00,${k},2024-01-01 00:${two(k)}:30,${100 + k}`),
      "2024-01-01 00:20:00,20,,",
    );
    const { plan, time, values, tally } = await readLog(text);
    expect(plan.layout).toEqual({ shape: "pairs", clocks: [null, 0, null, 2] });
    expect(time).toHaveLength(41);
    expect(values.A!.slice(0, 3)).toEqual([0, Number.NaN, 1]);
    expect(values.B!.slice(0, 3)).toEqual([Number.NaN, 100, Number.NaN]);
    expect(tally.columns.map((c) => [c.kind, c.valid, c.missing])).toEqual([
      ["time", 21, 0],
      ["number", 21, 0],
      ["time", 20, 1],
      ["number", 20, 1],
    ]);
    expect(tally.series!.map((c) => c.tag)).toEqual(["A", "B"]);
  });

  test("time columns named after their tags are known as such, columns of maxima's times are not", async () => {
    const paired = lines(
      '"Pump1 Time";"Pump1 ValueY";"Pump2 Time";"Pump2 ValueY"',
      ...many(20, (k) => `01.02.2024 10:${two(k)}:00;${k},5;01.02.2024 10:${two(k)}:07;${k},25`),
    );
    expect((await readLog(paired)).plan.layout?.shape).toBe("pairs");
    const daily = lines(
      "TIMESTAMP,AirT_Max,AirT_TMx,AirT_Min,AirT_TMn",
      ...many(
        20,
        (k) => `2024-01-${two(k + 1)} 00:00:00,${k},2024-01-${two(k + 1)} 14:${two(k)}:00,${k - 9},2024-01-${two(k + 1)} 04:${two(k)}:00`,
      ),
    );
    expect((await readLog(daily)).plan.layout).toBeUndefined();
  });

  test("seconds counted in a column of their own for each channel", async () => {
    const text = lines(
      "Marker,STAMP,Speed,STAMP,Torque,",
      ",,/min,,Nm,",
      ...many(20, (k) => `,${(k / 10).toFixed(2)},${1000 + k},${(k / 10 + 0.03).toFixed(2)},${k}.5,`),
    );
    const { plan, time, values, tally } = await readLog(text);
    expect(plan.layout?.shape).toBe("pairs");
    expect(time).toHaveLength(40);
    expect(values.Torque![1]).toBe(0.5);
    expect(tally.columns[3]).toMatchObject({ kind: "time", valid: 20, first: 0.03 });
  });
});
