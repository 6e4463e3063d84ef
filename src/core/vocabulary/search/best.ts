/** Keeps the smallest of many numbers, each once. Entries are ordered by how common they are: the smallest are the best. */
export class Best {
  /** A heap with the largest on top. */
  readonly #heap: number[] = [];
  readonly #inside = new Set<number>();

  /** @param most how many are kept @param accepts says whether an entry may be suggested at all */
  constructor(
    readonly most: number,
    readonly accepts: (entry: number) => boolean,
  ) {}

  /** Would an entry be kept? */
  wants(entry: number): boolean {
    return this.#heap.length < this.most || entry < (this.#heap[0] ?? 0);
  }

  add(entry: number): void {
    if (!this.wants(entry) || this.#inside.has(entry) || !this.accepts(entry)) return;
    this.#inside.add(entry);
    const heap = this.#heap;
    if (heap.length >= this.most) {
      this.#inside.delete(heap[0] ?? 0);
      heap[0] = entry;
      this.#sink();
      return;
    }
    heap.push(entry);
    for (let at = heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if ((heap[above] ?? 0) >= (heap[at] ?? 0)) break;
      [heap[above], heap[at]] = [heap[at] ?? 0, heap[above] ?? 0];
      at = above;
    }
  }

  get size(): number {
    return this.#heap.length;
  }

  /** Ascending. */
  list(): number[] {
    return [...this.#heap].sort((a, b) => a - b);
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const larger = (heap[left + 1] ?? -1) > (heap[left] ?? -1) ? left + 1 : left;
      if (larger >= heap.length || (heap[larger] ?? 0) <= (heap[at] ?? 0)) return;
      [heap[larger], heap[at]] = [heap[at] ?? 0, heap[larger] ?? 0];
      at = larger;
    }
  }
}
