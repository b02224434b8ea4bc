import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toProblem } from "#shared/domain/problem.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { defaultStart } from "../../../../main/importing/clock/row-clock.ts";
import { fortranNumber, numbers } from "../../../../main/importing/recordings/uff/uff-header.ts";
import { uffReader } from "../../../../main/importing/recordings/uff/uff-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { referenceData } from "../../../data/reference.ts";
import { memorySource } from "../memory-source.ts";
import { openAndRead, readRecording } from "./read-recording.ts";
import { delimiter, type UffSet, uffSet } from "./uff-file.ts";

const source = (...parts: (string | Uint8Array)[]) => memorySource(Buffer.concat(parts.map((p) => Buffer.from(p))), "run.uff");
const readSets = (...sets: UffSet[]) => openAndRead(uffReader, source(...sets.map(uffSet)));
const few = [1, -2.5, 0, 1e-9, -1e12, 0.125, 7];
const pairs = few.map((v, k) => [v, k] as [number, number]);
const uneven = [0, 0.5, 0.75, 1, 2, 4, 8];

describe("values of a function over time", () => {
  const forms = [
    { name: "text", binary: undefined },
    { name: "little-endian binary", binary: {} },
    { name: "big-endian binary", binary: { big: true } },
  ];
  const cases = forms.flatMap(({ name, binary }) => [false, true].map((double) => ({ name, double, ...(binary ? { binary } : {}) })));

  test.each(cases)("in $name, double: $double, are read at their rate", async ({ double, ...more }) => {
    const set = { ...("binary" in more ? { binary: more.binary } : {}), double, values: few, step: 0.01 };
    const { values, time, described } = await readSets(set);
    expect(values.ch).toEqual(double || !("binary" in more) ? few : few.map(Math.fround));
    expect(time.map((at) => at - defaultStart)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(described.plan.columns[0]!.unit).toBe("m/s^2");
    expect(described.facts!.first58).toMatchObject({ func_type: 1, n: 7, complex: false, abscissa_inc: 0.01, ordinate_unit: "m/s^2" });
  });

  test.each(cases)("in $name, double: $double, with an uneven abscissa have a column of time", async ({ double, ...more }) => {
    const set = { ...("binary" in more ? { binary: more.binary } : {}), double, values: few, abscissa: uneven };
    const { values, time, described } = await readSets(set);
    expect(values.ch).toEqual(double || !("binary" in more) ? few : few.map(Math.fround));
    expect(time.map((at) => (at - defaultStart) / 1000)).toEqual(uneven);
    expect(described.plan.columns[0]).toMatchObject({ header: "Time", unit: "s", kind: "time" });
  });

  test.each(cases)("in $name, double: $double, that are complex are two columns", async ({ double, ...more }) => {
    const set = { ...("binary" in more ? { binary: more.binary } : {}), ids: ["Z"], double, values: pairs };
    for (const each of [set, { ...set, abscissa: uneven }]) {
      const { values } = await readSets(each);
      expect(values["Z.im"]).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(values["Z.re"]).toEqual(double || !("binary" in more) ? few : few.map(Math.fround));
    }
  });

  test("of double precision may stand beside an abscissa of single precision", async () => {
    const { values, time } = await readSets({ double: true, values: few, abscissa: uneven, binary: { shortAbscissa: true } });
    expect(values.ch).toEqual(few);
    expect(time.map((at) => (at - defaultStart) / 1000)).toEqual(uneven);
  });

  test("of many lines are read over many parts", async () => {
    const draw = random(11);
    const many = Array.from({ length: 70_000 }, () => Number((draw() * 2 - 1).toExponential(5)));
    const { values } = await readSets({ values: many });
    expect(values.ch).toEqual(many);
  });
});

describe("numbers of Fortran", () => {
  test("stand side by side without a blank where they are negative", async () => {
    expect(
      (await readSets({ values: [-1, -2, -3], write: (v) => v.toExponential(5).replace(/e([+-])(\d)$/, "E$10$2") })).values.ch,
    ).toEqual([-1, -2, -3]);
  });

  test("may have D for E, and no letter at all before an exponent of three digits", async () => {
    expect(fortranNumber("1.5D+03")).toBe(1500);
    expect(fortranNumber("-1.5-103")).toBe(-1.5e-103);
    expect(numbers("-1.00000+100-2.00000E+00 3")).toEqual([-1e100, -2, 3]);
    const written = ["1.25000D+01", "-1.25000-101", "-2.00000E+00"];
    let k = 0;
    const { values } = await readSets({ double: true, values: [0, 0, 0], write: () => written[k++]!.padStart(k === 1 ? 13 : 12) });
    expect(values.ch).toEqual([12.5, -1.25e-101, -2]);
  });

  test("may stand any number to a line", async () => {
    for (const perLine of [1, 2, 5, 80]) expect((await readSets({ values: few, perLine })).values.ch).toEqual(few);
  });
});

describe("the head of a function", () => {
  test("is read in the encoding it is written in", async () => {
    for (const encoding of ["utf8", "latin1"] as const) {
      const set = Buffer.from(
        uffSet({ ids: ["@"], values: few, ordinateUnit: "~C" })
          .toString()
          .replace("@", "Gehäuse Öl")
          .replace("~", "°"),
        encoding,
      );
      const { values, described } = await openAndRead(uffReader, source(set));
      expect(values["Gehäuse Öl"]).toEqual(few);
      expect(described.plan.columns[0]!.unit).toBe("°C");
    }
  });

  test("is told as it stands, also where it says NONE", async () => {
    const { described } = await readSets({ ids: ["NONE", "B"], values: few, ordinateUnit: "NONE" });
    expect(described.facts!.first58).toMatchObject({ id1: "NONE", id2: "B", ordinate_unit: "NONE" });
    expect(described.plan.columns[0]).toMatchObject({ tag: "1:+Z", unit: "" });
  });
});

describe("the clock", () => {
  test("begins at the date of the third identification line plus the first abscissa", async () => {
    const { time, codes } = await readSets({ ids: ["a", "b", "18-Apr-16 13:49:58"], values: few, min: -0.5 });
    expect(time[0]).toBe(Date.UTC(2016, 3, 18, 13, 49, 57, 500));
    expect(codes).toContain("import.zone-assumed");
  });

  test("of a text that is no date begins at the default start", async () => {
    expect((await readSets({ ids: ["a", "b", "32-Foo-16 13:49:58"], values: few })).codes).toContain("import.no-date");
  });

  test("counts in the unit of the abscissa", async () => {
    const { time } = await readSets({ values: few, abscissaUnit: "ms", step: 2 });
    expect(time[1]! - time[0]!).toBe(2);
    const other = await readSets({ values: few, abscissa: uneven, abscissaUnit: "min" });
    expect(other.time[1]! - other.time[0]!).toBe(30_000);
  });
});

describe("several functions", () => {
  const plain = [1, 2, 3, 4, 5, 6, 7];
  const at = (node: number, more: Partial<UffSet> = {}): UffSet => ({ ids: ["Run up"], node, values: plain.map((v) => v + node), ...more });

  test("with the same points are channels of one table, told apart by where they were measured", async () => {
    const { values, described } = await readSets(at(1), at(2, { direction: -2 }), at(3, { binary: {}, double: true }));
    expect(Object.keys(values)).toEqual(["1:+Z", "2:-Y", "3:+Z"]);
    expect(values["3:+Z"]).toEqual(plain.map((v) => v + 3));
    expect(described.beside).toEqual([]);
    expect(described.facts!.set_types).toEqual({ 58: 3 });
  });

  test("with other points, rates or dates are tables of their own, the largest first", async () => {
    const reader = uffReader;
    const file = source(
      ...[at(1), at(2, { step: 0.5 }), at(3, { values: [1, 2, 3, 4, 5, 6, 7, 8] }), at(4, { abscissa: uneven })].map(uffSet),
    );
    const { plan, beside } = await reader.describe(file);
    expect(plan.clock).toMatchObject({ source: "columns" });
    expect([plan, ...beside].map((p) => p.table)).toEqual(["Run up_4", "Run up_3", "Run up", "Run up_2"]);
    const other = beside[2]!;
    expect(other.clock).toMatchObject({ stepMs: 500 });
    expect((await readRecording(reader, [file], other)).values["Run up"]).toEqual(plain.map((v) => v + 2));
  });

  test("named each by its first line go by that name", async () => {
    const { values } = await readSets(at(1, { ids: ["Inlet"] }), at(1, { ids: ["Outlet"] }));
    expect(Object.keys(values)).toEqual(["Inlet", "Outlet"]);
  });
});

describe("functions that do not go over time", () => {
  test("have their abscissa as a column, the unit of a quotient, and a warning", async () => {
    const frf = { functionType: 4, abscissaKind: 18, abscissaUnit: "Hz", step: 2.5, min: 5, values: pairs, denominatorUnit: "N" };
    const { values, described, codes } = await readSets({ ...frf, node: 1 }, { ...frf, node: 2 });
    expect(described.plan.columns.map((c) => [c.tag, c.unit])).toEqual([
      ["Time", "Hz"],
      ["1:+Z.re", "m/s^2/N"],
      ["1:+Z.im", "m/s^2/N"],
      ["2:+Z.re", "m/s^2/N"],
      ["2:+Z.im", "m/s^2/N"],
    ]);
    expect(values.Time).toEqual([5, 7.5, 10, 12.5, 15, 17.5, 20]);
    expect(new Set(codes)).toEqual(new Set(["import.uff-spectra"]));
    expect((await readSets({ ...frf, abscissa: uneven })).values.Time).toEqual(uneven);
  });
});

describe("other data sets", () => {
  const geometry = `${delimiter}    15\n         1         0         0         8  0.0000E+00  0.0000E+00  0.0000E+00\n        -1         0         0         8\n${delimiter}`;
  const header = "    -1                    \n   151                    \nModel\nNONE\n    -1                    \n";

  test("are counted, and read past", async () => {
    const { values, described } = await openAndRead(uffReader, source(header, geometry, geometry, uffSet({ values: few })));
    expect(described.facts!.set_types).toEqual({ 15: 2, 58: 1, 151: 1 });
    expect(values.ch).toEqual(few);
  });

  test("alone make a file without channels, which says what is inside", async () => {
    const { described } = await openAndRead(uffReader, source(header, geometry, geometry));
    expect(described.plan.columns).toEqual([]);
    expect(described.findings[0]).toMatchObject({ code: "import.no-channels", data: { inside: "151 (1), 15 (2)" } });
  });

  test("begin files that are found by their first lines", () => {
    const id = (text: string) => readerFor(Buffer.from(text), "x.dat")?.id;
    expect(id(geometry)).toBe("uff");
    expect(id(`\n\n${uffSet({ values: few, binary: {} }).toString("latin1")}`)).toBe("uff");
    expect(id(`${delimiter}${uffSet({ values: few }).toString()}`)).toBe("uff");
    expect(id("-1\n58\n-1\n59\n-1\n58\n")).toBe("delimited-text");
  });
});

describe("binary sets", () => {
  const bytes = few.flatMap(() => [10, 32]); // values full of line ends are no lines

  test("may hold anything among their bytes, also what looks like a delimiter", async () => {
    const hostile = Buffer.from("\n    -1\n    58\n  ").readDoubleLE(0);
    const other = Buffer.from("-1\n   \n\n").readDoubleLE(0);
    const values = [hostile, other, ...bytes];
    for (const glued of [false, true]) {
      const read = await readSets({ double: true, values, binary: { glued } }, { ids: ["b"], step: 9, values: few });
      expect(Object.values(read.values)[0]).toEqual(values);
      expect(read.described.facts!.set_types).toEqual({ 58: 2 });
    }
  });

  test("are as long as their points need where the head says nothing of bytes, or something wrong", async () => {
    for (const told of [0, 5, 1e9]) {
      const { values, described } = await readSets(
        { double: true, values: few, binary: { told } },
        { ids: ["b"], step: 9, values: few.slice(1) },
      );
      expect(Object.values(values)[0]).toEqual(few);
      expect(described.beside).toHaveLength(1);
    }
  });

  test("are read in the precision that fills them, where it is not the one the head says", async () => {
    for (const double of [false, true]) {
      const set = uffSet({ double, values: [1, 2.5, -3], binary: { glued: true } });
      const type = double ? "         4" : "         2";
      const at = set.indexOf(`\n${type}         3`) + 1;
      const claimed = Buffer.concat([set.subarray(0, at), Buffer.from(double ? "         2" : "         4"), set.subarray(at + 10)]);
      for (const told of [String(double ? 24 : 12), String(double ? 12 : 24)]) {
        const head = claimed.indexOf(`          ${double ? 24 : 12} `);
        const wrong = Buffer.concat([claimed.subarray(0, head), Buffer.from(told.padStart(12)), claimed.subarray(head + 12)]);
        const { values } = await openAndRead(uffReader, source(wrong, uffSet({ ids: ["b"], values: few })));
        expect(Object.values(values)).toContainEqual(few);
        const both = await uffReader.describe(source(wrong, uffSet({ ids: ["b"], values: few })));
        expect((await readRecording(uffReader, [source(wrong, uffSet({ ids: ["b"], values: few }))], both.beside[0]!)).values.ch).toEqual([
          1, 2.5, -3,
        ]);
      }
    }
  });

  test("of VAX and IBM are left out with a word, and the others are read", async () => {
    const { values, codes } = await readSets(
      { values: few, binary: { format: 1 } },
      { values: few, binary: { format: 3 } },
      { values: few },
    );
    expect(Object.values(values)).toEqual([few]);
    expect(codes).toContain("import.uff-foreign");
  });
});

describe("a damaged file", () => {
  test("that ends early gives the points that are whole, and says how many there should be", async () => {
    for (const binary of [undefined, {}]) {
      const whole = uffSet({ double: true, values: few, ...(binary ? { binary } : { perLine: 1 }) });
      const cut = binary ? whole.subarray(0, whole.length - 8 - 3 * 8 - 2) : whole.subarray(0, whole.length - 7 - 3 * 21 - 4);
      const { values, described } = await openAndRead(uffReader, source(cut));
      expect(values.ch).toEqual(few.slice(0, 3));
      expect(described.findings).toContainEqual(
        expect.objectContaining({ code: "import.recording-cut", data: { file: "run.uff", rows: 3, expected: 7 } }),
      );
    }
  });

  test("that promises more points than it has memory for gives what is there", async () => {
    for (const binary of [undefined, {}]) {
      const { values } = await readSets({ values: few, points: 4_000_000_000, ...(binary ? { binary } : {}) });
      expect(values.ch!.slice(0, 3)).toEqual(few.slice(0, 3));
      expect(values.ch!.length).toBeLessThanOrEqual(8);
    }
  });

  test("with a head nobody can read loses that set alone", async () => {
    const broken = uffSet({ values: few }).toString().replace("         2         7", "         x         y");
    const { values, codes } = await openAndRead(uffReader, source(broken, uffSet({ values: few })));
    expect(values.ch).toEqual(few);
    expect(codes).toContain("import.uff-unreadable");
  });

  test("never brings the reader down, whatever its bytes", { timeout: 60_000 }, async () => {
    const draw = random(5);
    const frf: UffSet = { functionType: 4, abscissaKind: 18, values: pairs, binary: { big: true }, double: true, abscissa: uneven };
    const samples = [
      Buffer.concat([uffSet({ values: few }), uffSet({ ...frf, ids: ["frf"] })]),
      uffSet({ values: pairs, abscissa: uneven }),
      uffSet({ values: few, binary: {} }),
    ];
    let tried = 0;
    const hold = async (bytes: Uint8Array): Promise<void> => {
      tried++;
      try {
        const { time, tally } = await openAndRead(uffReader, memorySource(bytes, "a.uff"));
        expect(tally.rows).toBe(time.length);
        expect(tally.rows).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect(toProblem(error).code).toMatch(/^import\./);
      }
    };
    const spices = ["", "9999999999", "-1", "\n", "    -1\n", "0", "b", " ", "e", "\u0000", "NaN", "58"];
    for (const bytes of samples) {
      for (let length = 0; length < bytes.length; length += 2) await hold(bytes.subarray(0, length));
      for (let n = 0; n < 700; n++) {
        const at = Math.floor(draw() * bytes.length);
        const spice = Buffer.from(spices[Math.floor(draw() * spices.length)]!);
        await hold(Buffer.concat([bytes.subarray(0, at), spice, bytes.subarray(at + Math.floor(draw() * 12))]));
      }
    }
    expect(tried).toBeGreaterThan(3000);
  });
});

const facts = referenceData("formats/EXPECTED.json");

describe.skipIf(!facts)("the facts of the reference files", () => {
  const expected = facts ? (JSON.parse(readFileSync(facts, "utf8")) as Record<string, Record<string, unknown>>) : {};
  test.each(Object.keys(expected).filter((name) => name.startsWith("uff/")))("%s", async (name) => {
    const { described, tally } = await openAndRead(uffReader, memorySource(readFileSync(referenceData(`formats/${name}`)!), name));
    const { set_types, first58 } = expected[name] as { set_types: object; first58?: { absmax: number } };
    expect(described.facts!.set_types).toEqual(set_types);
    if (!first58) return;
    const { absmax, ...told } = first58;
    expect(described.facts!.first58).toMatchObject(told);
    expect(Math.max(-tally.columns[0]!.min!, tally.columns[0]!.max!)).toBe(absmax);
  });
});
