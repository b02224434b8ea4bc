/**
 * 1 ("on" first) or −1 for every pair, drawn by lot: half of either in all, and in every part of the day or week as nearly half as its
 * number allows (randomised blocks: Box, Hunter & Hunter, Statistics for Experimenters, 2nd ed., 4.2).
 * @param strata [pairs] the part each pair belongs to.
 */
export const drawnOrders = (strata: readonly number[], chance: () => number): Int8Array => orderLot(strata)(chance);

/** The lot itself, to be drawn from many times: every call fills the same array anew. */
export function orderLot(strata: readonly number[]): (chance: () => number) => Int8Array {
  const orders = new Int8Array(strata.length);
  const parts = membersOf(strata);
  const odd = new Array<number>(parts.filter(({ length }) => length % 2 === 1).length);
  return (chance) => {
    let spare = 0;
    for (const members of parts) {
      shuffle(members, chance);
      const even = members.length - (members.length % 2);
      for (let k = 0; k < even; k++) orders[members[k]!] = k % 2 === 0 ? 1 : -1;
      if (even < members.length) odd[spare++] = members[even]!;
    }
    shuffle(odd, chance);
    const first = odd.length % 2 === 1 && chance() < 0.5 ? -1 : 1;
    for (let k = 0; k < odd.length; k++) orders[odd[k]!] = k % 2 === 0 ? first : -first;
    return orders;
  };
}

/** How many orders the lot can draw: with fewer than some dozens, chance alone could never be ruled out. */
export function orderCount(strata: readonly number[]): number {
  let count = 1;
  let odd = 0;
  for (const { length } of membersOf(strata)) {
    count *= choices(length, Math.floor(length / 2));
    odd += length % 2;
  }
  return count * choices(odd, Math.floor(odd / 2)) * (odd % 2 === 1 ? 2 : 1);
}

function membersOf(strata: readonly number[]): number[][] {
  const members = new Map<number, number[]>();
  for (const [pair, part] of strata.entries()) members.set(part, [...(members.get(part) ?? []), pair]);
  return [...members.keys()].sort((a, b) => a - b).map((part) => members.get(part)!);
}

/** Fisher and Yates, as Durstenfeld, Communications of the ACM 7 (1964) 420. */
function shuffle(items: number[], chance: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  }
}

function choices(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return count;
}
