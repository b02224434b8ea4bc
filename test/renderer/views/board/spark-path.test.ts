import { expect, test } from "vitest";
import { sparkPath } from "../../../../renderer/views/board/spark-path.ts";

const trend = { from: 0, to: 100, limit: 0.5, time: [0, 25, 50, 75], score: [0.2, 0.4, 0.9, 0.1] };

test("the line runs from left to right, the score from the bottom to the top", () => {
  expect(sparkPath(trend, 100, 12).line).toBe("M0.0 9.0L25.0 7.0L50.0 2.0L75.0 10.0");
});

test("what lies above the limit is drawn down to it", () => {
  const { above, limitY } = sparkPath(trend, 100, 12);
  expect(limitY).toBe(6);
  expect(above).toBe("M50.0 2.0V6.0");
});

test("a stretch without a score breaks the line", () => {
  expect(sparkPath({ ...trend, score: [0.2, null, 0.9, 0.1] }, 100, 12).line.match(/M/g)).toHaveLength(2);
});

test("a trend without any score draws nothing", () => {
  expect(sparkPath({ ...trend, time: [], score: [] }, 100, 12)).toMatchObject({ line: "", above: "" });
});
