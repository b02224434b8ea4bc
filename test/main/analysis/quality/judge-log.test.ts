import { describe, expect, test } from "vitest";
import { codes, goodSensor, judged, noise, start } from "./log-of.ts";

const rows = 20_000;
const minute = 60_000;
const others = [2, 3, 4, 5].map((seed) => ({ values: goodSensor(seed, rows) }));
const company = (values: Float64Array, more: { unit?: string } = {}) => judged([{ values, ...more }, ...others]);
const withChange = (change: (values: Float64Array) => void): Float64Array => {
  const values = goodSensor(1, rows);
  change(values);
  return values;
};

describe("a sensor in good order", () => {
  test.each([1, 7, 21, 99])("raises no finding, seed %i", (seed) => {
    const report = company(goodSensor(seed, rows));
    expect(codes(report)).toEqual([]);
    expect(report.tags[0]).toMatchObject({ nature: "signal", coverage: 1, intervalMs: minute, resolution: expect.closeTo(0.01, 9) });
  });

  test("raises none at a thousand samples a second", () => {
    const normal = noise(3);
    const wave = Float64Array.from({ length: 50_000 }, (_, i) => Math.sin(i / 7) * (1 + 0.3 * normal()) + 0.5 * normal() ** 3);
    expect(codes(judged([{ values: wave, unit: "m/s²" }], { stepMs: 1 }))).toEqual([]);
  });

  test("raises none for a machine that starts and stops", () => {
    const normal = noise(4);
    const made = (level: number) =>
      Float64Array.from({ length: rows }, (_, i) => (i % 1440 < 900 ? Math.round(10 * (level + 0.5 * normal())) / 10 : 0));
    expect(codes(judged([{ values: made(80) }, { values: made(50) }, { values: made(10) }]))).toEqual([]);
  });
});

test("however a log is cut into pieces, the same is found", () => {
  const values = withChange((v) => {
    v[4000]! += 15;
    v.fill(20.13, 7000, 7300);
    v.fill(Number.NaN, 9000, 11_000);
  });
  const whole = judged([{ values }, ...others], { cuts: 1 << 30 });
  expect(judged([{ values }, ...others], { cuts: 5 })).toEqual(whole);
  expect(whole.tags[0]!.findings.map(({ code }) => code)).toEqual(["quality.tag.gaps", "quality.tag.stuck", "quality.tag.spikes"]);
});

describe("what a sensor in poor order shows", () => {
  test("three leaps of one sample are three spikes, with the time of the largest", () => {
    const report = company(
      withChange((v) => {
        v[4000]! += 15;
        v[9000]! -= 12;
        v[15_000]! += 11;
      }),
    );
    expect(codes(report)).toEqual(["tag.spikes"]);
    expect(report.tags[0]!.spikes.count).toBe(3);
    expect(report.tags[0]!.findings[0]!.at).toEqual({ from: start + 4000 * minute, to: start + 4000 * minute });
  });

  test("a leap of two samples is one spike, and is not told again as far outside", () => {
    const report = company(withChange((v) => v.fill(500, 4000, 4002)));
    expect(codes(report)).toEqual(["tag.spikes"]);
    expect(report.tags[0]!.spikes.count).toBe(1);
  });

  test("a value held for five hours is stuck, with the stretch", () => {
    const report = company(withChange((v) => v.fill(20.13, 7000, 7300)));
    expect(codes(report)).toEqual(["tag.stuck"]);
    expect(report.tags[0]!.findings[0]!.data.rows).toBeGreaterThanOrEqual(300);
    expect(report.tags[0]!.findings[0]!.at!.from).toBeLessThanOrEqual(start + 7000 * minute);
  });

  test("a slow rise over the whole record is drift, with its slope per day", () => {
    const report = company(
      withChange((v) => {
        for (let i = 0; i < v.length; i++) v[i]! += (1.5 * i * minute) / 86_400_000;
      }),
    );
    expect(codes(report)).toEqual(["tag.drift"]);
    expect(report.tags[0]!.drift!.perDay).toBeCloseTo(1.5, 1);
  });

  test("a level that changes once, alone, is a step, with its moment", () => {
    const report = company(
      withChange((v) => {
        for (let i = 12_000; i < v.length; i++) v[i]! += 20;
      }),
    );
    expect(codes(report)).toEqual(["tag.step"]);
    expect(Math.abs(report.tags[0]!.findings[0]!.at!.from - (start + 12_000 * minute))).toBeLessThan(60 * minute);
  });

  test("tops cut off at one value are saturation", () => {
    const report = company(goodSensor(1, rows).map((v) => Math.min(v, 21.5)));
    expect(codes(report)).toEqual(["tag.saturated"]);
  });

  test("samples below absolute zero and beyond a whole are impossible", () => {
    expect(
      codes(
        company(
          withChange((v) => v.fill(-300, 50, 53)),
          { unit: "degC" },
        ),
      ),
    ).toContain("tag.impossible");
    expect(
      codes(
        company(
          withChange((v) => v.fill(180, 50, 53)),
          { unit: "%" },
        ),
      ),
    ).toContain("tag.impossible");
  });

  test("100.2 % is within an instrument's accuracy, and a load that is often 110 % is no mistake", () => {
    expect(
      codes(
        company(
          withChange((v) => v.fill(100.2, 50, 53)),
          { unit: "%" },
        ),
      ),
    ).not.toContain("tag.impossible");
    expect(
      codes(
        company(
          goodSensor(1, rows).map((v) => v * 5),
          { unit: "%" },
        ),
      ),
    ).not.toContain("tag.impossible");
  });

  test("a sentinel that lasts is far outside", () => {
    const report = company(withChange((v) => v.fill(-9999, 3000, 3010)));
    expect(codes(report)).toEqual(["tag.far-outside"]);
    expect(report.tags[0]!.findings[0]!.data.count).toBe(10);
  });

  test("a tag without any sample, and one that never changes, say so", () => {
    expect(codes(company(new Float64Array(rows).fill(Number.NaN)))).toEqual(["tag.empty"]);
    expect(codes(company(new Float64Array(rows).fill(4)))).toEqual(["tag.constant"]);
    expect(codes(judged([{ values: new Float64Array(5).fill(4) }]))).toEqual([]);
  });

  test("a missing day is the tag's own gap, with its place", () => {
    const report = company(withChange((v) => v.fill(Number.NaN, 3000, 4440)));
    expect(codes(report)).toEqual(["tag.gaps"]);
    expect(report.tags[0]!.findings[0]!.at).toEqual({ from: start + 2999 * minute, to: start + 4440 * minute });
    expect(report.tags[0]!.coverage).toBeCloseTo(1 - 1440 / rows, 3);
  });

  test("texts instead of numbers are told with the commonest", () => {
    const values = withChange((v) => {
      for (let i = 0; i < rows; i += 40) v[i] = Number.NaN;
    });
    const report = judged([
      {
        values,
        states: [
          { text: "Bad", count: 400 },
          { text: "No Data", count: 100 },
        ],
      },
      ...others,
    ]);
    expect(report.tags[0]!.findings.map(({ data }) => data)).toEqual([{ count: 500, percent: 2.5, text: "Bad" }]);
  });

  test("a pace that changes half way is told", () => {
    const values = withChange((v) => {
      for (let i = rows / 2; i < rows; i++) if (i % 10 !== 0) v[i] = Number.NaN;
    });
    const report = company(values);
    expect(codes(report)).toContain("tag.rates");
    expect(report.tags[0]!.rates.map(({ intervalMs }) => intervalMs)).toEqual([minute, 10 * minute]);
  });

  test("a unit told in eight steps only is coarse", () => {
    expect(
      codes(
        company(
          goodSensor(1, rows).map((v) => Math.round(v)),
          { unit: "degC" },
        ),
      ),
    ).toEqual(["tag.coarse"]);
  });
});

describe("what all tags do at one moment", () => {
  const all = [1, 2, 3, 4].map((seed) => goodSensor(seed, rows));
  const together = (change: (values: Float64Array, k: number) => void) =>
    judged(
      all.map((values, k) => {
        const copy = values.slice();
        change(copy, k);
        return { values: copy };
      }),
    );

  test("a step of all is the plant's, not a sensor's", () => {
    const report = together((v, k) => {
      for (let i = 12_000; i < rows; i++) v[i]! += 20 + k;
    });
    expect(report.tags.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("values repeated in all are the logger's, told once", () => {
    const report = together((v) => v.fill(v[6999]!, 7000, 7300));
    expect(codes(report)).toEqual(["log.frozen"]);
    expect(report.tags.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("a leap of all for one sample is told once", () => {
    const report = together((v) => {
      v[5000] = 0;
    });
    expect(codes(report)).toEqual(["log.leaps"]);
    expect(report.tags.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("a gap of the log is told once, not tag by tag", () => {
    const time = Float64Array.from({ length: rows }, (_, i) => start + (i < 9000 ? i : i + 3000) * minute);
    const report = judged(
      all.map((values) => ({ values })),
      { time },
    );
    expect(codes(report)).toEqual(["log.gaps"]);
    expect(report.findings[0]!.at).toEqual({ from: start + 8999 * minute, to: start + 12_000 * minute });
    expect(report.tags.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
