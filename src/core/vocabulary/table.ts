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
}

export function emptyTable(site: Site): Table {
  return { site, tags: new Map(), aliases: new Map(), implications: new Map() };
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

/**
 * Adds what another table knows and this one does not. Its implications count only where this one has none, as a whole
 * list of a site says also what is not implied.
 */
export function supplement(table: Table, other: Table): void {
  for (const [name, row] of other.tags) if (!table.tags.has(name) && !table.aliases.has(name)) table.tags.set(name, { ...row });
  for (const [alias, name] of other.aliases) if (!table.tags.has(alias) && !table.aliases.has(alias)) table.aliases.set(alias, name);
  if (table.implications.size > 0) return;
  for (const [name, implied] of other.implications) table.implications.set(name, new Set(implied));
}

/** How a category counts where two lists disagree is the first list's; this tells whether a name is offered at all. */
export function isOffered(category: Category): boolean {
  return category !== 'invalid' && category !== 'rating';
}
