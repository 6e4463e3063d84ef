import type { Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { pathLine, pruneImplied, pruner, type PruneOptions } from '../tags/prune.js';
import { pathNames, type Implied } from '../vocabulary/implied.js';
import { written } from '../vocabulary/names.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { counted } from '../words.js';
import { eachConcept, paths, remembered, scopeOf, type Check } from './context.js';
import { finding, type Fix } from './finding.js';

/** T08: tags that stand in a caption together with one that implies them. */
export const impliedTags: Check = (context) => {
  const { names, file } = context;
  if (!names || file.style === 'natural') return [];
  const { vocabulary } = names;
  const options: PruneOptions = { keep: file.keepTags, front: file.captions.keepTokens };
  return eachConcept(context, ({ folder, activation, pictures }) => {
    const look = looker(vocabulary, folder, activation, options);
    const wrong = pictures.filter((picture) => !picture.locked && look(picture).length > 0);
    if (wrong.length === 0) return [];
    const message = `${counted(wrong.length, 'caption', 'holds', 'hold')} tags that others of it imply: ${examples(vocabulary, wrong.map(look))}.`;
    const fix: Fix = { label: 'drop what is implied', change: async () => pruneImplied(scopeOf(context, wrong), vocabulary, options) };
    return [finding({ rule: 'T08', level: 'warn', concept: folder, images: paths(wrong), message, fix })];
  });
};

/** What is implied in a picture, found again only when its caption changed, or what it goes by. */
const known = new WeakMap<Vocabulary, Map<string, (picture: Picture) => readonly Implied[]>>();

function looker(vocabulary: Vocabulary, folder: string, activation: readonly string[], options: PruneOptions): (picture: Picture) => readonly Implied[] {
  let lookers = known.get(vocabulary);
  if (!lookers) known.set(vocabulary, (lookers = new Map<string, (picture: Picture) => readonly Implied[]>()));
  const key = JSON.stringify([folder, activation, options.keep, options.front]);
  let look = lookers.get(key);
  if (!look) lookers.set(key, (look = remembered(pruner(vocabulary, new Map([[folder, activation]]), options))));
  return look;
}

/** The commonest three with the way: `dog ← german shepherd (12)`. */
function examples(vocabulary: Vocabulary, all: readonly (readonly Implied[])[]): string {
  const counts = new Map<string, { images: number; by: number; entry: number }>();
  for (const implied of all) {
    for (const { entry, byEntry } of implied) {
      const key = `${entry} ${byEntry}`;
      const row = counts.get(key);
      if (row) row.images++;
      else counts.set(key, { images: 1, by: byEntry, entry });
    }
  }
  const rows = [...counts.values()].sort((a, b) => b.images - a.images);
  const shown = rows.slice(0, 3).map(({ images, by, entry }) => {
    const path = pathNames(vocabulary, by, entry);
    const way = path.length > 4 ? `${written(vocabulary.name(entry))} ← … ← ${written(vocabulary.name(by))}` : pathLine(path);
    return `${printable(way)} (${images})`;
  });
  return rows.length > 3 ? `${shown.join('; ')}; …` : shown.join('; ');
}

