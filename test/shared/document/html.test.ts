import { expect, test } from "vitest";
import { Block } from "#shared/document/block.ts";
import { documentHtml } from "#shared/document/html.ts";

const hour = 3_600_000;
const lines = (value: (number | null)[], rest: object = {}) =>
  Block.parse({
    kind: "chart",
    caption: "c",
    chart: {
      kind: "lines",
      from: 0,
      to: 4 * hour,
      lines: [{ name: "flow", unit: "m3/h", time: [0, hour, 2 * hour, 3 * hour], value, ...rest }],
    },
  });
const pathsOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<path class="${name}[^"]*" d="([^"]*)"`, "g"))].map((m) => m[1]!);

test("text that looks like markup is shown, not run", () => {
  const nasty = `</title><script>alert("1")</script>`;
  const html = documentHtml(nasty, "en", [
    { kind: "paragraph", text: nasty },
    { kind: "table", caption: nasty, columns: [{ label: nasty, unit: nasty, align: "left" }], rows: [[nasty, { value: 1, text: nasty }]] },
    { kind: "finding", finding: { code: "a.b", severity: "warning", message: "", data: {} }, text: nasty },
  ]);
  expect(html).not.toContain("<script");
  expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(6);
});

test("the document needs nothing from outside itself", () => {
  const html = documentHtml("Report", "zh", [lines([1, 2, 3, 4])]);
  expect(html).toContain('lang="zh-CN"');
  expect(html).not.toMatch(/\b(src|href|url|import)\b\s*[=(]/);
});

test("a gap breaks the line and a lone sample still starts a stroke", () => {
  const [path] = pathsOf(documentHtml("r", "en", [lines([1, null, 3, 4])]), "line");
  expect(path!.match(/M/g)).toHaveLength(2);
  expect(path!.match(/L/g)).toHaveLength(1);
});

test("a gap splits the band into closed shapes", () => {
  const block = lines([1, null, 3, 4], { low: [0, null, 2, 3], high: [2, null, 4, 5] });
  const [band] = pathsOf(documentHtml("r", "en", [block]), "band");
  expect(band!.match(/Z/g)).toHaveLength(2);
  expect(band).not.toContain("NaN");
});

test("a chart without a single number is drawn empty, without NaN", () => {
  const html = documentHtml("r", "en", [lines([null, null, null, null])]);
  expect(html).toContain("<svg");
  expect(html).not.toContain("NaN");
});

test("a mark outside the chart's time is left out, one that is cut keeps to the plot", () => {
  const block = Block.parse({
    kind: "chart",
    caption: "c",
    chart: {
      kind: "lines",
      from: 0,
      to: 10,
      lines: [{ name: "a", unit: "", time: [0, 10], value: [1, 2] }],
      marks: [
        { from: 20, to: 30, tone: "alert" },
        { from: -50, to: 5, tone: "fault" },
      ],
    },
  });
  const marks = [...documentHtml("r", "en", [block]).matchAll(/class="mark (\w+)" x="([\d.]+)"/g)];
  expect(marks.map((m) => [m[1], m[2]])).toEqual([["fault", "58"]]);
});

test("a loss and a gain are told apart by their side of zero and by their colour", () => {
  const block = Block.parse({
    kind: "chart",
    caption: "c",
    chart: { kind: "bars", from: 0, to: 2 * hour, unit: "%", stepMs: hour, time: [0, hour], value: [2, -1] },
  });
  const html = documentHtml("r", "en", [block]);
  const bar = (name: string) =>
    /y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/
      .exec(html.slice(html.indexOf(`class="${name}"`)))!
      .slice(1)
      .map(Number);
  const [lossTop, lossHeight] = bar("loss") as [number, number];
  const [gainTop] = bar("gain") as [number, number];
  expect(lossTop + lossHeight).toBeCloseTo(gainTop, 0);
});
