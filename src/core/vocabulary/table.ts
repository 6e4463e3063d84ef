import type { Category, Relation, Site, TagRow } from './model.js';
import { nameKey } from './names.js';

/** Names of one site with their aliases and implications, as lists gave them. What an index is made of. */
export interface Table {
  site: Site;
  tags: Map<string, TagRow>;
  /** Alias → name. */
  aliases: Map<string, string>;
  /** Name → the names that it implies directly. */
  implications: Map<string, Set<string>>;
  /** Names and aliases that {@link supplement} added. */
  shipped: Set<string>;
}

export function emptyTable(site: Site): Table {
  return { site, tags: new Map(), aliases: new Map(), implications: new Map(), shipped: new Set() };
}

/** Takes a name in. Of a name that comes twice the one with more posts counts. */
export function addTag(table: Table, row: TagRow): void {
  const name = nameKey(row.name);
  if (name === '') return;
  const known = table.tags.get(name);
  if (known && (known.posts ?? -1) >= (row.posts ?? -1)) {
    if (row.adult) known.adult = true;
    return;
  }
  table.tags.set(name, { ...row, name, ...(known?.adult ? { adult: true } : {}) });
}

/** Takes an alias in; one of itself is none. The first target that was given counts. */
export function addAlias({ aliases }: Table, { from, to }: Relation): void {
  const [alias, name] = [nameKey(from), nameKey(to)];
  if (alias !== name && alias !== '' && name !== '' && !aliases.has(alias)) aliases.set(alias, name);
}

/** Takes an implication in; one of itself is none. */
export function addImplication({ implications }: Table, { from, to }: Relation): void {
  const [name, implied] = [nameKey(from), nameKey(to)];
  if (name === implied || name === '' || implied === '') return;
  const known = implications.get(name);
  if (known) known.add(implied);
  else implications.set(name, new Set([implied]));
}

/** What a name stands for: aliases followed to their end, at most so many steps; a chain that runs in a circle stands for itself. */
export function canonicalOf({ tags, aliases }: Pick<Table, 'tags' | 'aliases'>, name: string): string {
  let at = name;
  for (let step = 0; step < 8; step++) {
    // A name that the site has is itself, whatever else it is an alias of.
    const next = tags.has(at) ? undefined : aliases.get(at);
    if (next === undefined) return at;
    at = next;
  }
  return name;
}

/** Takes in what another list knows and this one does not: names, and what their rows lack. */
export function merge(table: Table, other: Table): void {
  for (const [name, row] of other.tags) {
    const known = table.tags.get(name);
    if (!known) {
      if (!table.aliases.has(name)) table.tags.set(name, { ...row });
      continue;
    }
    if (row.adult) known.adult = true;
    // A list of bare names says nothing of categories either.
    if (known.posts === null && known.category === 'general') known.category = row.category;
    known.posts ??= row.posts;
  }
  for (const [alias, name] of other.aliases) if (!table.tags.has(alias) && !table.aliases.has(alias)) table.aliases.set(alias, name);
  for (const [name, implied] of other.implications) table.implications.set(name, new Set([...(table.implications.get(name) ?? []), ...implied]));
}

/**
 * Takes in what comes with the program. Its implications count only where the table has none at all, as a whole list of a
 * site says also what is not implied.
 */
export function supplement(table: Table, shipped: Table): void {
  const before = new Set([...table.tags.keys(), ...table.aliases.keys()]);
  const implications = table.implications.size > 0 ? new Map<string, Set<string>>() : shipped.implications;
  merge(table, { ...shipped, implications });
  for (const name of [...shipped.tags.keys(), ...shipped.aliases.keys()]) if (!before.has(name) && (table.tags.has(name) || table.aliases.has(name))) table.shipped.add(name);
}

/** How a category counts where two lists disagree is the first list's; this tells whether a name is offered at all. */
export function isOffered(category: Category): boolean {
  return category !== 'invalid' && category !== 'rating';
}
