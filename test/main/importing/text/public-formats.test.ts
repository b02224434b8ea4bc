import { describe, expect, test } from "vitest";
import { iso, readLog } from "../read-log.ts";

// Small synthetic files in the manner of instruments and stations whose formats are public, read with no hint.
const two = (n: number): string => String(n).padStart(2, "0");
const many = (count: number, write: (k: number) => string): string => Array.from({ length: count }, (_, k) => `${write(k)}\n`).join("");
const hhmm = (k: number): string => `${two(Math.floor(k / 60) % 24)}:${two(k % 60)}`;

const lvmHead = (xColumns: string, decimal = "."): string =>
  `LabVIEW Measurement\t\nWriter_Version\t2\nReader_Version\t2\nSeparator\tTab\nDecimal_Separator\t${decimal}\nMulti_Headings\tNo\nX_Columns\t${xColumns}\nTime_Pref\tAbsolute\nOperator\tuser\nDate\t2016/08/11\nTime\t14:37:48.2010002\n***End_of_Header***\t\n\t\n`;
const lvmChannels = `Channels\t2\t\t\nSamples\t20\t20\nDate\t2016/08/11\t2016/08/11\nTime\t14:37:48.201\t14:37:48.201\nX_Dimension\tTime\tTime\nX0\t0.0000000000000000E+0\t0.0000000000000000E+0\nDelta_X\t0.001000\t0.001000\n***End_of_Header***\t\n`;

describe("instruments", () => {
  test("LabVIEW, three rows below two header blocks", async () => {
    const text = `${lvmHead("One")}${lvmChannels}X_Value\tV_0\tV_1\tComment\n${many(3, (k) => `${(k / 1000).toFixed(6)}\t${k}.125\t${k}.5`)}`;
    const { plan, time, values } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 22, dataLine: 23 });
    expect(iso(time[2])).toBe("2016-08-11T14:37:48.203Z");
    expect(values.V_1).toEqual([0.5, 1.5, 2.5]);
  });

  test("LabVIEW, a decimal comma", async () => {
    const text = `${lvmHead("One", ",")}${lvmChannels.replaceAll(".", ",")}X_Value\tV_0\tV_1\tComment\n${many(9, (k) => `0,00${k}\t${k},125\t${k},5`)}`;
    expect((await readLog(text)).values.V_0!.slice(0, 2)).toEqual([0.125, 1.125]);
  });

  test("LabVIEW, no time column", async () => {
    const text = `${lvmHead("No")}${lvmChannels}X_Value\tV_0\tV_1\tComment\n${many(20, (k) => `\t${k}.125\t${k}.5`)}`;
    const { tally, values } = await readLog(text);
    expect(tally).toMatchObject({ rows: 20, rejectedLines: 0 });
    expect(values.V_0![19]).toBe(19.125);
  });

  test("LabVIEW, a time column for each channel", async () => {
    const text = `${lvmHead("Multi")}${lvmChannels}X_Value\tV_0\tX_Value\tV_1\tComment\n${many(20, (k) => `${(k / 1000).toFixed(6)}\t${k}\t${(k / 1000 + 0.0005).toFixed(6)}\t${7 - k}`)}`;
    const { time, values, tally } = await readLog(text);
    expect(time).toHaveLength(40);
    expect(values.V_1!.slice(0, 4)).toEqual([Number.NaN, 7, Number.NaN, 6]);
    expect(tally.columns[2]).toMatchObject({ kind: "time", first: 0.0005 });
  });

  test("LabVIEW, a second segment with a header of its own", async () => {
    const segment = `${lvmChannels}X_Value\tV_0\tV_1\tComment\n${many(50, (k) => `${(k / 1000).toFixed(6)}\t${k}.125\t${k}.5`)}`;
    const { plan, tally } = await readLog(`${lvmHead("One")}${segment}${segment}`);
    expect(plan.clock).toMatchObject({ format: "elapsed-s" });
    expect(tally.rows).toBe(100);
  });

  test.each([
    ["UK", (k: number) => `0${3 + Math.floor(k / 4)}/05/2022\t10:05:00\t${k}\t3,594,865.54\t${k}AF`, "."],
    ["DE", (k: number) => `0${3 + Math.floor(k / 4)}.05.2022\t10:05:00\t${k}\t3.594.865,54\t${k}AF`, ","],
    ["US", (k: number) => `5/${3 + Math.floor(k / 4)}/2022\t10:05:00 AM\t${k}\t3,594,865.54\t${k}AF`, "."],
  ])("a sheet of the %s with a unit in one column only", async (_, write, decimal) => {
    const { plan, time, values } = await readLog(`date\ttime\tint\tfloat\tstr\n\t\t\t\tmm\n${many(5, write)}`);
    expect(plan).toMatchObject({ decimal, headerLine: 1, unitsLine: 2, dataLine: 3 });
    expect([iso(time[0]), iso(time[4])]).toEqual(["2022-05-03T10:05:00.000Z", "2022-05-04T10:05:00.000Z"]);
    expect(values.float![0]).toBe(3594865.54);
  });

  test("a flow calibrator with date and time of day, empty cells at the line ends", async () => {
    const text = `Product,Defender  530+  \nSerial Number,180849\n\nSample,DryCal smL/min ,Temp. Deg C,Date,Time,\n${many(29, (k) => `${k + 1},14.${500 + k},24.1,10/11/2021,1:${two(k)}:33 PM,`)}`;
    const { plan, time, values } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 4 });
    expect(plan.columns[1]).toMatchObject({ tag: "DryCal", unit: "smL/min" });
    expect(iso(time[1])).toBe("2021-10-11T13:01:33.000Z");
    expect(values.DryCal).toHaveLength(29);
  });

  test("a table with nan, inf and rows of delimiters at its end", async () => {
    const text = `# HEAD;;;;\nnumber of headers ;5;;;\ndate;01.01.2016;;;\nmass;0.0012;;;\n# LOG;;;;\nindex;test_time;date_stamp;current;voltage\n${many(60, (k) => `${k};${k * 120}.00;43374.${42 + Math.floor(k / 20)};${k === 4 ? "nan" : k === 9 ? "inf" : "0.0"};1.${two(k)}`)};;;;\n;;;;\n`;
    const { plan, tally, time } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 6, clock: { columns: [2], format: "excel-day" } });
    expect(tally).toMatchObject({ rows: 60, emptyLines: 2, rejectedLines: 0 });
    expect(tally.columns[3]).toMatchObject({ valid: 58, missing: 2, first: 0, max: 0 });
    expect(iso(time[0])).toBe("2018-10-01T10:04:48.000Z");
  });

  test("a drive recorder: names in GBK, a stray point behind every time", async () => {
    const name = [0xca, 0xb1, 0xbc, 0xe4]; // 时间
    const text = Buffer.concat([
      Buffer.from(name),
      Buffer.from(`,v\n${many(90, (k) => `2017/12/18 13:${42 + Math.floor(k / 60)}:${two(k % 60)}.000.,${k}.6`)}`),
    ]);
    const { time } = await readLog(text);
    expect(iso(time[61])).toBe("2017-12-18T13:43:01.000Z");
  });
});

describe("stations", () => {
  test.each([
    [
      "year, day of the year, hour and minute as one number, names",
      "Year,DOY,PST,GHI\n",
      (k: number) => `2018,291,${Math.floor(k / 60) * 100 + (k % 60)},${k / 10}`,
      "2018-10-18T01:01:00.000Z",
    ],
    [
      "the same without names behind a station code",
      "",
      (k: number) => `DW,2018,291,${Math.floor(k / 60) * 100 + (k % 60)},${k / 10}`,
      "2018-10-18T01:01:00.000Z",
    ],
    [
      "year, day of the year, hour",
      "year,doy,hour,value\n",
      (k: number) => `2020,${1 + Math.floor(k / 24)},${k % 24},${k}`,
      "2020-01-03T13:00:00.000Z",
    ],
    [
      "year to minute in columns, blanks between",
      "YEAR MO DA HR MN TEMP\n",
      (k: number) => `2020 01 ${two(1 + Math.floor(k / 24))} ${two(k % 24)} 30 ${k}.5`,
      "2020-01-03T13:30:00.000Z",
    ],
    [
      "a date and hours with minutes as four digits",
      "Date,HHMM,Temp\n",
      (k: number) => `01/${two(1 + Math.floor(k / 24))}/2020,${two(k % 24)}30,${k}.5`,
      "2020-01-03T13:30:00.000Z",
    ],
    [
      "eight digits and the hour that ends the interval, names behind a comment mark",
      "# 260 5.180 52.100 De Bilt\n# HH = uur;\n#\n# STN,YYYYMMDD,   HH,   DD,    T\n#\n",
      (k: number) => `  260,202101${two(1 + Math.floor(k / 24))},${String((k % 24) + 1).padStart(5)},  200,${String(k - 20).padStart(5)}`,
      "2021-01-03T14:00:00.000Z",
    ],
    [
      "day of the year and time below a line with station, year and codes",
      "94255\t2018\t1000\t0\t2010\t0\n",
      (k: number) => `${1 + Math.floor(k / 288)}\t${(Math.floor(k / 12) % 24) * 100 + (k % 12) * 5}\t${k}\t12\t${k % 7}.5\t12`,
      "2018-01-01T05:05:00.000Z",
    ],
    [
      "year, day of the year, month, day, hour, minute below two lines about the place",
      " Alamosa\n   37.70  105.92 2317 m version 1\n",
      (k: number) =>
        ` 2016   1  1  1 ${String(Math.floor(k / 60)).padStart(2)} ${String(k % 60).padStart(2)} ${(k / 60).toFixed(3).padStart(6)} 100.5 0 ${k % 9 === 0 ? "-9999.9" : "  250.5"} ${k % 9 === 0 ? 1 : 0}`,
      "2016-01-01T01:01:00.000Z",
    ],
    [
      "year, month, day and the hour that ends the interval, a minute that says 60",
      "LOCATION,Denver,CO,USA\nCOMMENTS 1,x\n",
      (k: number) => `1999,1,${1 + Math.floor(k / 24)},${(k % 24) + 1},60,?9?9E0,${k / 10},${(k % 7) - 5},50,83100`,
      "1999-01-03T14:00:00.000Z",
    ],
    [
      "a date and the time of a zone as its name",
      "DATE (MM/DD/YYYY),MST,Global [W/m^2],\n",
      (k: number) => `10/14/2018,${hhmm(k)},${k / 10},`,
      "2018-10-14T01:01:00.000Z",
    ],
    [
      "site, values of the site and names in three lines",
      "Source,Location ID,City,Latitude,Longitude,Time Zone\nNSRDB,1,-,40.5,-75.3,-5\nYear,Month,Day,Hour,Minute,DHI\n",
      (k: number) => `2022,6,${1 + Math.floor(k / 24)},${k % 24},30,${k}`,
      "2022-06-03T13:30:00.000Z",
    ],
  ])("%s", async (_, head, write, at61) => {
    const { time, rejected } = await readLog(head + many(96, write));
    expect(rejected).toEqual([]);
    expect(iso(time[61])).toBe(at61);
    expect(time).toHaveLength(96);
  });

  test("two tables one below the other: the one with a row per time is read, the other is preamble", async () => {
    const text = `"Titel:",,,,,,\n"Periode aangevraagd:","01-01-1800","tot:","20-05-2019",,,\n\nLocatie,Filternummer,X-coordinaat,Y-coordinaat,Startdatum,Einddatum\nB33,001,212760,502060,01-01-1990,19-01-2000\nB33,001,212760,502060,19-01-2000,19-05-2019\n\n\nLocatie,Filternummer,Peildatum,Stand (cm t.o.v. MP),Stand (cm t.o.v. NAP),Opmerking,,,\n${many(80, (k) => `B33,001,${two(1 + (k % 28))}-${two(1 + Math.floor(k / 28))}-1990,${100 + k},${k === 7 ? "" : 1400 - k},${k === 9 ? "onbetrouwbaar" : ""},,,`)}`;
    const { plan, tally } = await readLog(text);
    expect(plan.headerLine).toBe(9);
    expect(tally).toMatchObject({ rows: 80, rejectedLines: 0 });
    expect(tally.columns[4]).toMatchObject({ valid: 79, missing: 1 });
  });
});

describe("months and halves of the day in words", () => {
  test.each([
    ["14 de mayo de 2024 15:30", "D [de] MMM [de] YYYY H:m"],
    ["14 de março de 2024 15:30:00", "D [de] MMM [de] YYYY H:m:s.SSS"],
    ["14. März 2024 15:30 Uhr", "D. MMM YYYY H:m [Uhr]"],
    ["14 août 2024 15:30", "D MMM YYYY H:m"],
    ["14-mei-2024 15:30", "D-MMM-YYYY H:m"],
    ["14 mag 2024 15:30", "D MMM YYYY H:m"],
    ["2024年5月14日 15时30分00秒", "YYYY年M月D日 H时m分s秒"],
    ["2024/5/14 下午 3:30:00", "YYYY/M/D a h:m:s.SSS"],
    ["2024年5月14日 15:30:00", "YYYY年M月D日 H:m:s.SSS"],
  ])("%s", async (text, format) => {
    const { plan, time } = await readLog(`time;P\n${many(9, (k) => `${text};${k},5`)}`, { duplicates: "first" });
    expect(plan.clock).toMatchObject({ columns: [0], format });
    expect(iso(time[0]).slice(8, 16)).toBe("14T15:30");
  });
});

describe("states, switches and codes", () => {
  test("a first row of nothing but states is a row", async () => {
    const text = `Timestamp,SINUSOID,CDT158\n${many(60, (k) => `${two(1 + Math.floor(k / 24))}-Mar-24 ${two(k % 24)}:00:00,${k === 0 ? "Pt Created" : k / 7},${k % 5 ? k : "I/O Timeout"}`)}`;
    const { plan, tally } = await readLog(text);
    expect(plan.dataLine).toBe(2);
    expect(tally.columns[1]).toMatchObject({ valid: 59, states: [{ text: "Pt Created", count: 1 }] });
    expect(tally.columns[2]).toMatchObject({ valid: 48, states: [{ text: "I/O Timeout", count: 12 }] });
  });

  test("the two words of a switch are 1 and 0 with their words counted; modes stay texts", async () => {
    const text = `time,pump,valve,mode\n${many(60, (k) => `2024-01-01 ${hhmm(k)},${k % 3 ? "TRUE" : "FALSE"},${k % 2 ? "ON" : "off"},${k < 30 ? "auto" : "manual"}`)}`;
    const { values, tally } = await readLog(text);
    expect(values.pump!.slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect(tally.columns[2]).toMatchObject({
      kind: "number",
      valid: 60,
      mean: 0.5,
      unreadable: 0,
      states: expect.arrayContaining([{ text: "ON", count: 30 }]),
    });
    expect(tally.columns[3]).toMatchObject({ kind: "text", valid: 60 });
  });

  test("a code for no sample in one column is a value in another", async () => {
    const text = `time,a,b\n${many(100, (k) => `2024-01-01 ${hhmm(k)},${k % 7 === 0 ? "-99.9" : 20 + (k % 5)},${k === 3 ? "-99.9" : -120 + 2 * k}`)}`;
    const { values, plan } = await readLog(text);
    expect(values.a![7]).toBeNaN();
    expect(values.b![3]).toBe(-99.9);
    expect(plan.columns[2]!.keep).toEqual(["-99.9"]);
  });
});
