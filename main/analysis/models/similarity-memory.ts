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
  // Where a row begins its search: its cluster of the round before, at first the centre that is nearest in time.
  const cluster = Int32Array.from({ length: rows }, (_, i) => Math.floor((i * count) / rows));
  for (let round = 0; round < rounds; round++) {
    tick();
    const sums = new Float64Array(count * tags);
    const members = new Int32Array(count);
    const apart = squaresApart(centres, tags);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < tags; j++) row[j] = columns[j]![i]!;
      const v = nearestOf(centres, apart, row, cluster[i]!);
      cluster[i] = v;
      members[v]!++;
      for (let j = 0; j < tags; j++) sums[v * tags + j]! += row[j]!;
    }
    // A centre that lost all its rows stays where it was.
    for (let v = 0; v < count; v++)
      if (members[v]! > 0) for (let j = 0; j < tags; j++) centres[v * tags + j] = sums[v * tags + j]! / members[v]!;
  }
  return centres;
}

// Above the rounding of the distances that are compared.
const margin = 1 + 1e-9;

/**
 * The nearest centre, the first of those equally near. A centre more than twice as far from the best one as the row is cannot be nearer
 * (Elkan, Proc. 20th ICML (2003) 147–153). @param apart as `squaresApart` gives it. @param guess where the search begins; does not change the answer.
 */
function nearestOf(centres: Float64Array, apart: Float64Array, row: Float64Array, guess: number): number {
  const tags = row.length;
  const count = centres.length / tags;
  let best = guess;
  let least = 0;
  for (let j = 0; j < tags; j++) least += (row[j]! - centres[guess * tags + j]!) ** 2;
  let reach = 4 * least * margin;
  for (let v = 0; v < count; v++) {
    if (v === best || apart[best * count + v]! > reach) continue;
    let square = 0;
    for (let j = 0, at = v * tags; j < tags && square <= least; j++, at++) square += (row[j]! - centres[at]!) ** 2;
    if (square < least || (square === least && v < best)) {
      least = square;
      best = v;
      reach = 4 * least * margin;
    }
  }
  return best;
}

/** [centres × centres] squared distances. */
function squaresApart(centres: Float64Array, tags: number): Float64Array {
  const count = centres.length / tags;
  const apart = new Float64Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      let square = 0;
      for (let j = 0; j < tags; j++) square += (centres[a * tags + j]! - centres[b * tags + j]!) ** 2;
      apart[a * count + b] = apart[b * count + a] = square;
    }
  return apart;
}
