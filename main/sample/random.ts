/** A stream of chance. */
export interface Random {
  /** 0 ≤ u < 1, 32 bits. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/**
 * A stream of its own for each purpose, so that drawing more for one thing leaves every other thing as it was.
 * Generator: sfc32 (C. Doty-Humphrey, PractRand). Seeding: FNV-1a over the text. Normals: Box and Muller,
 * Ann. Math. Stat. 29 (1958) 610–611.
 */
export function random(seed: number, purpose: string): Random {
  let a = fnv1a(`${seed}/${purpose}/a`);
  let b = fnv1a(`${seed}/${purpose}/b`);
  let c = fnv1a(`${seed}/${purpose}/c`);
  let counter = 1;
  let spare = Number.NaN;

  function uniform(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  // The first draws still resemble the seed; the generator's author discards twelve.
  for (let k = 0; k < 12; k++) uniform();
  return { uniform, normal };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}
