import { keepsUnderscores } from '../tags/normalise.js';
import { tagKey } from '../tags/same-tag.js';

/** A name as the vocabulary keys it, whatever its spelling in a caption: `Blue Hair` and `blue\_hair (x)` lose case, spaces and escapes. */
export function nameKey(tag: string): string {
  return tagKey(tag).replace(/ /g, '_');
}

/** A name as it is written into captions: with spaces, but for faces and quality tags. */
export function written(name: string): string {
  return keepsUnderscores(name) ? name : name.replace(/_/g, ' ').trim() || name;
}
