const rounds = 5; // centres of so few rounds lie where many rounds would put them, within the spread of the rows

/**
 * The rows that stand for all others: centres of as many clusters of rows (k-means; Lloyd, IEEE Trans. Inf. Theory 28 (1982) 129–137),
 * begun with rows evenly spread over time, so that the same rows give the same memory.
 * @param columns [tags][rows] without NaN, on one scale. @param vectors at most that many; never more than there are rows.
 * @returns [vectors × tags].
 */
export function similarityMemory(columns: readonly Float64Array[], vectors: number, tick: () => void): Float64Array {
  const tags = columns.length;
  const rows = columns[0]?.length ?? 0;
  const count = Math.min(vectors, rows);
  const centres = new Float64Array(count * tags);
  for (let v = 0; v < count; v++) for (let j = 0; j < tags; j++) centres[v * tags + j] = columns[j]![Math.floor((v * rows) / count)]!;
  if (count === rows) return centres;
  const row = new Float64Array(tags);
  for (let round = 0; round < rounds; round++) {
    tick();
    const sums = new Float64Array(count * tags);
    const members = new Int32Array(count);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < tags; j++) row[j] = columns[j]![i]!;
      const v = nearestOf(centres, row);
      members[v]!++;
      for (let j = 0; j < tags; j++) sums[v * tags + j]! += row[j]!;
    }
    // A centre that lost all its rows stays where it was.
    for (let v = 0; v < count; v++)
      if (members[v]! > 0) for (let j = 0; j < tags; j++) centres[v * tags + j] = sums[v * tags + j]! / members[v]!;
  }
  return centres;
}

function nearestOf(centres: Float64Array, row: Float64Array): number {
  const tags = row.length;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let v = 0, at = 0; at < centres.length; v++, at += tags) {
    let square = 0;
    for (let j = 0; j < tags && square < least; j++) square += (row[j]! - centres[at + j]!) ** 2;
    if (square < least) {
      least = square;
      best = v;
    }
  }
  return best;
}
