const size = 624;
const middle = 397;

/**
 * Python's `random.seed(SEED)` for a whole number, and of its `random` what the trainer's split needs: the Mersenne Twister
 * with Python's way of seeding and of drawing a number below another.
 */
export class PythonRandom {
  private readonly state = new Uint32Array(size);
  private at = size;

  /** @param seed - a whole number; as in Python its sign is dropped */
  constructor(seed: number | bigint) {
    this.seedWith(wordsOf(BigInt(seed)));
  }

  /** Shuffles the list in place, as `random.shuffle` does. */
  shuffle(list: unknown[]): void {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [list[last], list[other]] = [list[other], list[last]];
    }
  }

  /** A number from 0 to under `count`: as many bits as it has are drawn until they make one. */
  private below(count: number): number {
    const shift = Math.clz32(count);
    let drawn = this.next() >>> shift;
    while (drawn >= count) drawn = this.next() >>> shift;
    return drawn;
  }

  private next(): number {
    if (this.at === size) this.twist();
    let word = this.state[this.at++] ?? 0;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    const word = (at: number) => state[at % size] ?? 0;
    for (let at = 0; at < size; at++) {
      const joined = (word(at) & 0x80000000) | (word(at + 1) & 0x7fffffff);
      state[at] = word(at + middle) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.at = 0;
  }

  private seedWith(words: readonly number[]): void {
    const { state } = this;
    const mixed = (at: number, by: number) => Math.imul((state[at - 1] ?? 0) ^ ((state[at - 1] ?? 0) >>> 30), by);
    state[0] = 19_650_218;
    for (let at = 1; at < size; at++) state[at] = mixed(at, 1_812_433_253) + at;
    let at = 1;
    const step = () => {
      if (++at < size) return;
      state[0] = state[size - 1] ?? 0;
      at = 1;
    };
    for (let round = 0; round < Math.max(size, words.length); round++) {
      const word = round % words.length;
      state[at] = ((state[at] ?? 0) ^ mixed(at, 1_664_525)) + (words[word] ?? 0) + word;
      step();
    }
    for (let round = 1; round < size; round++) {
      state[at] = ((state[at] ?? 0) ^ mixed(at, 1_566_083_941)) - at;
      step();
    }
    state[0] = 0x80000000;
  }
}

/** The number in words of 32 bits, the lowest first; one word for 0. */
function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  let rest = seed < 0n ? -seed : seed;
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}
