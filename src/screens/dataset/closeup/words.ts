import type { Facts, Picture } from '../../../core/dataset/model.js';
import type { Fitted } from '../../../core/plan/bucket.js';
import { counted } from '../../../core/words.js';
import type { Region } from '../../../terminal/images/driver.js';
import { size } from '../../parts/text.js';
import type { Size } from './viewport.js';

/** `832×1024 png 1.1 MB · 23 tags` */
export function about({ bytes, tags }: Picture, facts: Facts | null): string {
  const pixels = facts && facts.error === null ? `${facts.width}×${facts.height} ${facts.format} ` : '';
  return `${pixels}${size(bytes)} · ${counted(tags.length, 'tag')}`;
}

/** Which pixels are seen, `320–639, 0–511`; empty when all of them are. */
export function partSeen({ left, top, width, height }: Region, picture: Size): string {
  if (width === 1 && height === 1) return '';
  const range = (start: number, length: number, all: number) => {
    const first = Math.round(start * all);
    return `${first}–${Math.min(all, Math.max(first + 1, Math.round((start + length) * all))) - 1}`;
  };
  return `x ${range(left, width, picture.width)}, y ${range(top, height, picture.height)}`;
}

/** What the trainer makes of it: `trained at 704×896, 2% cut off left and right`. */
export function cropped({ bucket, resized }: Fitted): string {
  const [x, y] = [1 - bucket[0] / resized[0], 1 - bucket[1] / resized[1]];
  const share = (part: number) => (part < 0.01 ? 'less than 1%' : `${Math.round(100 * part)}%`);
  const cut = x > 0 ? `, ${share(x)} cut off left and right` : y > 0 ? `, ${share(y)} cut off above and below` : '';
  return `trained at ${bucket.join('×')}${cut}`;
}
