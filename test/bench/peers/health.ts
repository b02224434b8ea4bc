import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface HealthPeers {
  /**
   * `scores`: of all rows by a usual forest of 100 trees; `many`: of every hundredth row by a forest of 3,000 trees grown on these. `withItself`: rank correlation
   * of two forests of 3,000 trees that differ by their seed only; `withItselfUsual`: of two of 100.
   */
  readonly isolationForest: {
    seconds: number;
    peer: string;
    withItself: number;
    withItselfUsual: number;
    scores: Float64Array;
    many: Float64Array;
  };
  readonly pca: { seconds: number; peer: string };
}

/** Runs the peers on the columns; a text instead says why they could not run. */
export function healthPeers(columns: readonly Float64Array[], rows: number): HealthPeers | string {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const matrix = new Float32Array(rows * columns.length);
    columns.forEach((column, j) => {
      for (let i = 0; i < rows; i++) matrix[i * columns.length + j] = column[i]!;
    });
    const data = join(folder, "X.f32");
    const scores = join(folder, "scores.f64");
    writeFileSync(data, matrix);
    const script = join(import.meta.dirname, "health.py");
    // A Python in front of the system's own often lacks the packages the system has.
    for (const python of [process.env.PYTHON, "python3", "/usr/bin/python3"]) {
      if (!python || spawnSync(python, ["-c", "import numpy, sklearn"]).status !== 0) continue;
      const run = spawnSync(python, [script, data, String(rows), String(columns.length), scores], { encoding: "utf8" });
      if (run.status !== 0) return `the peers failed: ${run.stderr.trim().split("\n").at(-1)}`;
      const figures = JSON.parse(run.stdout);
      const bytes = readFileSync(scores);
      return {
        isolationForest: {
          ...figures.isolationForest,
          scores: new Float64Array(bytes.buffer, bytes.byteOffset, rows),
          many: new Float64Array(bytes.buffer, bytes.byteOffset + 8 * rows),
        },
        pca: figures.pca,
      };
    }
    return "no Python with numpy and scikit-learn was found";
  } finally {
    rmSync(folder, { recursive: true });
  }
}
