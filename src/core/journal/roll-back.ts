import { mkdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inParallel } from '../in-parallel.js';
import { readBlob } from './blobs.js';
import { syncFolders, temporaryName } from './carry-out.js';
import { filesAtOnce, hashOf, isThere, readPlain, removeIfEmpty, replaceFile } from './files.js';
import type { MoveEntry } from './change.js';
import { noteProgress, readProgress, type Intent } from './intent.js';
import { Fence, journalFolder, refusedPath } from './places.js';
import { folderOf, foldersOf, stepsOf, type FileEntry } from './steps.js';

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
  const folder = journalFolder(root);
  const fence = new Fence(root);
  for (const entry of intent.entries) {
    for (const path of entry.kind === 'move' ? [entry.from, entry.to] : [entry.path]) {
      if (refusedPath(path) !== null || (await fence.refusedFolder(folderOf(path))) !== null) return null;
    }
  }
  if (intent.made.some((folder) => refusedPath(folder) !== null)) return null;
  const recovery: Recovery = { what: intent.what, restored: 0, inTheWay: [] };
  const steps = stepsOf(intent.entries);
  const done = Math.min(await readProgress(folder, intent.seq), Math.max(0, steps.length - 1));
  for (let at = done; at >= 0; at--) {
    const step = steps[at];
    if (!step) continue;
    if (step.kind === 'moves') await inParallel(step.moves, filesAtOnce, (move) => moveBack(root, move, intent, recovery));
    else await restoreAll(root, step.files, intent, recovery, fsync);
    if (fsync) await syncThere(root, foldersOf(step));
    if (at > 0) await noteProgress(folder, intent.seq, at - 1, fsync);
  }
  for (const made of intent.made.toReversed()) await removeIfEmpty(join(root, made));
  return recovery;
}

async function moveBack(root: string, { from, to }: MoveEntry, { made, cleared }: Intent, recovery: Recovery): Promise<void> {
  const isCleared = cleared.includes(to);
  // The name may have been given to a folder that was made after the rename.
  if (made.includes(from) && !isCleared && (await isThere(join(root, to)))) await removeIfEmpty(join(root, from));
  const [isAtFrom, isAtTo] = [await isThere(join(root, from)), await isThere(join(root, to))];
  if (isAtFrom && (!isAtTo || isCleared)) return;
  if (isAtFrom || !isAtTo) {
    recovery.inTheWay.push(isAtFrom ? from : to);
    return;
  }
  await mkdir(dirname(join(root, from)), { recursive: true });
  await rename(join(root, to), join(root, from));
  recovery.restored++;
}

/** On a full disk there is only the room that the change itself took: that is given back first, then a file at a time fits. */
async function restoreAll(root: string, files: readonly { index: number; entry: FileEntry }[], { seq }: Intent, recovery: Recovery, fsync: boolean): Promise<void> {
  await inParallel(files, filesAtOnce, ({ index, entry }) => unlink(join(root, folderOf(entry.path), temporaryName(seq, index))).catch(() => {}));
  const putBack = ({ index, entry }: { index: number; entry: FileEntry }) => restore(root, entry, temporaryName(seq, index), recovery, fsync);
  try {
    await inParallel(files, filesAtOnce, putBack);
  } catch (error) {
    if (!['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const isNew = ({ entry }: { entry: FileEntry }) => Number(entry.before === null);
    await inParallel(files.toSorted((a, b) => isNew(b) - isNew(a)), 1, putBack);
  }
}

async function restore(root: string, entry: FileEntry, temporary: string, recovery: Recovery, fsync: boolean): Promise<void> {
  const path = join(root, entry.path);
  const name = join(dirname(path), temporary);
  if (recovery.inTheWay.includes(entry.path)) return;
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
  for (const folder of folders) if (await isThere(join(root, folder))) there.push(folder);
  await syncFolders(root, there);
}
