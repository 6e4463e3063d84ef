import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Concept, Picture } from '../dataset/model.js';
import { inParallel } from '../in-parallel.js';
import { cacheName, type CacheName } from './cache-names.js';
import { isUsed, type CacheRules } from './cache-rules.js';

/** A cache that no longer belongs to what lies beside it. The trainer compares neither times nor contents, and uses it. */
export interface StaleCache {
  /** Relative to the workspace. */
  path: string;
  holds: CacheName['holds'];
  picture: Picture;
  /** `older` than its image or caption; made when the image had another `size`. */
  why: 'older' | 'size';
}

const atOnce = 32;

/** Latents that were found sound: as long as the picture is the same object they stay so. A caption may be about to be written. */
const sound = new WeakMap<Picture, Set<string>>();

/**
 * Looks for stale caches in a concept's folder.
 * @param files names of the files in it
 */
export async function staleCaches(root: string, concept: Concept, files: readonly string[], rules: CacheRules): Promise<StaleCache[]> {
  if (!rules.latents && !rules.texts) return [];
  const byStem = new Map(concept.pictures.map((picture) => [picture.stem, picture]));
  const looks = files.flatMap((name) => {
    if (!name.endsWith('.npz')) return [];
    const cache = cacheName(name, (stem) => byStem.has(stem));
    const picture = cache && byStem.get(cache.stem);
    return cache && picture && isUsed(cache, rules) ? [{ name, cache, picture }] : [];
  });
  const found = await inParallel(looks, atOnce, async ({ name, cache, picture }): Promise<StaleCache | null> => {
    if (sound.get(picture)?.has(name)) return null;
    const path = `${concept.folder}/${name}`;
    const why = hasOtherSize(cache, picture) ? 'size' : (await isOlder(root, path, cache, picture)) ? 'older' : null;
    if (why !== null) return { path, holds: cache.holds, picture, why };
    // What the file's header says may come later.
    if (picture.facts && cache.holds === 'latents') sound.set(picture, (sound.get(picture) ?? new Set()).add(name));
    return null;
  });
  return found.filter((one) => one !== null);
}

/** The size in the name is the one that the trainer then takes the picture to have. A WebP's may be one short (D06). */
function hasOtherSize({ size }: CacheName, { facts }: Picture): boolean {
  if (!size || !facts || facts.error !== null) return false;
  return Math.abs(size[0] - facts.width) > 1 || Math.abs(size[1] - facts.height) > 1;
}

async function isOlder(root: string, path: string, { holds }: CacheName, picture: Picture): Promise<boolean> {
  const source = holds === 'latents' ? picture.mtimeMs : picture.caption ? await changedAt(root, picture.caption.path) : null;
  const made = await changedAt(root, path);
  return made !== null && source !== null && made < source;
}

async function changedAt(root: string, path: string): Promise<number | null> {
  return (await stat(join(root, path)).catch(() => null))?.mtimeMs ?? null;
}
