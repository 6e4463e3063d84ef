import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from '../dataset/walk.js';
import { isConceptName } from '../dataset/workspace.js';
import { readFolder } from './read-folder.js';
import { subsetOf, type Subset } from './subset.js';

/**
 * Reads `reg_data_dir` as the trainer does: the folders `N_text` in it with their images, in the order in which the file system
 * lists them, as it says which ones are left out when there are more than are needed. A folder that is not there gives none,
 * as for the trainer.
 *
 * @param root - absolute path
 * @param captionExtension - with its dot
 */
export async function readRegularisation(root: string, captionExtension: string): Promise<Subset[]> {
  const folders = new Set((await listFolder(root, '.', [])).folders.filter(isConceptName));
  const subsets: Subset[] = [];
  for (const name of await namesIn(root)) {
    if (folders.has(name)) subsets.push({ ...subsetOf(await readFolder(join(root, name), captionExtension)), isReg: true, prefix: `${root}/` });
  }
  return subsets;
}

async function namesIn(root: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const entry of await opendir(root)) names.push(entry.name);
    return names;
  } catch {
    return [];
  }
}
