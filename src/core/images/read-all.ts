import { join } from 'node:path';
import { inParallel } from '../in-parallel.js';
import { mapPictures } from '../dataset/map-pictures.js';
import type { Dataset, Facts, Picture } from '../dataset/model.js';
import { everyPicture } from '../dataset/read-pictures.js';
import { decode, type Decoded } from './decode.js';
import { FactsCache } from './facts-cache.js';
import { readFacts } from './facts.js';
import { imagesAtOnce } from './sharp.js';

export interface ReadOptions {
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the reading; what was read until then is given. */
  signal?: AbortSignal | undefined;
}

/** How many headers are read at once. */
const headersAtOnce = 8;

/**
 * Reads the facts of every picture that has none yet, from the cache or from the file, and gives the dataset with them.
 * Pictures whose facts were known stay the same objects.
 */
export async function factsOf(dataset: Dataset, { onProgress, signal }: ReadOptions = {}): Promise<Dataset> {
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
  await inParallel(unknown, headersAtOnce, async (picture) => {
    if (signal?.aborted) return;
    const facts = await readFacts(join(dataset.root, picture.path));
    found.set(picture, facts);
    cache.keep(picture, { facts });
    onProgress?.(found.size, missing.length);
  });
  await cache.save(pictures);
  return mapPictures(dataset, (picture) => {
    const facts = found.get(picture);
    return facts ? { ...picture, facts } : picture;
  });
}

/** What decoding told of the pictures looked at so far, by path, size and time. */
const known = new Map<string, Decoded>();

/** What is known of a picture's pixels from an earlier `decodeAll`; undefined when it was not decoded. */
export function decodedBefore(root: string, picture: Picture): Decoded | undefined {
  return known.get(keyOf(root, picture));
}

/**
 * Decodes every picture once, a few at a time; what was decoded before, in this session or an earlier one, is not
 * decoded again. The outcome is asked for with `decodedBefore`.
 */
export async function decodeAll(dataset: Dataset, pictures: readonly Picture[], { onProgress, signal }: ReadOptions = {}): Promise<void> {
  const { root } = dataset;
  const missing = pictures.filter((picture) => !known.has(keyOf(root, picture)));
  if (missing.length === 0) return;
  const cache = await cacheOf(root);
  let done = 0;
  await inParallel(missing, imagesAtOnce, async (picture) => {
    const before = cache.decoded(picture);
    if (!before && signal?.aborted) return;
    const decoded = before ?? (await decode(join(root, picture.path)));
    known.set(keyOf(root, picture), decoded);
    if (!before) cache.keep(picture, { decoded });
    onProgress?.(++done, missing.length);
  });
  await cache.save(everyPicture(dataset));
}

/** Of the workspace looked at last. Two looks at once share it, or the later save would lose what the earlier learnt. */
let opened: { root: string; cache: Promise<FactsCache> } | undefined;

function cacheOf(root: string): Promise<FactsCache> {
  if (opened?.root !== root) opened = { root, cache: FactsCache.open(root) };
  return opened.cache;
}

function keyOf(root: string, { path, bytes, mtimeMs }: Picture): string {
  return `${root}\n${path}\n${bytes} ${mtimeMs}`;
}
