import type { Concept, Picture } from '../dataset/model.js';
import { ending, isTrained } from '../dataset/image-names.js';
import type { Change, Entry } from '../journal/change.js';
import { printable } from '../printable.js';
import { fileText } from '../tags/caption.js';
import { counted } from '../words.js';
import { eachConcept, paths, type Check } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** D16: images that share one caption, because only their endings differ. */
export const sharedCaptions: Check = (context) =>
  eachConcept(context, (concept) => {
    const first = new Set<string>();
    const doubled = new Set<string>();
    for (const { stem } of concept.pictures) (first.has(stem) ? doubled : first).add(stem);
    if (doubled.size === 0) return [];
    const images = concept.pictures.filter(({ stem }) => doubled.has(stem));
    const message = `${counted(images.length, 'image', 'differs', 'differ')} from another only in the ending, so they share one caption and one cache.`;
    return [finding({ rule: 'D16', level: 'error', concept: concept.folder, images: paths(images), message, fix: renameDoubles(concept, images) })];
  });

function renameDoubles(concept: Concept, images: readonly Picture[]): Fix {
  const change = async (): Promise<Change> => {
    const taken = new Set(concept.pictures.map(({ stem }) => stem));
    const kept = new Set<string>();
    const entries = images.flatMap((picture): Entry[] => {
      const { stem, name, caption, path } = picture;
      if (!kept.has(stem)) {
        kept.add(stem);
        return [];
      }
      let free = `${stem}-${ending(name).slice(1).toLowerCase()}`;
      for (let count = 2; taken.has(free); count++) free = `${stem}-${count}`;
      taken.add(free);
      const moved: Entry = { kind: 'move', from: path, to: `${concept.folder}/${free}${ending(name)}` };
      const text = caption && fileText(caption);
      const copy = `${concept.folder}/${free}${ending(picture.captionPath)}`;
      return text ? [moved, { kind: 'text', path: copy, before: null, after: text }] : [moved];
    });
    const count = entries.filter(({ kind }) => kind === 'move').length;
    return { what: `gave ${counted(count, 'image')} ${count === 1 ? 'a name of its own' : 'names of their own'}`, images: count, entries };
  };
  return { label: 'rename them apart, each with a copy of the caption', change };
}

/** D06 (by name) and D17: pictures that the trainer passes over, and files that it would train by mistake. */
export const passedOver: Check = (context) =>
  eachConcept(context, (concept) => {
    const { folder, pictures, ignored } = concept;
    const groups = Map.groupBy(ignored, (path) => whyIgnored(path, folder));
    const about = (kind: Why, rule: string, say: (count: string) => string, fix: Fix | null = null): Finding[] => {
      const images = groups.get(kind);
      if (!images) return [];
      return [finding({ rule, level: 'warn', concept: folder, images, message: say(counted(images.length, 'image', 'is', 'are')), fix })];
    };
    const mistaken = pictures.filter(({ stem }) => /-masklabel$|[-_]mask$|^(preview|cover|thumb|thumbnail)$/i.test(stem));
    return [
      ...about('deep', 'D17', (count) => `${count} in a folder inside ${printable(folder)}, deeper than the trainer looks.`),
      ...about('case', 'D17', (count) => `${count} passed over for an ending in mixed case, such as .Png.`, lowerCase(groups.get('case') ?? [])),
      ...about('plug-in', 'D06', (count) => `${count} AVIF or JPEG XL, which the trainer reads only with a plug-in; convert to PNG or JPEG.`),
      ...about('format', 'D06', (count) => `${count} GIF, TIFF or HEIC, which the trainer passes over; convert to PNG or JPEG.`),
      ...(mistaken.length === 0
        ? []
        : [finding({
            rule: 'D17', level: 'warn', concept: folder, images: paths(mistaken),
            message: `${counted(mistaken.length, 'image', 'looks', 'look')} like a mask or a preview by name, but will be trained.`,
          })]),
    ];
  });

type Why = 'deep' | 'case' | 'plug-in' | 'format';

function whyIgnored(path: string, folder: string): Why {
  if (path.includes('/', folder.length + 1)) return 'deep';
  const end = ending(path.slice(folder.length + 1));
  if (isTrained(`x${end.toLowerCase()}`)) return 'case';
  return /^\.(avif|jxl)$/i.test(end) ? 'plug-in' : 'format';
}

function lowerCase(files: readonly string[]): Fix | null {
  if (files.length === 0) return null;
  const change = async (): Promise<Change> => ({
    what: `wrote the endings of ${counted(files.length, 'image')} in lower case`,
    images: files.length,
    entries: files.map((from) => ({ kind: 'move', from, to: from.slice(0, from.lastIndexOf('.')) + from.slice(from.lastIndexOf('.')).toLowerCase() })),
  });
  return { label: 'write the endings in lower case', change };
}
