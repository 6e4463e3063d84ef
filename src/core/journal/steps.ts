import type { BlobEntry, Entry, MoveEntry, TextEntry } from './change.js';

/** An entry that gives a file another content. */
export type FileEntry = TextEntry | BlobEntry;

/** A part of a change that is carried out before the next begins: files in any order, or one rename. */
export type Step =
  | { kind: 'files'; files: { index: number; entry: FileEntry }[] }
  | { kind: 'move'; index: number; entry: MoveEntry };

/** Cuts a change's entries into steps, so that each path is written once in a step and renames happen where they stand. */
export function stepsOf(entries: readonly Entry[]): Step[] {
  const steps: Step[] = [];
  const paths = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const last = steps.at(-1);
    if (entry.kind === 'move') {
      steps.push({ kind: 'move', index, entry });
    } else if (last?.kind === 'files' && !paths.has(entry.path)) {
      paths.add(entry.path);
      last.files.push({ index, entry });
    } else {
      paths.clear();
      paths.add(entry.path);
      steps.push({ kind: 'files', files: [{ index, entry }] });
    }
  }
  return steps;
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
