import type { Picture } from '../dataset/model.js';
import { isNaturalCaption } from '../dataset/query/searchable.js';
import { tagKey } from '../tags/same-tag.js';
import { addTags } from '../tags/verbs.js';
import { counted } from '../words.js';
import { eachConcept, paths, remembered, scopeOf, type Check, type CheckContext } from './context.js';
import { finding, type Fix } from './finding.js';

/** T14: pictures without colour that are not tagged so. Only files of one channel are known to have none; others are not judged. */
export const lowQuality: Check = (context) => {
  if (context.file.style === 'natural') return [];
  return eachConcept(context, ({ folder, pictures }) => {
    const grey = tagged(pictures).filter((picture) => picture.facts?.error === null && picture.facts.space === 'b-w' && !hasOne(picture, colourless));
    if (grey.length === 0) return [];
    const message = `${counted(grey.length, 'image', 'is', 'are')} without colour and not tagged greyscale, so the concept learns to be grey.`;
    // On both sites greyscale implies monochrome (T08).
    return [finding({ rule: 'T14', level: 'warn', concept: folder, images: paths(grey), message, fix: add(context, grey, 'greyscale') })];
  });
};

const colourless = new Set(['monochrome', 'greyscale', 'black and white', 'sepia', 'spot color', 'grayscale']);

/** T15: sheets are tagged for their several views, and nobody is alone beside others. */
export const severalOfThem: Check = (context) => {
  if (context.file.style === 'natural') return [];
  const viewsTag = context.file.style === 'e6' ? 'multiple angles' : 'multiple views';
  return eachConcept(context, ({ folder, pictures }) => {
    const sheets = pictures.filter((picture) => severalIn(picture).isSheet);
    const crowds = pictures.filter((picture) => severalIn(picture).isCrowd);
    return [
      ...(sheets.length === 0 ? [] : [finding({
        rule: 'T15', level: 'info', concept: folder, images: paths(sheets), fix: add(context, sheets, viewsTag),
        message: `${counted(sheets.length, 'image', 'is', 'are')} tagged as a sheet and not “${viewsTag}”, so the concept may learn to come in several.`,
      })]),
      ...(crowds.length === 0 ? [] : [finding({
        rule: 'T15', level: 'info', concept: folder, images: paths(crowds),
        message: `${counted(crowds.length, 'caption', 'says', 'say')} “solo” and several people at once.`,
      })]),
    ];
  });
};

/** What the caption says of several, looked at once. */
const severalIn = remembered((picture: Picture) => {
  if (tagged([picture]).length === 0) return { isSheet: false, isCrowd: false };
  return { isSheet: hasOne(picture, sheet) && !hasOne(picture, views), isCrowd: hasOne(picture, alone) && persons(picture) > 1 };
});

const sheet = new Set(['reference sheet', 'model sheet', 'character sheet', 'turnaround']);
const views = new Set(['multiple views', 'multiple angles', 'multiple poses', 'multiple images']);
const alone = new Set(['solo']);
const several = new Set(['duo', 'trio', 'group', 'large group', 'crowd', 'multiple girls', 'multiple boys', 'multiple others']);

function tagged(pictures: readonly Picture[]): Picture[] {
  return pictures.filter((picture) => !picture.locked && picture.tags.length > 0 && !isNaturalCaption(picture));
}

function hasOne({ tags }: Picture, keys: ReadonlySet<string>): boolean {
  return tags.some((tag) => keys.has(tagKey(tag)));
}

/** How many people the tags speak of, at least. */
function persons({ tags }: Picture): number {
  let sum = 0;
  for (const tag of tags) {
    const key = tagKey(tag);
    if (several.has(key)) return 2;
    const count = /^(\d)\+?(?:girl|boy|other)s?$/.exec(key)?.[1];
    if (count !== undefined) sum += Number(count);
  }
  return sum;
}

function add(context: CheckContext, pictures: readonly Picture[], tag: string): Fix {
  return { label: `add “${tag}”`, change: async () => addTags(scopeOf(context, pictures), [tag]) };
}
