import { printable } from '../printable.js';
import { strip } from './caption.js';

const keys = new Map<string, string>();
const mostKeys = 200_000;

/**
 * What makes two spellings the same tag: case is ignored, `_` equals space, `\(` equals `(`, surrounding space is ignored
 * (W04, T12). Remembered for each spelling, as captions of a set repeat a few thousand of them.
 */
export function tagKey(tag: string): string {
  const known = keys.get(tag);
  if (known !== undefined) return known;
  const key = strip(strip(tag).replace(/\\([()])/g, '$1').replace(/_/g, ' ')).toLowerCase() || strip(tag).toLowerCase();
  if (keys.size >= mostKeys) keys.clear();
  keys.set(tag, key);
  return key;
}

/** Are these two spellings of one tag? */
export function sameTag(a: string, b: string): boolean {
  return a === b || tagKey(a) === tagKey(b);
}

/** A tag that cannot be written into a caption. Its message is one sentence. */
export class InvalidTag extends Error {
  override readonly name = 'InvalidTag';
}

/**
 * A tag as it may be written into a caption: surrounding space taken off.
 *
 * @throws InvalidTag when it is empty, or holds a comma, a line break or another control character
 */
export function cleanTag(tag: string): string {
  const clean = strip(tag.replace(/\ufeff/g, ''));
  if (clean === '') throw new InvalidTag('A tag cannot be empty.');
  if (clean.includes(',')) throw new InvalidTag(`“${printable(clean)}” holds a comma, which ends a tag.`);
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(clean)) throw new InvalidTag(`“${printable(clean)}” holds a control character.`);
  if (!clean.isWellFormed()) throw new InvalidTag(`“${printable(clean)}” holds half a character.`);
  return clean;
}
