import { open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './change.js';
import { readPlain, replaceFile, syncFolder } from './files.js';

/** What one writing of the journal is about to do, written down before the first file is touched. */
export interface Intent {
  /** Counts all writings of this workspace. */
  seq: number;
  /** `undo` and `redo` are writings of their own, with their own entries. */
  do: 'apply' | 'undo' | 'redo';
  /** The change that is applied, undone or redone: the `seq` of its first writing, as text. */
  id: string;
  at: string;
  what: string;
  images: number;
  entries: Entry[];
  /** Folders that the writing makes, relative to the workspace; taken away again, when empty, by its undoing. */
  made: string[];
  /** Folders that the writing which this one takes back had made: when empty they go, and may make way for a rename. */
  cleared: string[];
}

const pending = (seq: number) => `${String(seq).padStart(8, '0')}.intent`;
const done = (seq: number) => `${String(seq).padStart(8, '0')}.json`;
const progress = (seq: number) => `${String(seq).padStart(8, '0')}.steps`;

/** Writes an intent so that it is there whole, also after a power cut. */
export async function writeIntent(folder: string, intent: Intent, fsync: boolean): Promise<void> {
  await replaceFile(join(folder, pending(intent.seq)), join(folder, '.intent'), JSON.stringify(intent), { fsync });
  if (fsync) await syncFolder(folder);
}

/** Marks an intent as carried out. The commit is the line in the log; this only keeps old ones from being looked at. */
export async function settleIntent(folder: string, seq: number): Promise<void> {
  await rename(join(folder, pending(seq)), join(folder, done(seq)));
  await rm(join(folder, progress(seq)), { force: true });
}

/** Removes an intent that was rolled back. */
export async function dropIntent(folder: string, seq: number): Promise<void> {
  await unlink(join(folder, pending(seq)));
  await rm(join(folder, progress(seq)), { force: true });
}

/** Puts an intent aside that cannot be used, so that it is not met again. */
export async function refuseIntent(folder: string, seq: number): Promise<void> {
  await rename(join(folder, pending(seq)), join(folder, `${pending(seq)}.refused`));
}

/** Writes down how many steps of an intent are carried out: of more before it commits, of fewer while it is rolled back. */
export async function noteProgress(folder: string, seq: number, steps: number, fsync: boolean): Promise<void> {
  await appendLine(join(folder, progress(seq)), String(steps), fsync);
}

/** How many steps are known to be carried out. The one after may be, in part or whole; no later one is. */
export async function readProgress(folder: string, seq: number): Promise<number> {
  const seen = await readPlain(join(folder, progress(seq)));
  if (seen === null || seen === 'other') return 0;
  const line = seen.bytes.toString('latin1').split('\n').at(-2) ?? '';
  return /^\d{1,9}$/.test(line) ? Number(line) : 0;
}

/** What lies in a journal's folder, told from the names. */
export interface Listing {
  /** Of intents that may not have been carried out, the latest first. */
  pending: number[];
  /** The highest `seq` in use, 0 when there is none. */
  last: number;
}

/** Looks through a journal's folder; empty when there is none. */
export async function listIntents(folder: string): Promise<Listing> {
  const listing: Listing = { pending: [], last: 0 };
  for (const name of await readdir(folder).catch(() => [])) {
    const found = /^(\d{8,15})\.(intent|json|intent\.refused)$/.exec(name);
    if (!found) continue;
    const seq = Number(found[1]);
    listing.last = Math.max(listing.last, seq);
    if (found[2] === 'intent') listing.pending.push(seq);
  }
  listing.pending.sort((a, b) => b - a);
  return listing;
}

/** Reads what a writing did, or was to do; null when it is not there or not readable as such. */
export async function readIntent(folder: string, seq: number): Promise<Intent | null> {
  for (const name of [done(seq), pending(seq)]) {
    const seen = await readPlain(join(folder, name));
    if (seen === null || seen === 'other') continue;
    try {
      const value: unknown = JSON.parse(seen.bytes.toString('utf8'));
      return isIntent(value) && value.seq === seq ? value : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** Appends to a file and waits until it is on the disk. A line that a power cut left unfinished is cut off first. */
export async function appendLine(path: string, line: string, fsync: boolean): Promise<void> {
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    const end = await endOfLines(file, size);
    if (end < size) await file.truncate(end);
    try {
      await file.appendFile(`${line}\n`);
      if (fsync) await file.sync();
    } catch (error) {
      // A line that is there counts, so one that could not be written for certain must not be.
      await file.truncate(end).catch(() => {});
      throw error;
    }
  } finally {
    await file.close();
  }
}

async function endOfLines(file: Awaited<ReturnType<typeof open>>, size: number): Promise<number> {
  const chunk = Buffer.alloc(4096);
  for (let end = size; end > 0; ) {
    const from = Math.max(0, end - chunk.length);
    const { bytesRead } = await file.read(chunk, 0, end - from, from);
    const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return 0;
}

function isIntent(value: unknown): value is Intent {
  if (!isRecord(value)) return false;
  const { seq, id, at, what, images, entries } = value;
  return (
    typeof seq === 'number' &&
    (value.do === 'apply' || value.do === 'undo' || value.do === 'redo') &&
    typeof id === 'string' &&
    typeof at === 'string' &&
    typeof what === 'string' &&
    typeof images === 'number' &&
    [value.made, value.cleared].every((list) => Array.isArray(list) && list.every((folder) => typeof folder === 'string')) &&
    Array.isArray(entries) &&
    entries.every(isEntry)
  );
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  if (value.kind === 'move') return typeof value.from === 'string' && typeof value.to === 'string';
  const isSide = (side: unknown) => side === null || typeof side === 'string';
  return (value.kind === 'text' || value.kind === 'blob') && typeof value.path === 'string' && isSide(value.before) && isSide(value.after);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
