import { basename, dirname, join, relative, sep } from 'node:path';
import { isTrained } from '../dataset/image-names.js';
import type { Concept } from '../dataset/model.js';
import { earlierOf } from '../dataset/read-pictures.js';
import { readConcept } from '../dataset/scan.js';
import { listFolder } from '../dataset/walk.js';
import { readFacts } from '../images/facts.js';
import { inParallel } from '../in-parallel.js';

/**
 * Reads one folder of images wherever it lies, as the trainer reads a concept's; the images' paths begin with its name. A folder
 * that is not there holds none.
 *
 * @param path - absolute
 * @param captionExtension - with its dot
 */
export async function readFolder(path: string, captionExtension: string): Promise<Concept> {
  const [root, folder] = [dirname(path), basename(path)];
  const { files } = await listFolder(root, folder, []);
  const paths = files.map((name) => `${folder}/${name}`);
  const place = { root, folder, captionExtension, files: new Set(paths), earlier: earlierOf(undefined), taken: new Set<number>() };
  const concept = await readConcept(place, paths.filter((one) => isTrained(one.slice(folder.length + 1))), undefined);
  // Facts are kept for workspaces only; a header is read in a millisecond.
  const pictures = await inParallel(concept.pictures, 16, async (picture) => ({ ...picture, facts: await readFacts(join(root, picture.path)) }));
  return { ...concept, pictures };
}

/** What stands before the paths of a folder's images where they are shown: nothing more than its place in the workspace, or its absolute place. */
export function prefixOf(path: string, workspace: string): string {
  const inside = relative(workspace, dirname(path));
  if (inside === '') return '';
  return inside.startsWith('..') ? `${dirname(path)}/` : `${inside.split(sep).join('/')}/`;
}
