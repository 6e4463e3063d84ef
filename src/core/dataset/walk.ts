import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../printable.js';
import { byCodePoint } from './image-names.js';
import { whyNot } from './workspace.js';

/** The files and folders directly in a folder, by name, in code point order; links are followed. */
export interface Listing {
  files: string[];
  folders: string[];
}

/** Lists a folder. What cannot be read gives an empty listing and a sentence in `problems`. */
export async function listFolder(root: string, path: string, problems: string[]): Promise<Listing> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(root, path), { withFileTypes: true });
  } catch (error) {
    problems.push(`The folder ${printable(path)} ${whyNot(error)}.`);
    return { files: [], folders: [] };
  }
  const listing: Listing = { files: [], folders: [] };
  for (const entry of entries) {
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(root, join(path, entry.name), problems) : entry.isDirectory();
    (isFolder ? listing.folders : listing.files).push(entry.name);
  }
  listing.files.sort(byCodePoint);
  listing.folders.sort(byCodePoint);
  return listing;
}

/**
 * All files below a folder, as paths relative to the workspace, folder by folder. Hidden folders are passed over, and a
 * folder that was entered before (a link that leads back up) is not entered again.
 */
export async function walk(root: string, path: string, problems: string[], entered = new Set<string>()): Promise<string[]> {
  if (entered.size === 0) entered.add(await realpath(root).catch(() => root));
  const real = await realpath(join(root, path)).catch(() => join(root, path));
  if (entered.has(real)) {
    problems.push(`The folder ${printable(path)} is a link that leads back to a folder already read, so it is passed over.`);
    return [];
  }
  entered.add(real);
  const { files, folders } = await listFolder(root, path, problems);
  const found = files.map((name) => `${path}/${name}`);
  for (const name of folders) {
    if (name.startsWith('.')) continue;
    for (const file of await walk(root, `${path}/${name}`, problems, entered)) found.push(file);
  }
  return found;
}

async function leadsToFolder(root: string, path: string, problems: string[]): Promise<boolean> {
  try {
    return (await stat(join(root, path))).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') problems.push(`${printable(path)} ${whyNot(error)}.`);
    return false;
  }
}
