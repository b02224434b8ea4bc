/** Centres of clusters as `similarityMemory` finds them, every row against every centre. */
export function similarityMemory(columns: readonly Float64Array[], vectors: number): Float64Array {
  const rows = Array.from(columns[0]!, (_, i) => columns.map((column) => column[i]!));
  let centres = Array.from({ length: vectors }, (_, v) => rows[Math.floor((v * rows.length) / vectors)]!);
  for (let round = 0; round < 5; round++) {
    const members: number[][][] = centres.map(() => []);
    for (const row of rows) {
      const squares = centres.map((centre) => centre.reduce((sum, c, j) => sum + (row[j]! - c) ** 2, 0));
      members[squares.indexOf(Math.min(...squares))]!.push(row);
    }
    centres = centres.map((centre, v) =>
      members[v]!.length === 0 ? centre : centre.map((_, j) => members[v]!.reduce((sum, row) => sum + row[j]!, 0) / members[v]!.length),
    );
  }
  return Float64Array.from(centres.flat());
}
