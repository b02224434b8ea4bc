import { describe, expect, test } from "vitest";
import { iso, readLog } from "../read-log.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
const two = (n: number): string => String(n).padStart(2, "0");

/** Rows of a log, one per minute from 10:00 on. */
const minutes = (count: number, write: (k: number, hhmm: string) => string): string[] =>
  Array.from({ length: count }, (_, k) => write(k, `${two(10 + Math.floor(k / 60))}:${two(k % 60)}`));

describe("a log nobody has described is understood", () => {
  test("German: semicolons, decimal comma, day first, date and time apart, units in brackets", async () => {
    const text = lines("Datum;Uhrzeit;Druck [bar];Drehzahl (1/min)", ...minutes(30, (k, t) => `31.12.2023;${t}:00;${k},5;${1450 + k}`));
    const { plan, time, values } = await readLog(text);
    expect(plan).toMatchObject({ delimiter: ";", decimal: ",", headerLine: 1, dataLine: 2, clock: { columns: [0, 1] } });
    expect(plan.columns.map((c) => [c.tag, c.unit])).toEqual([
      ["Datum", ""],
      ["Uhrzeit", ""],
      ["Druck", "bar"],
      ["Drehzahl", "1/min"],
    ]);
    expect(iso(time[1])).toBe("2023-12-31T10:01:00.000Z");
    expect(values.Druck!.slice(0, 2)).toEqual([0.5, 1.5]);
  });

  test("three decimals behind a comma are no thousands where the delimiter leaves the comma free", async () => {
    const { plan, values } = await readLog(lines("Zeit;P", ...minutes(20, (k, t) => `01.02.2024 ${t};${10 + k},125`)));
    expect(plan.decimal).toBe(",");
    expect(values.P![0]).toBe(10.125);
  });

  test("thousands in quotes beside a decimal point", async () => {
    const { values } = await readLog(lines("time,power", ...minutes(20, (k, t) => `2024-02-13 ${t},"${k + 1},234.5"`)));
    expect(values.power!.slice(0, 2)).toEqual([1234.5, 2234.5]);
  });

  test("American: month first, AM and PM", async () => {
    const { plan, time } = await readLog(
      lines("Timestamp,Flow", "4/13/2024 9:59:00 PM,1", "4/13/2024 10:00:00 PM,2", "4/14/2024 12:00:00 AM,3"),
    );
    expect(plan.clock).toMatchObject({ format: "M/D/YYYY h:m:s.SSS a" });
    expect(time.map(iso)).toEqual(["2024-04-13T21:59:00.000Z", "2024-04-13T22:00:00.000Z", "2024-04-14T00:00:00.000Z"]);
  });

  test("a spreadsheet's hint of its delimiter above the names", async () => {
    const { plan } = await readLog(lines("sep=;", "Zeit;A", ...minutes(10, (k, t) => `2024-01-01 ${t};${k}`)));
    expect(plan).toMatchObject({ delimiter: ";", headerLine: 2, dataLine: 3 });
  });

  test("a data logger with names, units and the kind of figure in three lines", async () => {
    const text = lines(
      '"TOA5","Station","CR1000","12345"',
      '"TIMESTAMP","RECORD","AirT_Avg","RH"',
      '"TS","RN","Deg C","%"',
      '"","","Avg","Smp"',
      ...minutes(20, (k, t) => `"2024-03-01 ${t}:00",${k},${k === 3 ? '"NAN"' : k / 10},${50 + k}`),
    );
    const { plan, values, tally } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 2, unitsLine: 3, dataLine: 5 });
    expect(plan.columns[2]).toMatchObject({ tag: "AirT_Avg", unit: "Deg C" });
    expect(values.AirT_Avg![3]).toBeNaN();
    expect(tally.columns[2]).toMatchObject({ missing: 1, unreadable: 0 });
  });

  test("a temperature logger that names its zone in the header and numbers its rows", async () => {
    const text = lines(
      '"Plot Title: Pump room"',
      '"#","Date Time, GMT-05:00","Temp, °C (LGR S/N: 1010, SEN S/N: 1010)","Host Connected (LGR S/N: 1010)"',
      ...Array.from({ length: 20 }, (_, k) => `${k + 1},07/22/12 ${two(1 + (k % 11))}:00:00 AM,${20 + k / 2},`),
    );
    const { plan, time, codes } = await readLog(text);
    expect(plan.zone).toBe("-05:00");
    expect(plan.columns[2]).toMatchObject({ tag: "Temp", unit: "°C" });
    expect(iso(time[0])).toBe("2012-07-22T06:00:00.000Z");
    expect(codes).not.toContain("import.zone-assumed");
  });

  test("blank-delimited columns without a header: year, day of year, month, day, hour, minute", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, k) =>
        ` 2003 ${String(1).padStart(3)}  1  1 ${String(Math.floor(k / 6)).padStart(2)} ${String((k % 6) * 10).padStart(2)}  ${(k / 60).toFixed(3)}  ${100 - k}.5 -9999.9`,
    );
    const { plan, time, values } = await readLog(lines(...rows));
    expect(plan.delimiter).toBe(" ");
    expect(iso(time[7])).toBe("2003-01-01T01:10:00.000Z");
    expect(values.column_8![2]).toBe(98.5);
  });

  test("year, month, day, hour and minute in columns of their own, below a line of site data", async () => {
    const text = lines(
      "Source,Location ID,City,Latitude,Longitude",
      "NSRDB,1234,-,39.73,-105.18",
      "Year,Month,Day,Hour,Minute,GHI,Temperature",
      ...Array.from({ length: 24 }, (_, k) => `2012,6,1,${k},30,${k * 10},${15 + k}`),
    );
    const { plan, time } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 3, dataLine: 4, clock: { columns: [0, 1, 2, 3, 4] } });
    expect(iso(time[5])).toBe("2012-06-01T05:30:00.000Z");
  });

  test("a weather year whose days end at 24:00", async () => {
    const text = lines(
      "724699,BOULDER,CO,-7.0,40.0",
      "Date (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2)",
      ...Array.from({ length: 48 }, (_, k) => `01/${two(13 + Math.floor(k / 24))}/1988,${two((k % 24) + 1)}:00,${k}`),
    );
    const { time, rejected } = await readLog(text);
    expect(rejected).toEqual([]);
    expect(iso(time[23])).toBe("1988-01-14T00:00:00.000Z");
    expect(iso(time[24])).toBe("1988-01-14T01:00:00.000Z");
  });

  test("dates as eight digits with a colon, and notes below the table", async () => {
    const text = lines(
      "Latitude (decimal degrees):\t45.000",
      "Longitude (decimal degrees):\t8.000",
      "",
      "time,P,G(i),T2m",
      ...Array.from({ length: 24 }, (_, k) => `20160101:${two(k)}10,${k}.0,${k * 9}.5,${k / 2}`),
      "",
      "P: PV system power (W)",
      "G(i): Global irradiance (W/m2)",
    );
    const { time, rejected, plan } = await readLog(text);
    expect(iso(time[3])).toBe("2016-01-01T03:10:00.000Z");
    expect(plan.headerLine).toBe(4);
    expect(rejected.map((r) => r.reason)).toEqual(["time-unreadable", "time-unreadable"]);
  });

  test("a buoy: comment marks before names and units", async () => {
    const text = lines(
      "#YY  MM DD hh mm WDIR WSPD  PRES",
      "#yr  mo dy hr mn degT m/s   hPa",
      ...Array.from({ length: 20 }, (_, k) => `2024 03 01 ${two(k)} 50  ${180 + k}  ${(k / 2).toFixed(1)} 1013.${k % 10}`),
    );
    const { plan, time } = await readLog(text);
    expect(plan).toMatchObject({ headerLine: 1, dataLine: 3 });
    expect(plan.columns[7]!.tag).toBe("PRES");
    expect(iso(time[2])).toBe("2024-03-01T02:50:00.000Z");
  });

  test("date, time and milliseconds in three columns", async () => {
    const { time } = await readLog(
      lines(
        "Date;Time;Millitm;Level",
        ...Array.from({ length: 20 }, (_, k) => `2024-05-01;10:00:${two(Math.floor(k / 4))};${(k % 4) * 250 + 5};${k}`),
      ),
    );
    expect(iso(time[1])).toBe("2024-05-01T10:00:00.255Z");
    expect(iso(time[4])).toBe("2024-05-01T10:00:01.005Z");
  });

  test("numbers with their unit in every cell", async () => {
    const { plan, values } = await readLog(lines("time,temp,load", ...minutes(20, (k, t) => `2024-01-01 ${t},${20 + k} °C,${k}%`)));
    expect(plan.columns.slice(1).map((c) => [c.kind, c.unit])).toEqual([
      ["number", "°C"],
      ["number", "%"],
    ]);
    expect(values.temp!.slice(0, 2)).toEqual([20, 21]);
    expect(values.load![5]).toBe(5);
  });

  test("a logger that writes its header again after every start", async () => {
    const text = lines(
      "time,a",
      ...minutes(10, (k, t) => `2024-01-01 ${t},${k}`),
      "time,a",
      ...minutes(10, (k, t) => `2024-01-02 ${t},${k}`),
    );
    const { rejected, time } = await readLog(text);
    expect(time).toHaveLength(20);
    expect(rejected).toMatchObject([{ reason: "header-again", line: 12 }]);
  });

  test.each([
    ["2024-03-01T10:00:00Z", "2024-03-01T10:00:00.000Z"],
    ["2024-03-01 10:00:00 UTC", "2024-03-01T10:00:00.000Z"],
    ["2024-03-01 10:00:00+0100", "2024-03-01T09:00:00.000Z"],
    ["01.03.2024 10:00:00 CET", "2024-03-01T09:00:00.000Z"],
    ["1709287200", "2024-03-01T10:00:00.000Z"],
    ["1709287200000", "2024-03-01T10:00:00.000Z"],
    ["1709287200000000000", "2024-03-01T10:00:00.000Z"],
  ])("a time that says how far from UTC it is: %s", async (text, expected) => {
    const { time, codes } = await readLog(
      lines("time;a;b", `${text};1;2`, `${text.replace(/^\d{10,}$/, (n) => `${n.slice(0, 9)}9${n.slice(10)}`)};2;3`),
    );
    expect(iso(time[0])).toBe(expected);
    expect(codes).not.toContain("import.zone-assumed");
  });

  test.each([
    ["utf-16le", true],
    ["utf-16le", false],
    ["utf-16be", true],
    ["utf-16be", false],
  ] as const)("%s, byte order mark: %s", async (encoding, mark) => {
    const text = `${mark ? "\ufeff" : ""}${lines("时间;温度 [°C]", ...minutes(20, (k, t) => `2024-01-01 ${t};${k}`))}`;
    const bytes = Buffer.from(text, "utf16le");
    const { plan, values } = await readLog(encoding === "utf-16be" ? bytes.swap16() : bytes);
    expect(plan.encoding).toBe(encoding);
    expect(plan.columns[1]).toMatchObject({ tag: "温度", unit: "°C" });
    expect(values.温度).toHaveLength(20);
  });

  // 时间,温度 and 時刻,ポンプ圧力 as the code pages write them.
  const gbk = Buffer.from([0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xce, 0xc2, 0xb6, 0xc8]);
  const shiftJis = Buffer.from([0x8e, 0x9e, 0x8d, 0x8f, 0x2c, 0x83, 0x7c, 0x83, 0x93, 0x83, 0x76, 0x88, 0xb3, 0x97, 0xcd]);
  test.each([
    ["gb18030", gbk, "温度"],
    ["shift_jis", shiftJis, "ポンプ圧力"],
    ["windows-1252", Buffer.from([0x5a, 0x65, 0x69, 0x74, 0x2c, 0x52, 0xfc, 0x63, 0x6b, 0x6c, 0x61, 0x75, 0x66]), "Rücklauf"],
  ] as const)("names in %s", async (encoding, header, tag) => {
    const { plan } = await readLog(Buffer.concat([header, Buffer.from(`\n${lines(...minutes(20, (k, t) => `2024-01-01 ${t},${k}`))}`)]));
    expect(plan.encoding).toBe(encoding);
    expect(plan.columns[1]!.tag).toBe(tag);
  });

  test("times that stand only in lines without a time of their own do not make the table narrower than it was guessed", async () => {
    const text = lines(
      ...minutes(20, (k, t) => `2024-01-01 ${t},${k},2024-01-01 ${t},,,`),
      ...minutes(3, (_, t) => `total,,,,,2024-01-01 ${t}`),
    );
    const { time } = await readLog(text);
    expect(time).toHaveLength(20);
  });
});

describe('values that say "no sample"', () => {
  const withCode = (code: string, write: (k: number) => string = (k) => String(20 + (k % 10))): string =>
    lines("time,a,b", ...minutes(40, (k, t) => `2024-01-01 ${t},${k % 9 === 4 ? code : write(k)},${k}`));

  test.each(["-9999", "-999.25", "-99999.0", "1e30", "9999", "65535"])(
    "%s apart from all others is found and read as missing",
    async (code) => {
      const { values, tally, codes } = await readLog(withCode(code));
      expect(codes).toContain("import.sentinel");
      expect(values.a![4]).toBeNaN();
      expect(tally.columns[1]!.states[0]).toEqual({ text: String(Number(code)), count: 4 });
    },
  );

  test("an ordinary number that is only far off is kept", async () => {
    const { values, codes } = await readLog(withCode("412.7"));
    expect(codes).not.toContain("import.sentinel");
    expect(values.a![4]).toBe(412.7);
  });

  test("zero is kept however often it stands among large values", async () => {
    const { values, codes } = await readLog(withCode("0", () => "5000"));
    expect(codes).not.toContain("import.sentinel");
    expect(values.a![4]).toBe(0);
  });

  test("a column of nothing else keeps its values, with a word of warning", async () => {
    const { values, codes } = await readLog(lines("time,a,b", ...minutes(20, (k, t) => `2024-01-01 ${t},-9999,${k}`)));
    expect(codes).toContain("import.only-sentinel");
    expect(values.a![0]).toBe(-9999);
  });
});

describe("a file that is no log", () => {
  test.each([
    ["", "import.file-empty"],
    ["\n\n\n", "import.no-table"],
    ["only a few words\nand a few more\n", "import.no-table"],
  ])("%j is refused with a reason", async (text, code) => {
    await expect(readLog(text)).rejects.toMatchObject({ problem: { code } });
  });

  test("a picture is refused with a reason", async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, k) => (k * 7919) % 256);
    await expect(readLog(bytes)).rejects.toMatchObject({ problem: { code: "import.not-text" } });
  });
});
