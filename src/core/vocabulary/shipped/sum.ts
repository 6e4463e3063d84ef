import { crc32 } from 'node:zlib';
import * as words from '../safety/words.js';
import { booruAliases } from './booru-aliases.js';
import { booruImplied } from './booru-implied.js';
import { e6Aliases } from './e6-aliases.js';
import { e6Implied } from './e6-implied.js';
import { topics } from './names.js';

/** A number that tells whether an index was made of what this version of the program ships, by the words that it knows. */
export function shippedSum(): number {
  const lists = [...Object.values(topics), booruAliases, booruImplied, e6Aliases, e6Implied];
  for (const list of Object.values(words)) lists.push([...list].join(' '));
  return lists.reduce((sum, list) => crc32(list, sum), 0);
}
