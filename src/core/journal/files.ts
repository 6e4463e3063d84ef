import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, rename, rmdir, unlink } from 'node:fs/promises';

/** How many files are looked at or written at once. */
export const filesAtOnce = 16;

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A plain file as it was when it was read. */
export interface Seen {
  bytes: Buffer;
  mode: number;
  /** Changes whenever the file is written or replaced. */
  stamp: string;
}

/**
 * Reads a plain file without following a link.
 *
 * @returns null when nothing is there, `'other'` for a link, a folder or anything else that is no plain file
 */
export async function readPlain(path: string): Promise<Seen | 'other' | null> {
  let file;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP' || code === 'EMLINK' || code === 'ENXIO') return 'other';
    throw error;
  }
  try {
    const stat = await file.stat({ bigint: true });
    if (!stat.isFile()) return 'other';
    return { bytes: await file.readFile(), mode: Number(stat.mode & 0o7777n), stamp: stampOf(stat) };
  } finally {
    await file.close();
  }
}

function stampOf(stat: { ino: bigint; size: bigint; mtimeNs: bigint }): string {
  return `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/** The stamp of a path now; null when nothing is there. */
export async function stampNow(path: string): Promise<string | null> {
  try {
    return stampOf(await lstat(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** Is anything there: a file, a folder, or a link even if it leads nowhere? */
export async function isThere(path: string): Promise<boolean> {
  return (await stampNow(path)) !== null;
}

/**
 * Writes a new file and waits until it is on the disk. A file of this name is one that a killed program left, and goes.
 */
export async function writeNew(path: string, bytes: Uint8Array | string, options: { mode?: number; fsync: boolean }): Promise<void> {
  const create = () => open(path, 'wx', options.mode ?? 0o666);
  const file = await create().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    await unlink(path);
    return create();
  });
  try {
    await file.writeFile(bytes);
    // The mask of the process must not take rights away that the replaced file had.
    if (options.mode !== undefined) await file.chmod(options.mode);
    if (options.fsync) await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a file whole or not at all: under `temporary` first, which lies in the same folder, then renamed. */
export async function replaceFile(path: string, temporary: string, bytes: Uint8Array | string, options: { mode?: number; fsync: boolean }): Promise<void> {
  try {
    await writeNew(temporary, bytes, options);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** Makes the names in a folder last through a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems have no such thing for folders.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await folder.close();
  }
}

/** Removes a folder if nothing is in it. */
export async function removeIfEmpty(path: string): Promise<void> {
  await rmdir(path).catch(() => {});
}
