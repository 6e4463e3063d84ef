/**
 * Divides a width as LyCORIS does for LoKr and Diag-OFT, smaller part first: by `factor` where it divides it, else into the two
 * parts nearest to each other of which the smaller is not over it.
 *
 * @param factor - -1: no limit
 * @example twoFactors(1280, -1) // [32, 40]
 */
export function twoFactors(width: number, factor: number): [number, number] {
  if (factor > 0 && width % factor === 0) return ordered(factor, width / factor);
  const most = factor < 0 ? width : factor;
  let [small, large] = [1, width];
  while (small < large) {
    let next = small + 1;
    while (width % next !== 0) next++;
    const other = width / next;
    if (next + other > small + large || next > most) break;
    [small, large] = [next, other];
  }
  return ordered(small, large);
}

/**
 * Divides a width as LyCORIS does for BOFT: into blocks of an even size, not over `most`, whose number is a power of two.
 *
 * @returns size and number of the blocks; null where it cannot be divided, at which LyCORIS stops
 */
export function powerOfTwoBlocks(width: number, most: number): [number, number] | null {
  let found: [number, number] | null = null;
  for (let size = 2; size <= Math.min(most, width); size += 2) {
    const count = width / size;
    if (Number.isInteger(count) && Number.isInteger(Math.log2(count))) found = [size, count];
  }
  return found;
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
