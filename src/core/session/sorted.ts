import type { Dataset, Picture } from '../dataset/model.js';
import { bucketOf } from '../plan/bucket-of.js';
import type { SettingsFile } from '../settings/file.js';
import type { Sort, SortName } from './columns.js';

/** What the order of some columns hangs on besides the picture itself. */
export interface SortContext {
  dataset: Dataset | null;
  settings: SettingsFile | null;
}

/** Null where nothing is known of it yet, or nothing can be. */
type SortValue = number | string | null;

/**
 * The pictures in another order. Equal ones stay in the order of the dataset; those of which nothing is known come last,
 * whichever way it goes.
 */
export function sorted(pictures: readonly Picture[], sort: Sort, context: SortContext): readonly Picture[] {
  const valueOf = reader(sort.by, context);
  const values = pictures.map(valueOf);
  const sign = sort.descending ? -1 : 1;
  const places = pictures.map((_, at) => at);
  // Sorting leaves equal ones as they stand.
  places.sort((a, b) => compare(values[a] ?? null, values[b] ?? null, sign));
  return places.flatMap((at) => pictures[at] ?? []);
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}

function reader(by: SortName, { dataset, settings }: SortContext): (picture: Picture) => SortValue {
  if (by === 'bucket') {
    const bucket = bucketOf(settings);
    return (picture) => area(bucket(picture)?.bucket);
  }
  if (by === 'repeats') {
    const repeats = new Map(dataset?.concepts.map((concept) => [concept.folder, concept.repeats]));
    return ({ folder }) => repeats.get(folder) ?? null;
  }
  return readers[by];
}

const readers: Record<Exclude<SortName, 'bucket' | 'repeats'>, (picture: Picture) => SortValue> = {
  name: ({ name }) => name.toLowerCase(),
  folder: ({ folder }) => folder.toLowerCase(),
  pixels: ({ facts }) => (facts && facts.error === null ? facts.width * facts.height : null),
  aspect: ({ facts }) => (facts && facts.error === null ? facts.width / facts.height : null),
  format: ({ facts }) => facts?.format || null,
  alpha: ({ facts }) => (facts && facts.error === null ? Number(facts.alpha) : null),
  size: ({ bytes }) => bytes,
  changed: ({ mtimeMs }) => mtimeMs,
  tags: ({ tags }) => tags.length,
  caption: ({ caption }) => caption && caption.text.toLowerCase(),
};

function area(bucket: readonly [number, number] | undefined): number | null {
  // Buckets of the same area lie side by side, the narrow ones first.
  return bucket ? bucket[0] * bucket[1] + bucket[0] / 1e5 : null;
}
