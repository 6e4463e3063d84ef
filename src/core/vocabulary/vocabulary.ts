import { flag } from './index/build.js';
import type { Arrays } from './index/layout.js';
import { compareBytes } from './index/words.js';
import { categories, type Category, type Site } from './model.js';
import { nameKey } from './names.js';

const encoder = new TextEncoder();

/**
 * The names of one site, as their index has them. An entry is a number, the most common name being 0. All look-ups take
 * a name in any spelling.
 */
export class Vocabulary {
  readonly #bytes: Buffer;
  readonly #found = new Map<string, number>();
  readonly #closures = new Map<number, Uint32Array>();
  readonly #steps = new Map<number, number>();

  constructor(
    readonly site: Site,
    readonly arrays: Arrays,
  ) {
    const { text } = arrays;
    this.#bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  }

  /** How many entries there are, aliases included. */
  get size(): number {
    return this.arrays.category.length;
  }

  /** The entry of a name, which may be an alias; -1 when it is not known. Remembered, as captions repeat theirs. */
  find(tag: string): number {
    const known = this.#found.get(tag);
    if (known !== undefined) return known;
    const entry = this.#search(encoder.encode(nameKey(tag)));
    if (this.#found.size >= 100_000) this.#found.clear();
    this.#found.set(tag, entry);
    return entry;
  }

  /** The entry that a name stands for, its aliases resolved; -1 when it is not known. */
  canonical(tag: string): number {
    const entry = this.find(tag);
    return entry < 0 ? -1 : (this.arrays.target[entry] ?? entry);
  }

  /** The name of an entry, as the site writes it. */
  name(entry: number): string {
    const { start } = this.arrays;
    return this.#bytes.toString('utf8', start[entry] ?? 0, (start[entry + 1] ?? 1) - 1);
  }

  category(entry: number): Category {
    return categories[this.arrays.category[entry] ?? 0] ?? 'general';
  }

  /** How many posts the site had with it; null where its list did not say. */
  posts(entry: number): number | null {
    const posts = this.arrays.posts[entry] ?? 0;
    return posts === 0 ? null : posts - 1;
  }

  /** What an entry stands for: itself when it is no alias. */
  target(entry: number): number {
    return this.arrays.target[entry] ?? entry;
  }

  isAlias(entry: number): boolean {
    return this.#has(entry, flag.alias);
  }

  isAdult(entry: number): boolean {
    return this.#has(entry, flag.adult);
  }

  isShipped(entry: number): boolean {
    return this.#has(entry, flag.shipped);
  }

  /** A name of the site's own that it uses: not only spoken of by a relation, not retired, not invalid. */
  isInUse(entry: number): boolean {
    return entry >= 0 && !this.#has(entry, flag.quiet) && !this.#has(entry, flag.alias);
  }

  /** What an entry implies directly. */
  implies(entry: number): Uint32Array {
    const { impliedFrom, implied } = this.arrays;
    return implied.subarray(impliedFrom[entry], impliedFrom[entry + 1]);
  }

  /** All that an entry implies, direct or not, without itself; circles are followed once. Remembered. */
  closure(entry: number): Uint32Array {
    let closure = this.#closures.get(entry);
    if (!closure) {
      const seen = new Set<number>([entry]);
      const open = [entry];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const next of this.implies(at)) {
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
      }
      seen.delete(entry);
      this.#closures.set(entry, (closure = Uint32Array.from(seen)));
    }
    return closure;
  }

  /** The shortest way by which one entry implies another, both ends included; null when it does not. */
  path(from: number, to: number): number[] | null {
    const before = new Map<number, number>([[from, -1]]);
    const open = [from];
    for (const at of open) {
      for (const next of this.implies(at)) {
        if (before.has(next)) continue;
        before.set(next, at);
        open.push(next);
      }
      if (before.has(to)) break;
    }
    if (from === to || !before.has(to)) return null;
    const path: number[] = [];
    for (let at = to; at >= 0; at = before.get(at) ?? -1) path.unshift(at);
    return path;
  }

  /** How many steps {@link path} takes; Infinity when there is no way. Remembered. */
  steps(from: number, to: number): number {
    const key = from * this.size + to;
    let steps = this.#steps.get(key);
    if (steps === undefined) {
      const path = this.path(from, to);
      if (this.#steps.size >= 200_000) this.#steps.clear();
      this.#steps.set(key, (steps = path ? path.length - 1 : Infinity));
    }
    return steps;
  }

  #search(key: Uint8Array): number {
    const { text, start, sorted } = this.arrays;
    let [low, high] = [0, sorted.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const entry = sorted[middle] ?? 0;
      const order = compareBytes(text, start[entry] ?? 0, (start[entry + 1] ?? 1) - 1, key, 0, key.length);
      if (order === 0) return entry;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #has(entry: number, bit: number): boolean {
    return ((this.arrays.flags[entry] ?? 0) & bit) !== 0;
  }
}
