import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { printable } from '../printable.js';
import { InvalidChange } from './errors.js';
import { isThere } from './files.js';
import { isAside } from './set-aside.js';

/** Where the journal of a workspace lies. */
export function journalFolder(root: string): string {
  return join(root, '.loradeck', 'journal');
}

/** Where the bytes that undo needs lie, each file named by its SHA-256. */
export function blobFolder(root: string): string {
  return join(root, '.loradeck', 'blobs');
}

/**
 * Makes a folder of the program's own. It must not be reached through a link, or a workspace from elsewhere could make
 * the program write where its author likes.
 */
export async function makeOwnFolder(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    if (!(await lstat(at)).isDirectory()) throw new InvalidChange(`${printable(at)} is a link, so nothing is written there.`);
  }
}

/**
 * Says why a path may not stand in a change, by its spelling alone: it must be relative to the workspace and may lead
 * neither out of it, nor into Raw (W06: originals are never written), nor into the program's own folder but for what was
 * removed, which lies there.
 *
 * @returns null when it may
 */
export function refusedPath(path: string): string | null {
  const shown = printable(path);
  const parts = path.split('/');
  if (path === '' || path.startsWith('/') || parts.some((part) => part === '' || part === '.' || part === '..')) {
    return `${shown || 'An empty path'} is not a path inside the workspace.`;
  }
  if (path.includes('\0') || !path.isWellFormed()) return `${shown} is not a name a file can have.`;
  return isAside(path) ? null : refusedFolder(parts[0] ?? '', shown);
}

function refusedFolder(first: string, shown: string): string | null {
  if (first.toLowerCase() === 'raw') return `${shown} lies in Raw, which is never written to.`;
  return first === '.loradeck' ? `${shown} lies in the program's own folder.` : null;
}

/** Follows links to make sure that folders of a workspace really lie in it. Remembers what it has seen. */
export class Fence {
  readonly #seen = new Map<string, Promise<string | null>>();
  #real: Promise<string> | null = null;

  constructor(readonly root: string) {}

  /**
   * Says why nothing may be written into a folder, because of where it, or the nearest folder above it that is there,
   * really lies.
   *
   * @param folder - relative to the workspace; `.` for itself
   */
  refusedFolder(folder: string): Promise<string | null> {
    let answer = this.#seen.get(folder);
    if (!answer) this.#seen.set(folder, (answer = this.#look(folder)));
    return answer;
  }

  async #look(folder: string): Promise<string | null> {
    this.#real ??= realpath(this.root);
    const real = await realpath(join(this.root, folder)).catch((error: NodeJS.ErrnoException) => error);
    if (real instanceof Error) {
      if (real.code === 'ENOENT' && folder !== '.' && !(await isThere(join(this.root, folder)))) {
        const above = dirname(folder);
        return isAside(folder) && !isAside(above) ? this.#ownFolder(above) : this.refusedFolder(above);
      }
      return `${printable(folder)} cannot be followed to where it lies.`;
    }
    const inside = relative(await this.#real, real);
    if (inside === '..' || inside.startsWith(`..${sep}`)) return `${printable(folder)} leads out of the workspace.`;
    if (isAside(folder) && inside.split(sep).join('/') === folder) return null;
    return inside === '' ? null : refusedFolder(inside.split(sep)[0] ?? '', printable(folder));
  }

  /** The program's own folder is where it is by its name, not reached through a link. */
  async #ownFolder(folder: string): Promise<string | null> {
    if (!(await isThere(join(this.root, folder)))) return null;
    const [root, real] = await Promise.all([(this.#real ??= realpath(this.root)), realpath(join(this.root, folder)).catch(() => '')]);
    return relative(root, real) === folder ? null : `${printable(folder)} is a link, so nothing is written there.`;
  }
}
