import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../../src/core/journal/change.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { editionOf } from './editions.js';

/**
 * Edits all captions of a workspace again and again, and now and then undoes and redoes an edit, until it is killed.
 * Tells the parent what it is at, a byte each: `A`, `U`, `R` when it begins to apply, undo or redo, the small letter when
 * that is done.
 */
const root = process.argv[2] ?? '';
const journal = await openJournal(root);
const folder = join(root, '1_a');
const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.startsWith('.'));

/** The same edit with the concept renamed before it and named back behind it. */
function renamed(entries: Change['entries']): Change['entries'] {
  const inside = entries.map((entry) => (entry.kind === 'text' ? { ...entry, path: entry.path.replace('1_a', '2_b') } : entry));
  return [{ kind: 'move', from: '1_a', to: '2_b' }, ...inside, { kind: 'move', from: '2_b', to: '1_a' }];
}

async function telling<T>(letter: string, work: Promise<T>): Promise<void> {
  writeSync(1, letter);
  await work;
  writeSync(1, letter.toLowerCase());
}

for (let round = Math.floor(Math.random() * 6); ; round++) {
  const entries = names.map((name): Change['entries'][number] => {
    const before = readFileSync(join(folder, name), 'utf8');
    return { kind: 'text', path: `1_a/${name}`, before, after: editionOf(name, Number(/edition (\d+)/.exec(before)?.[1]) + 1) };
  });
  await telling('A', journal.apply({ what: 'a bulk edit', images: names.length, entries: round % 3 === 0 ? renamed(entries) : entries }));
  if (round % 2 === 0) continue;
  await telling('U', journal.undo());
  await telling('R', journal.redo());
}
