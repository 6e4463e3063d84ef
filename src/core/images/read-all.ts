import { join } from 'node:path';
import { inParallel } from '../in-parallel.js';
import { mapPictures } from '../dataset/map-pictures.js';
import type { Dataset, Facts, Picture } from '../dataset/model.js';
import { everyPicture } from '../dataset/read-pictures.js';
import { decode, type Decoded } from './decode.js';
import { decodedBefore, rememberDecoded } from './decoded.js';
import { FactsCache } from './facts-cache.js';
import { readFacts } from './facts.js';
import { imagesAtOnce } from './sharp.js';

export interface ReadOptions {
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the reading; what was read until then is given. */
  signal?: AbortSignal | undefined;
  /** Who opens the files; this process unless given. */
  opener?: ImageOpener | undefined;
}

/** Opens the files of pictures, here or elsewhere. Paths are absolute. */
export interface ImageOpener {
  /** What their headers tell, in the same order. */
  facts(paths: readonly string[]): Promise<Facts[]>;
  /** What only the pixels tell. */
  look(path: string): Promise<Decoded>;
  /** How many pictures it is to look at at once. */
  atOnce: number;
}

/** So many headers are asked for together, and so many times at once. */
const batch = 16;
const batchesAtOnce = 2;

const here: ImageOpener = {
  facts: (paths) => Promise.all(paths.map((path) => readFacts(path))),
  look: (path) => decode(path),
  atOnce: imagesAtOnce,
};

/**
 * Reads the facts of every picture that has none yet, from the cache or from the file, and gives the dataset with them.
 * Pictures whose facts were known stay the same objects.
 */
export async function factsOf(dataset: Dataset, { onProgress, signal, opener = here }: ReadOptions = {}): Promise<Dataset> {
  const pictures = everyPicture(dataset);
  const missing = pictures.filter((picture) => picture.facts === null);
  if (missing.length === 0) return dataset;
  const cache = await cacheOf(dataset.root);
  const found = new Map<Picture, Facts>();
  const unknown: Picture[] = [];
  for (const picture of missing) {
    const facts = cache.facts(picture);
    if (facts) found.set(picture, facts);
    else unknown.push(picture);
  }
  onProgress?.(found.size, missing.length);
  const batches = Array.from({ length: Math.ceil(unknown.length / batch) }, (_, at) => unknown.slice(at * batch, (at + 1) * batch));
  await inParallel(batches, batchesAtOnce, async (some) => {
    if (signal?.aborted) return;
    const read = await opener.facts(some.map(({ path }) => join(dataset.root, path)));
    some.forEach((picture, at) => {
      const facts = read[at];
      if (!facts) return;
      found.set(picture, facts);
      cache.keep(picture, { facts });
    });
    onProgress?.(found.size, missing.length);
  }).finally(() => cache.save(pictures)); // What was read counts, also when the rest fails.
  return mapPictures(dataset, (picture) => {
    const facts = found.get(picture);
    return facts ? { ...picture, facts } : picture;
  });
}

/**
 * Decodes every picture once, a few at a time; what was decoded before, in this session or an earlier one, is not
 * decoded again. The outcome is asked for with `decodedBefore`.
 */
export async function decodeAll(dataset: Dataset, pictures: readonly Picture[], { onProgress, signal, opener = here }: ReadOptions = {}): Promise<void> {
  const { root } = dataset;
  const missing = pictures.filter((picture) => !decodedBefore(root, picture));
  if (missing.length === 0) return;
  const cache = await cacheOf(root);
  let done = 0;
  await inParallel(missing, opener.atOnce, async (picture) => {
    const before = cache.decoded(picture);
    if (!before && signal?.aborted) return;
    const decoded = before ?? (await opener.look(join(root, picture.path)));
    rememberDecoded(root, picture, decoded);
    // What broke the decoder may pass another day, with another one.
    if (!before && !decoded.broke) cache.keep(picture, { decoded });
    onProgress?.(++done, missing.length);
  }).finally(() => cache.save(everyPicture(dataset)));
}

/** Of the workspace looked at last. Two looks at once share it, or the later save would lose what the earlier learnt. */
let opened: { root: string; cache: Promise<FactsCache> } | undefined;

function cacheOf(root: string): Promise<FactsCache> {
  if (opened?.root !== root) opened = { root, cache: FactsCache.open(root) };
  return opened.cache;
}
