import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../src/core/journal/change.js';
import { openJournal } from '../../src/core/journal/journal.js';

/*
 * Edits the captions of a workspace that another one of this kind edits at the same time, from what it read of them a
 * while ago: adds tags of its own, takes some of those and some of the first ones away, undoes some of it. What it leaves behind of
 * its own, and took away of the first ones, it writes into a file in the end.
 */
const [, , root = '', name = '', rounds = '', seed = '1', report = ''] = process.argv;
const journal = await openJournal(root, { fsync: false });
const folder = join(root, '1_a');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
let state = Number(seed);
/** The same numbers for the same seed. */
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const mine = new Map<string, Set<string>>(files.map((file) => [file, new Set()]));
const removed = new Map<string, Set<string>>(files.map((file) => [file, new Set()]));
let next = 0;

for (let round = 0; round < Number(rounds); round++) {
  // Read once for several changes, so that the later ones of them are made for what is not there any more.
  const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  for (let edit = 0; edit < 3; edit++) {
    const entries: Change['entries'] = [];
    const effects: (() => void)[] = [];
    let isShared = false;
    for (const file of files) {
      if (random(3) === 0) continue;
      const before = texts.get(file) ?? '';
      const tags = before.split(', ');
      const own = mine.get(file) ?? new Set();
      const old = tags.filter((tag) => own.has(tag) || (tag.startsWith('first') && !removed.get(file)?.has(tag)));
      if (random(5) > 0 || old.length === 0) {
        const tag = `${name} ${next++}`;
        tags.splice(random(tags.length + 1), 0, tag);
        effects.push(() => own.add(tag));
      } else {
        const tag = old[random(old.length)] ?? '';
        tags.splice(tags.indexOf(tag), 1);
        isShared ||= !own.has(tag);
        effects.push(() => (own.delete(tag) ? undefined : removed.get(file)?.add(tag)));
      }
      const after = tags.join(', ');
      texts.set(file, after);
      entries.push({ kind: 'text', path: `1_a/${file}`, before, after });
    }
    if (entries.length === 0) continue;
    const { recorded } = await journal.apply({ what: `${name} ${round}`, images: entries.length, entries });
    // What is undone has no effect, and what was in hand is out of date by that. A tag that the other may have taken away as well would come back.
    if (random(4) === 0 && !isShared) {
      await journal.undo(recorded.id);
      break;
    }
    for (const effect of effects) effect();
  }
}
writeFileSync(report, JSON.stringify({ mine: [...mine].map(([file, tags]) => [file, [...tags]]), removed: [...removed].map(([file, tags]) => [file, [...tags]]) }));
