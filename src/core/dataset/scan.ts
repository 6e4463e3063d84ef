import { basename, resolve } from 'node:path';
import { tagsOf } from '../tags/caption.js';
import { folderName } from './folder-name.js';
import { isPicture, isTrained } from './image-names.js';
import type { Concept, Dataset, OtherFolder } from './model.js';
import { earlierOf, readPictures, type Place } from './read-pictures.js';
import { listFolder, walk } from './walk.js';
import { readWorkspaceFile } from './workspace-file.js';
import { assertReadable, isConceptName, isNumberedName, isRaw, leftOutFolder } from './workspace.js';

/**
 * Reads a workspace as the trainer would: which folders are concepts, which images it takes and which caption belongs to
 * each (W01–W05, T01); besides those, what lies in `Raw` and `Left out` and what the trainer passes over. Captions are
 * read, images are not opened.
 * @param root path of the workspace
 * @param options.previous an earlier dataset of it: what did not change is taken over as the same objects
 * @throws WorkspaceError when the folder does not exist, is no folder, or may not be read
 */
export async function scanWorkspace(root: string, options: { previous?: Dataset | undefined } = {}): Promise<Dataset> {
  const absolute = resolve(root);
  await assertReadable(absolute);
  const { previous } = options;
  const problems: string[] = [];
  const file = await readWorkspaceFile(absolute);
  const top = await listFolder(absolute, '.', problems);
  const base = {
    root: absolute,
    captionExtension: file.captionExtension,
    earlier: earlierOf(previous?.root === absolute ? previous : undefined),
    taken: new Set<number>(),
  };

  const concepts: Concept[] = [];
  const others: OtherFolder[] = [];
  const raw: Dataset['raw'][number][] = [];
  const leftOut: Dataset['raw'][number][] = [];
  for (const folder of top.folders) {
    const kind = isRaw(folder) ? 'raw' : folder === leftOutFolder ? 'left-out' : isConceptName(folder) ? 'concept' : null;
    if (kind === null && folder.startsWith('.')) continue;
    // Only the folders that are looked into deeply are walked; the trainer's own may be huge.
    const paths = kind === null ? await topFiles(absolute, folder, problems) : await walk(absolute, folder, problems);
    const place: Place = { ...base, folder, files: new Set(paths) };
    if (kind === 'concept') {
      concepts.push(await readConcept(place, paths, previous));
    } else if (kind === null) {
      others.push(otherFolder(folder, paths, file.trainerFolders));
    } else {
      const pictures = await readPictures(place, paths.filter((path) => isPicture(nameOf(path))));
      for (const picture of pictures) (kind === 'raw' ? raw : leftOut).push(picture);
      others.push({ folder, kind, images: paths.filter((path) => isPicture(nameOf(path))) });
    }
  }
  const rootImages = top.files.filter(isPicture);
  return {
    root: absolute,
    captionExtension: file.captionExtension,
    concepts,
    raw,
    leftOut,
    others,
    rootImages,
    isConceptFolder: isConceptFolder(absolute, concepts, rootImages),
    problems,
  };
}

/** Reads one folder as the trainer does a concept's. */
export async function readConcept(place: Place, paths: readonly string[], previous: Dataset | undefined): Promise<Concept> {
  const { folder } = place;
  const { repeats, text } = folderName(folder);
  const direct = (path: string) => path.indexOf('/', folder.length + 1) < 0;
  const trained = paths.filter((path) => direct(path) && isTrained(nameOf(path)));
  const ignored = paths.filter((path) => isPicture(nameOf(path)) && !(direct(path) && isTrained(nameOf(path))));
  const pictures = await readPictures(place, trained);
  const before = previous?.concepts.find((concept) => concept.folder === folder);
  if (before && sameItems(before.pictures, pictures) && sameItems(before.ignored, ignored)) return before;
  return { folder, repeats: repeats ?? 1, activationText: text, activation: tagsOf(text), pictures, ignored };
}

/** What a folder is that is no concept: `x_y` with images is refused for its number (W03), other folders with images are strays (W02). */
function otherFolder(folder: string, paths: readonly string[], trainerFolders: readonly string[]): OtherFolder {
  const images = paths.filter((path) => isPicture(nameOf(path)));
  const isTrainers = /^(reg|regulari[sz]ation|outputs?|logs?)$/i.test(folder) || trainerFolders.includes(folder);
  if (isTrainers) return { folder, kind: 'ignored', images: [] };
  const { repeats } = folderName(folder);
  const looksNumbered = repeats !== null || /^[\s+-]*\d[\d.,e]*_/.test(folder);
  if (looksNumbered || (folder.includes('_') && images.length > 0)) return { folder, kind: 'refused', images };
  return { folder, kind: images.length > 0 ? 'stray' : 'ignored', images };
}

function isConceptFolder(root: string, concepts: readonly Concept[], rootImages: readonly string[]): boolean {
  const name = basename(root);
  return concepts.length === 0 && rootImages.length > 0 && isNumberedName(name);
}

async function topFiles(root: string, folder: string, problems: string[]): Promise<string[]> {
  return (await listFolder(root, folder, problems)).files.map((name) => `${folder}/${name}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
