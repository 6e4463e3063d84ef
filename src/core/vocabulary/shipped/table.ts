import type { Site } from '../model.js';
import type { Pair } from '../pairs.js';
import { addAlias, addImplication, addTag, emptyTable, type Table } from '../table.js';
import { booruAliases } from './booru-aliases.js';
import { booruImplied } from './booru-implied.js';
import { e6Aliases } from './e6-aliases.js';
import { e6Implied } from './e6-implied.js';
import { shippedNames } from './names.js';
import { relationsOf } from './read.js';

/** The vocabulary that comes with the program: names of one site, with their aliases and what they imply. */
export function shippedTable(site: Site): Table {
  const table = emptyTable(site);
  for (const row of shippedNames().tags[site]) addTag(table, row);
  for (const alias of relationsOf(site === 'e6' ? e6Aliases : booruAliases)) addAlias(table, alias);
  for (const implication of relationsOf(site === 'e6' ? e6Implied : booruImplied)) addImplication(table, implication);
  return table;
}

/** The pairs of names of both sites: those that are listed, and those that are spelt alike and mean the same. */
export function shippedPairs(): Pair[] {
  const { tags, pairs } = shippedNames();
  const paired = new Set(pairs.map(({ e6 }) => e6));
  const booru = new Set(tags.booru.map(({ name }) => name));
  const alike = new Set(tags.e6.map(({ name }) => name).filter((name) => booru.has(name) && !paired.has(name)));
  return [...pairs, ...[...alike].map((name): Pair => ({ e6: name, booru: name, relation: '=' }))];
}
