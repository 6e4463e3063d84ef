import type { Facts } from '../dataset/model.js';

/**
 * The size as the trainer reads it, `[width, height]`: not turned by EXIF, and of an extended WebP one pixel short on
 * both sides (D06). Null when the picture cannot be read.
 */
export function trainerSize(facts: Facts | null): [number, number] | null {
  if (facts === null || facts.error !== null) return null;
  const short = facts.extended ? 1 : 0;
  return [facts.width - short, facts.height - short];
}
