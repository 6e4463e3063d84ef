import { mkdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBlob } from './blobs.js';
import { syncFolders, temporaryName } from './carry-out.js';
import { hashOf, identityOf, inParallel, readPlain, removeIfEmpty, replaceFile } from './files.js';
import type { Intent } from './intent.js';
import { Fence, refusedPath } from './places.js';
import { folderOf, isUnder, stepsOf, type FileEntry, type Step } from './steps.js';

/** What became of a change that was cut short. */
export interface Recovery {
  /** The line of the change. */
  what: string;
  /** How many files and folders were put back. */
  restored: number;
  /** Files that hold neither the old nor the new: someone wrote them since. They are left as they are. */
  inTheWay: string[];
}

/**
 * Puts every file back to what it was before an intent, however far that got, and may itself be cut short and begun
 * again. An intent comes from a file in the workspace, so its paths are checked like those of any change.
 *
 * @returns null when it names a path that no change may name; nothing is touched then
 */
export async function rollBack(root: string, intent: Intent, fsync: boolean): Promise<Recovery | null> {
  const fence = new Fence(root);
  for (const entry of intent.entries) {
    for (const path of entry.kind === 'move' ? [entry.from, entry.to] : [entry.path]) {
      if (refusedPath(path) !== null || (await fence.refusedFolder(folderOf(path))) !== null) return null;
    }
  }
  if (intent.made.some((folder) => refusedPath(folder) !== null)) return null;
  const recovery: Recovery = { what: intent.what, restored: 0, inTheWay: [] };
  const steps = stepsOf(intent.entries);
  const reached = await lastMoveDone(root, intent, steps);
  // Files behind a rename that was not done were not begun; those right behind the last one done may have been.
  const next = steps.findIndex((step, at) => at > reached && step.kind === 'move');
  for (const step of steps.slice(0, next < 0 ? steps.length : next).reverse()) {
    if (step.kind === 'move') await moveBack(root, step.entry, recovery, fsync);
    else await inParallel(step.files, ({ index, entry }) => restore(root, entry, temporaryName(intent.seq, index), recovery, fsync));
    if (fsync && step.kind === 'files') await syncThere(root, step.files.map(({ entry }) => folderOf(entry.path)));
  }
  for (const folder of intent.made.toReversed()) await removeIfEmpty(join(root, folder));
  return recovery;
}

/** Index of the step of the last rename that was carried out; -1 when none was. */
async function lastMoveDone(root: string, intent: Intent, steps: readonly Step[]): Promise<number> {
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (step?.kind === 'move' && (await isDone(root, intent, step.index))) return at;
  }
  return -1;
}

async function isDone(root: string, { entries, moving }: Intent, index: number): Promise<boolean> {
  const entry = entries[index];
  if (entry?.kind !== 'move') return false;
  const there = await identityOf(join(root, entry.to));
  if (there === null) return false;
  const moved = moving[index];
  if (moved !== undefined && there === moved) return true;
  // Where the system gives files another identity after a restart, the names alone must tell. They can unless another
  // rename of the same change has to do with them.
  const alone = entries.every((other, at) => {
    if (other.kind !== 'move' || at === index) return true;
    return ![other.from, other.to].some((path) => [entry.from, entry.to].some((own) => isUnder(path, own) || isUnder(own, path)));
  });
  return alone && (await identityOf(join(root, entry.from))) === null;
}

async function moveBack(root: string, { from, to }: { from: string; to: string }, recovery: Recovery, fsync: boolean): Promise<void> {
  if ((await identityOf(join(root, from))) !== null) {
    recovery.inTheWay.push(from);
    return;
  }
  await mkdir(dirname(join(root, from)), { recursive: true });
  await rename(join(root, to), join(root, from));
  recovery.restored++;
  if (fsync) await syncThere(root, [folderOf(from), folderOf(to)]);
}

async function restore(root: string, entry: FileEntry, temporary: string, recovery: Recovery, fsync: boolean): Promise<void> {
  const path = join(root, entry.path);
  const name = join(dirname(path), temporary);
  await unlink(name).catch(() => {});
  const seen = await readPlain(path);
  const value = seen === null || seen === 'other' ? seen : entry.kind === 'text' ? seen.bytes : hashOf(seen.bytes);
  if (isValue(value, entry.before)) return;
  if (!isValue(value, entry.after)) {
    recovery.inTheWay.push(entry.path);
    return;
  }
  if (entry.before === null) {
    await unlink(path);
  } else {
    const bytes = entry.kind === 'text' ? entry.before : await readBlob(root, entry.before);
    if (bytes === null) {
      recovery.inTheWay.push(entry.path);
      return;
    }
    await mkdir(dirname(path), { recursive: true });
    const mode = seen !== null && seen !== 'other' ? { mode: seen.mode } : {};
    await replaceFile(path, name, bytes, { ...mode, fsync });
  }
  recovery.restored++;
}

function isValue(found: Buffer | string | null, side: string | null): boolean {
  if (found === null || side === null) return found === side;
  return typeof found === 'string' ? found === side : found.equals(Buffer.from(side));
}

async function syncThere(root: string, folders: readonly string[]): Promise<void> {
  const there: string[] = [];
  for (const folder of new Set(folders)) if ((await identityOf(join(root, folder))) !== null) there.push(folder);
  await syncFolders(root, there);
}
