import type { Dataset, Picture } from '../dataset/model.js';
import { isNaturalCaption } from '../dataset/query/searchable.js';
import { tagKey } from '../tags/same-tag.js';
import { remembered } from './context.js';

/*
 * Tags by numbers, so that ten thousand captions are gone through in a millisecond or two after every edit: only what a
 * caption that changed holds is looked up again.
 */

const numbers = new Map<string, number>();
const spellings: string[] = [];

function numberOf(tag: string): number {
  const key = tagKey(tag);
  let number = numbers.get(key);
  if (number === undefined) {
    numbers.set(key, (number = spellings.length));
    spellings.push(tag);
  }
  return number;
}

const ofTags = remembered((tags: readonly string[]) => Uint32Array.from(new Set(tags.map(numberOf))));

/** The tags of a picture without doubles; of a caption in sentences none (T16). */
export function tagNumbers(picture: Picture): Uint32Array {
  return isNaturalCaption(picture) ? none : ofTags(picture.tags);
}

const none = new Uint32Array();

/** The tag of a number, in the first spelling that was met. */
export function tagOf(number: number): string {
  return spellings[number] ?? '';
}

/** On how many images of all concepts each tag is, by its number; activation tags of their own concept are left out. */
export function countTags({ concepts }: Pick<Dataset, 'concepts'>): Uint32Array {
  for (const { pictures } of concepts) for (const picture of pictures) tagNumbers(picture);
  const counts = new Uint32Array(spellings.length);
  for (const { pictures, activation } of concepts) {
    const own = new Set(activation.map(numberOf));
    for (const picture of pictures) for (const number of tagNumbers(picture)) if (!own.has(number)) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

/** The images that have one of some tags, other than as an activation tag of their concept. @param wanted 1 at the number of each */
export function havingTags({ concepts }: Pick<Dataset, 'concepts'>, wanted: Uint8Array): Picture[] {
  return concepts.flatMap(({ pictures, activation }) => {
    const own = new Set(activation.map(numberOf));
    return pictures.filter((picture) => tagNumbers(picture).some((number) => wanted[number] === 1 && !own.has(number)));
  });
}
