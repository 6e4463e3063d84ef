import { categories, type TagRow } from '../model.js';
import { readName, standing, type Reading, type Standing } from '../safety/standing.js';
import { canonicalOf, isOffered, type Table } from '../table.js';
import type { Arrays } from './layout.js';
import { indexWords } from './index-words.js';

/** What a bit of `flags` says. */
export const flag = {
  /** Suggested only where adult names are switched on. */
  adult: 1,
  /** Known by a relation alone, retired, or of a category that is none: found by its name and never suggested. */
  quiet: 2,
  alias: 4,
  /** Came with the program, not with a list that was imported. */
  shipped: 8,
} as const;

/** What came of building. */
export interface Built {
  arrays: Arrays;
  counts: { names: number; aliases: number; implications: number; adult: number; refused: number };
}

interface Entry {
  name: string;
  row: TagRow | undefined;
  target: string;
  weight: number;
  bits: number;
}

/**
 * Makes an index of a table. Names that sexualise minors are not taken in at all; whether a name is adult is told by
 * its words, by the site, and by what it implies. The cost is about 10 µs a name.
 */
export function buildIndex(table: Table): Built {
  const implies = impliedBy(table);
  const closures = closuresOf(table, implies);
  const entries: Entry[] = [];
  let refused = 0;
  const rank = weights(table);
  const take = (name: string, target: string, row: TagRow | undefined) => {
    const state = stateOf(name, target, table, closures);
    if (state === 'refused') return void refused++;
    const isAlias = target !== name;
    const quiet = !isAlias && (row === undefined || row.retired || !isOffered(row.category));
    const bits = (state === 'adult' ? flag.adult : 0) | (quiet ? flag.quiet : 0) | (isAlias ? flag.alias : 0) | (table.shipped.has(name) ? flag.shipped : 0);
    entries.push({ name, row, target, weight: rank(target), bits });
  };
  for (const [name, row] of table.tags) take(name, name, row);
  for (const alias of table.aliases.keys()) {
    if (table.tags.has(alias)) continue;
    const target = canonicalOf(table, alias);
    if (target !== alias) take(alias, target, undefined);
  }
  for (const name of bareNames(table)) take(name, name, undefined);
  // An alias whose name was refused goes with it.
  const known = new Set(entries.map(({ name }) => name));
  const kept = entries.filter(({ name, target }) => name === target || known.has(target));
  refused += entries.length - kept.length;
  kept.sort((a, b) => b.weight - a.weight || (a.bits & flag.alias) - (b.bits & flag.alias) || (a.name < b.name ? -1 : 1));
  return { arrays: arraysOf(kept, table, implies), counts: countsOf(kept, table, refused) };
}

/** Names that only relations speak of. */
function* bareNames({ tags, aliases, implications }: Table): Iterable<string> {
  const seen = new Set<string>();
  const isNew = (name: string) => !tags.has(name) && !aliases.has(name) && !seen.has(name) && seen.add(name);
  for (const name of aliases.values()) if (isNew(name)) yield name;
  for (const [name, implied] of implications) for (const one of [name, ...implied]) if (isNew(one)) yield one;
}

/** How common a name is: by its posts; those without are put behind by their place in the list. */
function weights({ tags }: Table): (name: string) => number {
  const places = new Map<string, number>();
  for (const [name, { posts }] of tags) if (posts === null) places.set(name, places.size);
  return (name) => {
    const posts = tags.get(name)?.posts;
    if (typeof posts === 'number') return posts;
    const place = places.get(name);
    return place === undefined ? 0 : Math.round(200_000 / (1 + place / 40));
  };
}

/** What each name implies directly, with what a list says of its aliases: newer aliases meet older implications. */
function impliedBy(table: Table): (name: string) => Iterable<string> {
  const more = new Map<string, Set<string>>();
  for (const [name, implied] of table.implications) {
    const stands = canonicalOf(table, name);
    if (stands !== name) more.set(stands, new Set([...(more.get(stands) ?? []), ...implied]));
  }
  return (name) => {
    const [own, others] = [table.implications.get(name), more.get(name)];
    return others ? new Set([...(own ?? []), ...others]) : (own ?? []);
  };
}

/** All that each name implies, direct or not. */
function closuresOf(table: Table, implies: (name: string) => Iterable<string>): (name: string) => ReadonlySet<string> {
  const known = new Map<string, Set<string>>();
  return (name) => {
    let closure = known.get(name);
    if (!closure) {
      closure = new Set<string>();
      const open = [name];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const next of implies(at)) {
          const implied = canonicalOf(table, next);
          if (!closure.has(implied) && implied !== name) open.push(implied);
          closure.add(implied);
        }
      }
      known.set(name, closure);
    }
    return closure;
  };
}

const readings = new Map<string, Reading>();

function stateOf(name: string, target: string, table: Table, closure: (name: string) => ReadonlySet<string>): Standing {
  const read = { ...remembered(name) };
  for (const other of target === name ? closure(name) : [target, ...closure(target)]) {
    const more = remembered(other);
    read.minor ||= more.minor;
    read.suggestive ||= other === target && more.suggestive;
    read.adult ||= more.adult || table.tags.get(other)?.adult === true;
    read.refused ||= more.refused;
  }
  if (table.tags.get(target)?.adult) read.adult = true;
  return standing(read);
}

function remembered(name: string): Reading {
  let read = readings.get(name);
  if (!read) {
    if (readings.size > 500_000) readings.clear();
    readings.set(name, (read = readName(name)));
  }
  return read;
}

function countsOf(entries: readonly Entry[], { implications }: Table, refused: number): Built['counts'] {
  let edges = 0;
  for (const implied of implications.values()) edges += implied.size;
  const aliases = entries.filter(({ bits }) => bits & flag.alias).length;
  const names = entries.filter(({ row }) => row !== undefined);
  return { names: names.length, aliases, implications: edges, adult: names.filter(({ bits }) => bits & flag.adult).length, refused };
}

function arraysOf(entries: readonly Entry[], table: Table, implies: (name: string) => Iterable<string>): Arrays {
  const count = entries.length;
  const encoded = entries.map(({ name }) => new TextEncoder().encode(name));
  const start = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) start[at + 1] = (start[at] ?? 0) + (encoded[at]?.length ?? 0) + 1;
  const text = new Uint8Array(start[count] ?? 0).fill(0x0a);
  for (let at = 0; at < count; at++) text.set(encoded[at] ?? [], start[at]);
  const numbers = new Map(entries.map(({ name }, at) => [name, at]));
  const category = Uint8Array.from(entries, ({ row, target }) => categories.indexOf((row ?? table.tags.get(target))?.category ?? 'general'));
  const posts = Uint32Array.from(entries, ({ target }) => {
    const known = table.tags.get(target)?.posts;
    return typeof known === 'number' ? Math.min(known, 0xfffffffe) + 1 : 0;
  });
  const impliedFrom = new Uint32Array(count + 1);
  const implied: number[] = [];
  for (let at = 0; at < count; at++) {
    const entry = entries[at];
    if (entry && !(entry.bits & flag.alias)) {
      const ends = new Set<number>();
      for (const name of implies(entry.name)) {
        const end = numbers.get(canonicalOf(table, name));
        if (end !== undefined && end !== at) ends.add(end);
      }
      implied.push(...ends);
    }
    impliedFrom[at + 1] = implied.length;
  }
  return {
    text,
    start,
    category,
    flags: Uint8Array.from(entries, ({ bits }) => bits),
    weight: Uint8Array.from(entries, ({ weight }) => Math.min(255, Math.round(20 * Math.log10(1 + weight)))),
    posts,
    target: Uint32Array.from(entries, ({ target }, at) => numbers.get(target) ?? at),
    ...indexWords(text, start, count),
    impliedFrom,
    implied: Uint32Array.from(implied),
  };
}
