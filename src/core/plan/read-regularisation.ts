import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isTrained } from '../dataset/image-names.js';
import type { Concept, Dataset } from '../dataset/model.js';
import { earlierOf } from '../dataset/read-pictures.js';
import { readConcept } from '../dataset/scan.js';
import { listFolder } from '../dataset/walk.js';
import { isConceptName } from '../dataset/workspace.js';
import { factsOf } from '../images/read-all.js';
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
  const dataset: Dataset = { root, captionExtension, concepts: [], raw: [], leftOut: [], others: [], rootImages: [], isConceptFolder: false, problems: [] };
  const folders = new Set((await listFolder(root, '.', [])).folders);
  const concepts: Concept[] = [];
  for (const folder of await namesIn(root)) {
    if (!folders.has(folder) || !isConceptName(folder)) continue;
    const paths = (await listFolder(root, folder, [])).files.map((name) => `${folder}/${name}`);
    const place = { root, folder, captionExtension, files: new Set(paths), earlier: earlierOf(undefined), taken: new Set<number>() };
    const trained = paths.filter((path) => isTrained(path.slice(folder.length + 1)) || path.endsWith(captionExtension));
    concepts.push(await readConcept(place, trained, undefined));
  }
  const read = await factsOf({ ...dataset, concepts });
  return read.concepts.map((concept) => subsetOf(concept, { root }));
}

async function namesIn(root: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const entry of await opendir(join(root))) names.push(entry.name);
    return names;
  } catch {
    return [];
  }
}
