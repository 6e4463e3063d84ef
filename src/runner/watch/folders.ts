import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isConceptName, isRaw, leftOutFolder } from '../../core/dataset/workspace.js';

/**
 * The folders of a workspace in which something may change that the program shows, relative to it; `''` is the workspace
 * itself. Folders are listed, no file is looked at; a link that leads back up is not followed again.
 */
export async function foldersToWatch(root: string): Promise<string[]> {
  const found: string[] = [];
  const entered = new Set<string>();
  const enter = async (folder: string, deep: (name: string) => boolean | null): Promise<void> => {
    const real = await realpath(join(root, folder)).catch(() => null);
    if (real === null || entered.has(real)) return;
    entered.add(real);
    found.push(folder);
    for (const name of await foldersIn(join(root, folder))) {
      const isDeep = name.startsWith('.') ? null : deep(name);
      if (isDeep !== null) await enter(folder === '' ? name : `${folder}/${name}`, isDeep ? () => true : () => null);
    }
  };
  await enter('', (name) => isConceptName(name) || isRaw(name) || name === leftOutFolder);
  return found;
}

async function foldersIn(path: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
    const isFolder = entry.isSymbolicLink() ? await stat(join(path, entry.name)).then((found) => found.isDirectory(), () => false) : entry.isDirectory();
    if (isFolder) names.push(entry.name);
  }
  return names;
}
