import type { BlobEntry, Entry, MoveEntry, TextEntry } from './change.js';

/** An entry that gives a file another content. */
export type FileEntry = TextEntry | BlobEntry;

/** A part of a change that is carried out before the next begins: files, or renames, in any order among themselves. */
export type Step =
  | { kind: 'files'; files: { index: number; entry: FileEntry }[] }
  | { kind: 'moves'; moves: MoveEntry[] };

/**
 * Cuts a change's entries into steps, so that no two parts of a step have to do with one path. So the names and contents
 * alone tell which parts of a step were carried out, whatever moment it was cut short at.
 */
export function stepsOf(entries: readonly Entry[]): Step[] {
  const steps: Step[] = [];
  let paths = new Paths();
  for (const [index, entry] of entries.entries()) {
    const own = entry.kind === 'move' ? [entry.from, entry.to] : [entry.path];
    const kind = entry.kind === 'move' ? 'moves' : 'files';
    if (steps.at(-1)?.kind !== kind || own.some((path) => paths.touches(path))) {
      paths = new Paths();
      steps.push(kind === 'moves' ? { kind, moves: [] } : { kind, files: [] });
    }
    for (const path of own) paths.add(path);
    const step = steps.at(-1);
    if (entry.kind === 'move') {
      if (step?.kind === 'moves') step.moves.push(entry);
    } else if (step?.kind === 'files') {
      step.files.push({ index, entry });
    }
  }
  return steps;
}

/** Paths that know whether another is one of them, lies in one of them, or holds one of them. */
export class Paths {
  readonly #paths = new Set<string>();
  readonly #above = new Set<string>();

  add(path: string): void {
    this.#paths.add(path);
    for (let at = folderOf(path); at !== '.'; at = folderOf(at)) this.#above.add(at);
  }

  touches(path: string): boolean {
    return this.#above.has(path) || this.covers(path);
  }

  /** Is the path one of them, or does it lie in one? */
  covers(path: string): boolean {
    for (let at = path; at !== '.'; at = folderOf(at)) if (this.#paths.has(at)) return true;
    return false;
  }
}

/** Is `path` the same as `folder`, or in it? */
export function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Where a path is after these renames, in order. */
export function follow(path: string, moves: Iterable<readonly [from: string, to: string]>): string {
  let at = path;
  for (const [from, to] of moves) if (isUnder(at, from)) at = to + at.slice(from.length);
  return at;
}

/** Where a path was before these renames; null when it had been renamed away, so that nothing of the disk is there. */
export function trace(path: string, moves: readonly (readonly [from: string, to: string])[]): string | null {
  let at = path;
  for (const [from, to] of moves.toReversed()) {
    if (isUnder(at, to)) at = from + at.slice(to.length);
    else if (isUnder(at, from)) return null;
  }
  return at;
}

/** The folder that a path lies in; `.` is the workspace. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '.' : path.slice(0, at);
}

/** The folders in which a step changes names. */
export function foldersOf(step: Step): string[] {
  const paths = step.kind === 'moves' ? step.moves.flatMap(({ from, to }) => [from, to]) : step.files.map(({ entry }) => entry.path);
  return [...new Set(paths.map(folderOf))];
}
