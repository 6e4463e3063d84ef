import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from '../in-parallel.js';
import { printable } from '../printable.js';
import { isHash } from './blobs.js';
import type { Entry, MoveEntry } from './change.js';
import { ChangedMeanwhile, InvalidChange } from './errors.js';
import { filesAtOnce, hashOf, isThere, readPlain } from './files.js';
import { blobFolder, Fence, refusedPath } from './places.js';
import { isAside } from './set-aside.js';
import { folderOf, follow, isUnder, Paths, trace, type FileEntry } from './steps.js';

/** What a change finds on the disk, every file being what it expects. */
export interface Checked {
  /** By index of an entry: tells whether its file is written by someone else from here on. Null: nothing is there. */
  stamps: Map<number, string | null>;
  /** By index: the rights of the file that is replaced. */
  modes: Map<number, number>;
  /** Folders that are not there yet, the uppermost first. */
  made: string[];
}

/**
 * Compares a change with the files, following its own renames and repeated writes in order, and touches nothing.
 *
 * @param cleared - folders that may make way for a rename when they are empty by then
 * @throws InvalidChange for a path that no change may name, and for bytes that are not kept
 * @throws ChangedMeanwhile with the paths of the files that are not what `before` says, byte for byte
 */
export async function checkChange(root: string, entries: readonly Entry[], cleared: readonly string[] = []): Promise<Checked> {
  for (const entry of entries) {
    for (const path of pathsOf(entry)) refuse(refusedPath(path));
    if (entry.kind !== 'move' && isAside(entry.path)) throw new InvalidChange(`${printable(entry.path)} was removed; it can only be brought back.`);
  }
  const fence = new Fence(root);
  const checked: Checked = { stamps: new Map(), modes: new Map(), made: [] };
  const moves: [string, string][] = [];
  const moved = new Paths();
  const written = new Map<string, FileEntry>();
  const looks: (() => Promise<void>)[] = [];
  const folders: { folder: string; at: string | null }[] = [];
  const noted = new Set<string>();
  const clashes = new Set<string>();

  for (const [index, entry] of entries.entries()) {
    for (const path of pathsOf(entry)) {
      const folder = folderOf(path);
      const there = moved.covers(folder) ? nearest(folder, moves) : folder;
      looks.push(async () => refuse(await fence.refusedFolder(there)));
    }
    if (entry.kind === 'move') {
      const [from, to] = [traced(entry.from), traced(entry.to)];
      noteFolder(folderOf(entry.to));
      // What an earlier entry writes or takes away is not on the disk yet, or still is.
      const makes = written.get(entry.from)?.after != null;
      const clears = written.get(entry.to)?.after === null || cleared.includes(entry.to);
      looks.push(() => lookAtMove(root, entry, { from, to: clears ? null : to, makes }, clashes));
      rename(entry);
    } else {
      if (entry.after !== null) noteFolder(folderOf(entry.path));
      const earlier = written.get(entry.path);
      const at = traced(entry.path);
      if (earlier) {
        if (!isSame(earlier, entry)) clashes.add(entry.path);
      } else {
        looks.push(() => lookAtFile(root, index, entry, at, checked, clashes));
      }
      looks.push(() => lookForBlob(root, entry));
      written.set(entry.path, entry);
    }
  }
  await inParallel(looks, filesAtOnce, (look) => look());
  if (clashes.size > 0) throw new ChangedMeanwhile([...clashes].sort().map((path) => ({ path, why: null })));
  const made = new Set<string>();
  for (const { folder, at } of folders) if (at === null || !(await isThere(join(root, at)))) made.add(folder);
  checked.made = [...made].sort((a, b) => a.length - b.length);
  return checked;

  /** Most paths have nothing to do with the renames so far, of which there may be thousands. */
  function traced(path: string): string | null {
    return moved.covers(path) ? trace(path, moves) : path;
  }

  function rename({ from, to }: MoveEntry): void {
    moves.push([from, to]);
    moved.add(from);
    moved.add(to);
    // A folder that was there may be gone now, and another of its name needed.
    for (const folder of noted) if (isUnder(folder, from) || isUnder(folder, to)) noted.delete(folder);
    // What was taken away under the new name is of no concern any more.
    for (const path of [...written.keys()]) if (isUnder(path, to)) written.delete(path);
    for (const [path, entry] of [...written]) {
      if (!isUnder(path, from)) continue;
      written.delete(path);
      written.set(follow(path, [[from, to]]), entry);
    }
  }

  function noteFolder(folder: string): void {
    for (let at = folder; at !== '.' && !noted.has(at); at = folderOf(at)) {
      noted.add(at);
      folders.push({ folder: at, at: traced(at) });
    }
  }
}

function pathsOf(entry: Entry): string[] {
  return entry.kind === 'move' ? [entry.from, entry.to] : [entry.path];
}

function refuse(why: string | null): void {
  if (why !== null) throw new InvalidChange(why);
}

/** Where the nearest folder above lies on the disk now, given the renames so far. */
function nearest(folder: string, moves: readonly [string, string][]): string {
  for (let at = folder; at !== '.'; at = folderOf(at)) {
    const there = trace(at, moves);
    if (there !== null) return there;
  }
  return '.';
}

async function lookAtFile(root: string, index: number, entry: FileEntry, at: string | null, checked: Checked, clashes: Set<string>): Promise<void> {
  const seen = at === null ? null : await readPlain(join(root, at));
  if (seen === 'other') throw new InvalidChange(`${printable(entry.path)} is a link or a folder, not a plain file.`);
  checked.stamps.set(index, seen?.stamp ?? null);
  if (seen) checked.modes.set(index, seen.mode);
  if (seen === null ? entry.before !== null : !holds(seen.bytes, entry)) clashes.add(entry.path);
}

function holds(bytes: Buffer, { kind, before }: FileEntry): boolean {
  if (before === null) return false;
  return kind === 'text' ? bytes.equals(Buffer.from(before)) : hashOf(bytes) === before;
}

/** Does the later entry expect what the earlier one leaves? */
function isSame(earlier: FileEntry, later: FileEntry): boolean {
  if (earlier.after === null || later.before === null) return earlier.after === later.before;
  if (earlier.kind === later.kind) return earlier.after === later.before;
  const hash = (kind: FileEntry['kind'], value: string) => (kind === 'text' ? hashOf(value) : value);
  return hash(earlier.kind, earlier.after) === hash(later.kind, later.before);
}

async function lookForBlob(root: string, { kind, path, before, after }: FileEntry): Promise<void> {
  if (kind === 'text') {
    if (!(before ?? '').isWellFormed() || !(after ?? '').isWellFormed()) throw new InvalidChange(`The text for ${printable(path)} holds half a character.`);
    return;
  }
  for (const hash of [before, after]) {
    if (hash !== null && !isHash(hash)) throw new InvalidChange(`The change names no hash for ${printable(path)}.`);
  }
  if (after !== null && !(await lstat(join(blobFolder(root), after)).catch(() => null))?.isFile()) {
    throw new InvalidChange(`The bytes for ${printable(path)} are no longer kept.`);
  }
}

async function lookAtMove(
  root: string,
  entry: MoveEntry,
  { from, to, makes }: { from: string | null; to: string | null; makes: boolean },
  clashes: Set<string>,
): Promise<void> {
  if (isUnder(entry.to, entry.from)) throw new InvalidChange(`${printable(entry.from)} cannot be moved into itself.`);
  const source = from === null ? null : await lstat(join(root, from)).catch(() => null);
  if (source && !source.isFile() && !source.isDirectory()) throw new InvalidChange(`${printable(entry.from)} is a link, not a plain file or folder.`);
  if (!source && !makes) clashes.add(entry.from);
  if (to !== null && (await isThere(join(root, to)))) clashes.add(entry.to);
}
