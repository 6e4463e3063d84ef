import type { Change, Entry } from './change.js';
import type { Intent } from './intent.js';
import { folderOf, follow, Paths } from './steps.js';

type Moves = readonly (readonly [from: string, to: string])[];

/**
 * The change that takes a writing back, as the files are named now.
 *
 * Its entries run backwards. What a writing left under one name may have been renamed since, by the writing itself
 * further on or by later ones; a name that it left empty is taken to be in the same folder, wherever that is now.
 *
 * @param later - the renames of all later writings, in order
 */
export function inverse(intent: Pick<Intent, 'entries' | 'what' | 'images'>, later: Moves): Change {
  const entries: Entry[] = [];
  const back: [string, string][] = [];
  // What the entries behind the one at hand rename, and later writings: most paths have nothing to do with any of it.
  const [renamed, renamedLater] = [new Paths(), new Paths()];
  for (const [from] of later) renamedLater.add(from);
  for (let index = intent.entries.length - 1; index >= 0; index--) {
    const entry = intent.entries[index];
    if (!entry) continue;
    // Names that no later writing touched are what they were at this point, even if the writing used them twice.
    const now = (path: string) => {
      const end = renamed.covers(path) ? follow(path, movesOf(intent.entries.slice(index + 1))) : path;
      const moved = renamedLater.covers(end) ? follow(end, later) : end;
      return moved === end ? path : follow(moved, back);
    };
    const inFolder = (path: string) => {
      const folder = folderOf(path);
      return folder === '.' ? path : `${now(folder)}/${path.slice(folder.length + 1)}`;
    };
    if (entry.kind === 'move') {
      const move = { kind: 'move', from: now(entry.to), to: inFolder(entry.from) } as const;
      entries.push(move);
      back.push([move.from, move.to]);
      renamed.add(entry.from);
    } else {
      const path = entry.after === null ? inFolder(entry.path) : now(entry.path);
      entries.push({ ...entry, path, before: entry.after, after: entry.before });
    }
  }
  // What a later writing brought back to its place is there already.
  const left = entries.filter((entry) => entry.kind !== 'move' || entry.from !== entry.to);
  return { what: intent.what, images: intent.images, entries: left };
}

/** Where the folders that a writing made are now. */
export function madeNow(intent: Pick<Intent, 'made' | 'entries'>, later: Moves): string[] {
  return intent.made.map((folder) => follow(folder, later));
}

function movesOf(entries: readonly Entry[]): [string, string][] {
  return entries.flatMap((entry): [string, string][] => (entry.kind === 'move' ? [[entry.from, entry.to]] : []));
}
