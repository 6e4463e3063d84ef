import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Picture } from '../dataset/model.js';

/**
 * How an image is remembered: its concept and its name. Another number of repeats renames the folder, and moves no image
 * back to the beginning.
 *
 * @example walkedKey({ folder: '10_hmbrgrlora', name: '014.png' }) // 'hmbrgrlora/014.png'
 */
export function walkedKey({ folder, name }: Pick<Picture, 'folder' | 'name'>): string {
  return `${folder.replace(/^\d+_/, '')}/${name}`;
}

const fileOf = (root: string): string => path.join(root, '.loradeck', 'walked.jsonl');

/**
 * The images that a person has gone through (T05), as {@link walkedKey}s: a line of JSON each, so that two sessions that add
 * to the file lose nothing. Lines that mean nothing are passed over; no file is none.
 *
 * @throws a system error other than that there is no file
 */
export async function readWalked(root: string): Promise<Set<string>> {
  const text = await readFile(fileOf(root), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const walked = new Set<string>();
  for (const line of text.split('\n')) {
    const entry = parsed(line);
    if (entry === null) walked.clear();
    else if (typeof entry === 'string') walked.add(entry);
  }
  return walked;
}

/** Adds an image. @throws a system error */
export async function addWalked(root: string, key: string): Promise<void> {
  await append(root, JSON.stringify(key));
}

/** From now on no image was gone through. @throws a system error */
export async function forgetWalked(root: string): Promise<void> {
  await append(root, 'null');
}

async function append(root: string, line: string): Promise<void> {
  const file = fileOf(root);
  await mkdir(path.dirname(file), { recursive: true });
  // Begins with a line end: what a crash left half-written before it spoils no more than itself.
  await appendFile(file, `\n${line}`);
}

/** Null means to begin anew. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
