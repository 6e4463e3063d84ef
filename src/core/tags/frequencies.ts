import { isNaturalCaption } from '../dataset/query/searchable.js';
import type { Dataset, Picture } from '../dataset/model.js';
import { tagKey } from './same-tag.js';

/** A tag of the set, with what it is on. */
export interface Frequency {
  /** In the spelling that most of its captions use. */
  tag: string;
  /** On how many images it is. */
  count: number;
  /** On how many of each concept's images, in the order of the concepts. */
  concepts: readonly number[];
  /** The first image that has it, in the order of the folders. */
  first: Picture;
  /** How many tags were met before it. */
  seen: number;
}

export interface Frequencies {
  /** The most frequent first, then by the alphabet. */
  tags: readonly Frequency[];
  /** Images with a caption in tags, or none: what the counts are a share of. */
  images: number;
  /** Images whose caption is written in sentences; those have no tags to count (T16). */
  inSentences: number;
}

const known = new WeakMap<Dataset, Frequencies>();

/** Counts the tags of all concepts; once for each dataset. */
export function frequencies(dataset: Dataset): Frequencies {
  let found = known.get(dataset);
  if (!found) known.set(dataset, (found = countAll(dataset)));
  return found;
}

interface Row {
  spellings: Map<string, number>;
  count: number;
  concepts: number[];
  first: Picture;
  /** The last image that was counted, as a caption may hold a tag twice. */
  last: Picture;
}

function countAll({ concepts }: Dataset): Frequencies {
  const rows = new Map<string, Row>();
  let [images, inSentences] = [0, 0];
  for (const [at, { pictures }] of concepts.entries()) {
    for (const picture of pictures) {
      if (isNaturalCaption(picture)) {
        inSentences++;
        continue;
      }
      images++;
      for (const tag of picture.tags) {
        const key = tagKey(tag);
        let row = rows.get(key);
        if (!row) rows.set(key, (row = { spellings: new Map(), count: 0, concepts: concepts.map(() => 0), first: picture, last: picture }));
        else if (row.last === picture) continue;
        row.last = picture;
        row.count++;
        row.concepts[at] = (row.concepts[at] ?? 0) + 1;
        row.spellings.set(tag, (row.spellings.get(tag) ?? 0) + 1);
      }
    }
  }
  const tags = [...rows.values()].map(({ spellings, count, concepts: each, first }, seen) => ({ tag: mostCommon(spellings), count, concepts: each, first, seen }));
  return { tags: tags.sort((a, b) => b.count - a.count || alphabet(a, b)), images, inSentences };
}

function mostCommon(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best?.[0] ?? '';
}

/** Orders of the list: the most or least frequent first, by the alphabet, by the image that has it first. */
export const frequencyOrders = ['most', 'least', 'alphabet', 'first seen'] as const;
export type FrequencyOrder = (typeof frequencyOrders)[number];

/** Which tags are listed: all; those on one image (T13); those on all images; those that some concept lacks. */
export const frequencyKinds = ['all', 'on one image', 'on all images', 'not in every concept'] as const;
export type FrequencyKind = (typeof frequencyKinds)[number];

/** The tags of a kind that hold a text, in an order. */
export function listed({ tags, images }: Frequencies, { order, kind, text }: { order: FrequencyOrder; kind: FrequencyKind; text: string }): readonly Frequency[] {
  const wanted = tagKey(text);
  const isListed = ({ tag, count, concepts }: Frequency): boolean => {
    if (kind === 'on one image' && count !== 1) return false;
    if (kind === 'on all images' && count !== images) return false;
    if (kind === 'not in every concept' && concepts.every((one) => one > 0)) return false;
    return wanted === '' || tagKey(tag).includes(wanted);
  };
  const found = tags.filter(isListed);
  if (order === 'least') return found.sort((a, b) => a.count - b.count || alphabet(a, b));
  if (order === 'alphabet') return found.sort(alphabet);
  if (order === 'first seen') return found.sort((a, b) => a.seen - b.seen);
  return found;
}

function alphabet(a: Pick<Frequency, 'tag'>, b: Pick<Frequency, 'tag'>): number {
  const [one, other] = [tagKey(a.tag), tagKey(b.tag)];
  return one < other ? -1 : one > other ? 1 : 0;
}
