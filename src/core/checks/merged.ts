import type { Change, TextEntry } from '../journal/change.js';
import { printable } from '../printable.js';
import { counted } from '../words.js';

/**
 * One change out of several that were computed for the same state of the workspace, e.g. the fixes of a rule. A file that
 * two of them write cannot be in both: the later one is left out, and can be made afterwards.
 */
export function merged(changes: readonly Change[]): Change {
  const taken = new Set<string>();
  const entries: Change['entries'] = [];
  let images = 0;
  for (const change of changes) {
    const paths = change.entries.map((entry) => (entry.kind === 'move' ? entry.from : entry.path));
    if (paths.some((path) => taken.has(path))) continue;
    for (const path of paths) taken.add(path);
    for (const entry of change.entries) entries.push(entry);
    images += change.images;
  }
  const texts = entries.filter((entry): entry is TextEntry => entry.kind === 'text');
  const what = changes.length === 1 ? (changes[0]?.what ?? '') : `${changes.length} fixes in ${counted(texts.length || entries.length, 'file')}`;
  return { what: printable(what), images, entries };
}
