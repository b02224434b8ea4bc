import type { Frame } from "#shared/domain/frame.ts";

/** The runs behind each other, one array per tag; every run has the same tags in the same order. */
export function joined(runs: readonly Frame[]): { tags: string[]; columns: Float64Array[] } {
  const first = runs[0];
  if (!first) return { tags: [], columns: [] };
  const tags = first.columns.map((c) => c.tag);
  if (runs.length === 1) return { tags, columns: first.columns.map((c) => c.values) };
  const rows = runs.reduce((sum, run) => sum + run.time.length, 0);
  const columns = tags.map((tag, j) => {
    const values = new Float64Array(rows);
    let at = 0;
    for (const run of runs) {
      const column = run.columns[j];
      if (column?.tag !== tag) throw new Error(`The runs do not have the same tags: ${tag}, ${column?.tag}.`);
      values.set(column.values, at);
      at += run.time.length;
    }
    return values;
  });
  return { tags, columns };
}
