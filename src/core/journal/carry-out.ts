import { mkdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inParallel } from '../in-parallel.js';
import { printable } from '../printable.js';
import { readBlob } from './blobs.js';
import type { Checked } from './check.js';
import { ChangedMeanwhile, InvalidChange } from './errors.js';
import { filesAtOnce, isThere, removeIfEmpty, stampNow, syncFolder, writeNew } from './files.js';
import { noteProgress, type Intent } from './intent.js';
import { journalFolder } from './places.js';
import { folderOf, foldersOf, isUnder, stepsOf, type FileEntry, type Step } from './steps.js';

/** Name of the file that is about to take the place of an entry's: hidden, so that the trainer passes over it. */
export function temporaryName(seq: number, index: number): string {
  return `.loradeck-${seq}-${index}.tmp`;
}

/**
 * Carries out an intent that is on the disk. Each file is written under another name in its folder and renamed into
 * place, so that whoever reads it finds it old or new, whole.
 *
 * @throws ChangedMeanwhile when another program got in between the check and the rename; the caller rolls back
 */
export async function carryOut(root: string, intent: Intent, checked: Pick<Checked, 'stamps' | 'modes'>, fsync: boolean): Promise<void> {
  const steps = stepsOf(intent.entries);
  for (const [at, step] of steps.entries()) {
    await makeFolders(root, intent, step, fsync);
    if (step.kind === 'moves') {
      await inParallel(step.moves, filesAtOnce, async ({ from, to }) => {
        if (intent.cleared.includes(to)) await removeIfEmpty(join(root, to));
        // rename() would silently replace a file, or an empty folder.
        if (await isThere(join(root, to))) throw new ChangedMeanwhile([{ path: to, why: null }]);
        await rename(join(root, from), join(root, to));
      });
    } else {
      await inParallel(step.files, filesAtOnce, ({ index, entry }) => {
        const stamp = checked.stamps.get(index);
        return writeEntry(root, entry, temporaryName(intent.seq, index), { stamp, mode: checked.modes.get(index), fsync });
      });
    }
    if (fsync) await syncFolders(root, foldersOf(step));
    if (at < steps.length - 1) await noteProgress(journalFolder(root), intent.seq, at + 1, fsync);
  }
}

/** Makes the folders that this step writes into, and not earlier: one of that name may have to be renamed first. */
async function makeFolders(root: string, { made }: Intent, step: Step, fsync: boolean): Promise<void> {
  if (made.length === 0) return;
  const targets = step.kind === 'moves' ? step.moves.map(({ to }) => to) : step.files.flatMap(({ entry }) => (entry.after === null ? [] : [entry.path]));
  for (const folder of new Set(targets.map(folderOf))) await mkdir(join(root, folder), { recursive: true });
  if (!fsync) return;
  await syncFolders(root, made.filter((folder) => targets.some((path) => isUnder(path, folder))).map(folderOf));
}

interface Writing {
  /** The file as it was checked; undefined when it was not. */
  stamp: string | null | undefined;
  mode: number | undefined;
  fsync: boolean;
}

async function writeEntry(root: string, entry: FileEntry, temporary: string, { stamp, mode, fsync }: Writing): Promise<void> {
  const path = join(root, entry.path);
  const bytes = await bytesOf(root, entry);
  const name = join(dirname(path), temporary);
  if (bytes !== null) await writeNew(name, bytes, { ...(mode === undefined ? {} : { mode }), fsync });
  if (stamp !== undefined && (await stampNow(path)) !== stamp) {
    if (bytes !== null) await unlink(name);
    throw new ChangedMeanwhile([{ path: entry.path, why: null }]);
  }
  if (bytes !== null) await rename(name, path);
  else if (entry.before !== null) await unlink(path);
}

/** What an entry leaves in its file; null = no file. */
async function bytesOf(root: string, { kind, path, after }: FileEntry): Promise<Uint8Array | string | null> {
  if (after === null || kind === 'text') return after;
  const bytes = await readBlob(root, after);
  if (!bytes) throw new InvalidChange(`The bytes kept for ${printable(path)} are damaged.`);
  return bytes;
}

/** Makes the names in these folders, relative to the workspace, last through a power cut. */
export async function syncFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of new Set(folders)) await syncFolder(join(root, folder));
}
