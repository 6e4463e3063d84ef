import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { printable } from '../printable.js';
import { folderName } from './folder-name.js';

/** A folder that cannot be opened as a workspace: missing, no folder, or not readable. Its message is one clear sentence. */
export class WorkspaceError extends Error {
  override name = 'WorkspaceError';
}

/**
 * Makes sure that a workspace is there and can be read.
 * @throws WorkspaceError with one sentence when it cannot
 */
export async function assertReadable(root: string): Promise<void> {
  const shown = printable(root);
  const found = await stat(root).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw new WorkspaceError(`${shown} ${whyNot(found)}.`);
  if (!found.isDirectory()) throw new WorkspaceError(`${shown} is a file, not a folder.`);
  const refused = await access(root, constants.R_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => error);
  if (refused) throw new WorkspaceError(`${shown} ${whyNot(refused)}.`);
}

/** What went wrong with a file or folder, as the end of a sentence that begins with its name. */
export function whyNot(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by you';
    case 'ELOOP':
      return 'is a link that leads back to itself';
    case 'ENOTDIR':
      return 'is not a folder';
    case 'ENAMETOOLONG':
      return 'has too long a name';
    default:
      return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
  }
}

/**
 * Does this folder look like a workspace: with a `loradeck.toml`, a `.loradeck`, a `Raw` or a folder `N_name`?
 * False, not an error, when it cannot be read.
 */
export async function isWorkspace(root: string): Promise<boolean> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.some((entry) => {
    if (entry.name === SETTINGS_FILE) return true;
    if (!entry.isDirectory() && !entry.isSymbolicLink()) return false;
    return entry.name === '.loradeck' || isRaw(entry.name) || isNumberedName(entry.name);
  });
}

/** Would the trainer read a folder of this name (W03)? */
export function isConceptName(name: string): boolean {
  return (folderName(name).repeats ?? 0) >= 1;
}

/**
 * Is it named `N_text`, as concepts are meant to be? The trainer also reads a folder that is called by a number alone, but
 * such a name by itself makes no concept of a folder: it may be anything.
 */
export function isNumberedName(name: string): boolean {
  return name.includes('_') && isConceptName(name);
}

/** Is it the folder of the originals? In any case, as file systems that ignore case have only one. */
export function isRaw(name: string): boolean {
  return name.toLowerCase() === 'raw';
}

/** The settings of a workspace: what sd-scripts takes as `--config_file`, with one table of ours. */
export const SETTINGS_FILE = 'loradeck.toml';

/** The folder of the originals, which is never written to (W06), as it is spoken of. */
export const rawFolder = 'Raw';

/** The folder into which pictures are taken out of training (D18). */
export const leftOutFolder = 'Left out';
