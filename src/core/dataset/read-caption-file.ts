import { lstat, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clockTick } from '../clock-tick.js';
import { printable } from '../printable.js';
import { readCaption } from '../tags/caption.js';
import type { Caption, Locked } from './model.js';
import { whyNot } from './workspace.js';

/** When a caption was read and what its file looked like then, so that a later scan need not read it again. */
const seen = new WeakMap<Caption, { mtimeMs: number; readAt: number }>();

/**
 * Reads a caption file. Gives the earlier caption back, as the same object, when the file has not changed since.
 * @param path relative to the workspace, with `/`
 * @returns null when there is no such file, or when it cannot be read
 */
export async function readCaptionFile(root: string, path: string, earlier: Caption | null): Promise<Caption | null> {
  const file = join(root, path);
  try {
    const before = earlier?.path === path ? seen.get(earlier) : undefined;
    const info = await stat(file);
    // Reading a pipe would wait for ever.
    if (!info.isFile()) return null;
    const { mtimeMs, size } = info;
    if (earlier && before?.mtimeMs === mtimeMs && earlier.bytes === size && mtimeMs < before.readAt - clockTick) return earlier;
    const readAt = Date.now();
    const bytes = await readFile(file);
    const { text, encoding } = readCaption(bytes);
    const same = earlier?.path === path && earlier.text === text && earlier.encoding === encoding && earlier.bytes === bytes.length;
    const caption: Caption = same ? earlier : { path, text, encoding, bytes: bytes.length };
    seen.set(caption, { mtimeMs, readAt });
    return caption;
  } catch {
    return null;
  }
}

/**
 * Why there is no caption where {@link readCaptionFile} gave none: a file that cannot be read is not a missing one, and
 * nothing may be written in its place. Undefined when nothing is there.
 * @param path relative to the workspace, with `/`
 */
export async function lockedCaption(root: string, path: string): Promise<Locked | undefined> {
  const why = await troubleWith(join(root, path));
  return why === null ? undefined : { by: 'caption', why: `${printable(path)} ${why}.` };
}

async function troubleWith(file: string): Promise<string | null> {
  const entry = await lstat(file).catch(() => null);
  if (!entry) return null;
  try {
    if (!(await stat(file)).isFile()) return 'is no plain file';
    const opened = await open(file, 'r');
    await opened.read(new Uint8Array(1)).finally(() => opened.close());
    return null;
  } catch (error) {
    const isDangling = entry.isSymbolicLink() && (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isDangling ? 'is a link that leads nowhere' : whyNot(error);
  }
}
