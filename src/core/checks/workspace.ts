import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { renameConcept } from '../dataset/create.js';
import { folderName } from '../dataset/folder-name.js';
import { ending, isTrained } from '../dataset/image-names.js';
import type { Concept, Dataset, OtherFolder } from '../dataset/model.js';
import { conceptGoal } from '../dataset/workspace-file.js';
import type { Change, Entry } from '../journal/change.js';
import { printable } from '../printable.js';
import { tagKey } from '../tags/same-tag.js';
import { counted } from '../words.js';
import { type Check } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** W01: the workspace is the parent of the `N_name` folders. */
export const conceptAsWorkspace: Check = ({ dataset }) => {
  if (!dataset.isConceptFolder) return [];
  const name = printable(basename(dataset.root));
  const parent = printable(dirname(dataset.root));
  const message = `${name} is a concept itself, in which the trainer would find no data; open its parent ${parent} instead.`;
  return [finding({ rule: 'W01', level: 'error', blocks: true, images: [...dataset.rootImages], message })];
};

/** W06: something has to be there to train; without a concept, one is made from `Raw`. */
export const nothingToTrain: Check = ({ dataset }) => {
  const { concepts, raw, isConceptFolder } = dataset;
  if (isConceptFolder || concepts.some(({ pictures }) => pictures.length > 0)) return [];
  const start = concepts.length === 0 ? 'There is no concept yet' : 'No concept holds an image that the trainer reads';
  const next =
    raw.length > 0
      ? `make one from the ${counted(raw.length, 'image')} in Raw.`
      : 'put images into a folder Raw and make a concept from them, or into a folder such as 1_name.';
  return [finding({ rule: 'W06', level: 'error', blocks: true, message: `${start}: ${next}` })];
};

/** W02 and W03: folders with images that are not trained because of their names. */
export const folderNames: Check = ({ dataset }) =>
  dataset.others.flatMap((other): Finding[] => {
    const shown = printable(other.folder);
    const images = [...other.images];
    if (other.kind === 'stray') {
      const message = `The folder ${shown} has no repeats in front of its name, so its ${counted(images.length, 'image', 'is', 'are')} not trained.`;
      return [finding({ rule: 'W02', level: 'warn', images, message, fix: renameFix(dataset, other, `1_${other.folder}`) })];
    }
    if (other.kind === 'refused') {
      const message = `${shown} does not begin with a whole number of at least 1, so the trainer passes over it${images.length > 0 ? ` and its ${counted(images.length, 'image')}` : ''}.`;
      return [finding({ rule: 'W03', level: 'error', images, message, fix: renameFix(dataset, other, withNumber(other.folder)) })];
    }
    return [];
  });

/** `0_x` → `1_x`, `1.5_x` → `2_x`, `x_y` → `1_x_y`. */
function withNumber(folder: string): string {
  const number = Number.parseFloat(folder);
  if (Number.isNaN(number)) return `1_${folder.replace(/^_+/, '')}`;
  return `${Math.max(1, Math.round(number))}_${folderName(folder).text || folder.replace(/^[-+\d.,_\s]+/, '')}`;
}

function renameFix(dataset: Dataset, { folder }: Pick<OtherFolder | Concept, 'folder'>, to: string): Fix | null {
  const taken = [...dataset.concepts, ...dataset.others].some((other) => other.folder === to);
  if (taken || folderName(to).text.trim() === '') return null;
  return { label: `rename it to ${printable(to)}`, change: async () => renameConcept(dataset, folder, to) };
}

/** W04: the text after `N_` is the activation text: one tag, or two for outfits. */
export const activationText: Check = ({ dataset, file }) =>
  dataset.concepts.flatMap((concept): Finding[] => {
    const { folder, activation, pictures } = concept;
    const shown = printable(folder);
    const warn = (message: string, to?: string) => [
      finding({ rule: 'W04', level: 'warn', concept: folder, message, fix: to === undefined ? null : renameFix(dataset, concept, to) }),
    ];
    if (activation.length === 0) return warn(`${shown} names no activation tag: write it behind the number, as in ${concept.repeats}_name.`);
    if (activation.length > 2) return warn(`${shown} names ${activation.length} activation tags; one is meant, or two for a character with outfits.`);
    if (file.style === 'natural') return [];
    const common = commonStart(concept);
    if (common === null || common.count * 2 <= pictures.length) return [];
    return warn(
      `${counted(common.count, 'caption', 'starts', 'start')} with “${printable(common.tag)}”, but the folder ${shown} names “${printable(activation.join(', '))}”.`,
      `${concept.repeats}_${common.tag}`,
    );
  });

/** The first tag that most captions start with, when it is not the activation tag. */
function commonStart({ pictures, activation }: Concept): { tag: string; count: number } | null {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const { tags } of pictures) {
    const tag = tags[0];
    if (tag === undefined || activation.some((one) => tagKey(one) === tagKey(tag))) continue;
    const known = counts.get(tagKey(tag));
    if (known) known.count++;
    else counts.set(tagKey(tag), { tag, count: 1 });
  }
  return [...counts.values()].reduce<{ tag: string; count: number } | null>((most, one) => (one.count > (most?.count ?? 0) ? one : most), null);
}

/** W05: two folders with one activation text, and images outside any folder. */
export const sharedPlaces: Check = ({ dataset }) => {
  const { concepts, rootImages, isConceptFolder } = dataset;
  const groups = Map.groupBy(
    concepts.filter(({ activation }) => activation.length > 0),
    ({ activation }) => activation.map(tagKey).join(', '),
  );
  const found = [...groups.values()].filter((group) => group.length > 1).map((group) => {
    const folders = group.map(({ folder }) => printable(folder)).join(', ');
    const message = `${folders} have the same activation text, so they train one concept under two counts of repeats.`;
    return finding({ rule: 'W05', level: 'warn', concept: group[0]?.folder ?? null, message });
  });
  if (rootImages.length > 0 && !isConceptFolder) {
    const message = `${counted(rootImages.length, 'image', 'lies', 'lie')} directly in the workspace, where the trainer does not look.`;
    const home = concepts.length === 1 ? concepts[0] : undefined;
    found.push(finding({ rule: 'W05', level: 'warn', images: [...rootImages], message, fix: home ? moveInto(dataset, home) : null }));
  }
  return found;
};

function moveInto(dataset: Dataset, { folder, pictures }: Concept): Fix | null {
  const stems = new Set(pictures.map(({ stem }) => stem));
  const stemOf = (name: string) => name.slice(0, name.length - ending(name).length);
  const movable = dataset.rootImages.filter((name) => isTrained(name) && !stems.has(stemOf(name)));
  if (movable.length === 0) return null;
  const change = async (): Promise<Change> => {
    const entries = movable.flatMap((name): Entry[] => {
      const caption = stemOf(name) + dataset.captionExtension;
      const image: Entry = { kind: 'move', from: name, to: `${folder}/${name}` };
      return existsSync(join(dataset.root, caption)) ? [image, { kind: 'move', from: caption, to: `${folder}/${caption}` }] : [image];
    });
    return { what: `moved ${counted(movable.length, 'image')} into ${printable(folder)}`, images: movable.length, entries };
  };
  return { label: `move ${movable.length === 1 ? 'it' : 'them'} into ${printable(folder)}`, change };
}

/** W07: each concept has a goal, as the advice on counts and settings follows it. */
export const goals: Check = ({ dataset, file }) => {
  const without = dataset.concepts.filter((concept) => conceptGoal(file, concept) === null).map(({ folder }) => printable(folder));
  if (without.length === 0) return [];
  const message = `No goal is set for ${without.join(', ')}: character, object, clothing, concept or style; without one it counts as a subject, not a style.`;
  return [finding({ rule: 'W07', level: 'info', message })];
};

/** D15: folders that could not be read. */
export const unreadableFolders: Check = ({ dataset }) =>
  dataset.problems.map((message) => finding({ rule: 'D15', level: 'warn', message }));
