import type { Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { trainerCaption } from '../dataset/trainer-caption.js';
import { isUtf8 } from '../tags/caption.js';
import { readResolution, type Fitted } from './bucket.js';
import type { PlanSettings } from './plan-settings.js';
import { PlanRefused } from './refused.js';

/**
 * Stops at settings with which the trainer makes no buckets at all.
 *
 * @throws PlanRefused
 */
export function assertBuckets({ values, buckets, family }: PlanSettings): void {
  if (readResolution(values['resolution']) === null) {
    throw new PlanRefused('R-19', 'The trainer stops without a resolution: it is width,height, as in "768,768".');
  }
  if (!buckets.enabled) return;
  const { step } = buckets;
  const unit = family === 'sdxl' ? 32 : 64;
  if (step % unit !== 0) throw new PlanRefused('R-14', `The trainer refuses bucket_reso_steps = ${step}: it must be a multiple of ${unit}.`);
  const least = buckets.min - (buckets.min % step);
  const most = Math.ceil(buckets.max / step) * step;
  const [short, long] = [Math.min(...buckets.resolution), Math.max(...buckets.resolution)];
  if (least > short) throw new PlanRefused('R-16', `The trainer refuses min_bucket_reso = ${buckets.min}: it is over the resolution (${short}).`);
  if (most < long) throw new PlanRefused('R-16', `The trainer refuses max_bucket_reso = ${buckets.max}: it is under the resolution (${long}).`);
  if (least === 0 && !buckets.noUpscale) {
    throw new PlanRefused('R-15', `The trainer stops at min_bucket_reso = ${buckets.min}: it rounds it down to a whole step of ${step}, which is 0.`);
  }
}

/**
 * Stops at a caption at which the trainer stops.
 *
 * @param path - of the picture, as shown
 * @throws PlanRefused
 */
export function assertCaption(picture: Picture, path: string): void {
  const { caption, locked } = picture;
  if (locked?.by === 'caption') throw new PlanRefused('R-64', `The trainer stops at the caption of ${printable(path)}: ${locked.why}`);
  if (caption === null || trainerCaption(picture, '').from !== 'dies') return;
  if (isUtf8(caption)) throw new PlanRefused('R-63', `The trainer stops at the caption of ${printable(path)}, a file of 0 bytes.`);
  throw new PlanRefused('R-64', `The trainer stops at the caption of ${printable(path)}, which is not UTF-8.`);
}

/**
 * Stops at an image at which the trainer stops.
 *
 * @param fitted - where it would put it; null for one that cannot be read
 * @throws PlanRefused
 */
export function assertImage({ facts }: Picture, path: string, fitted: Fitted | null, { buckets, values }: PlanSettings): void {
  if (fitted === null) throw new PlanRefused('D15', `The trainer stops at ${printable(path)}, which cannot be read${facts?.error ? `: ${facts.error}` : '.'}`);
  const { width = 0, height = 0 } = facts ?? {};
  const size = `${width}×${height}`;
  if (fitted.bucket.includes(0)) {
    throw new PlanRefused('R-18', `The trainer stops at ${printable(path)}: at ${size} a side is under one bucket step of ${buckets.step}, and bucket_no_upscale keeps it so.`);
  }
  const [wide, high] = buckets.resolution;
  if (buckets.enabled || values['cache_latents'] === true || values['cache_latents_to_disk'] === true) return;
  const cropped = values['random_crop'] === true;
  if (width < wide || height < high || (!cropped && (width > wide || height > high))) {
    throw new PlanRefused('R-18', `The trainer stops at ${printable(path)}: without buckets and cached latents its ${size} must be ${wide}×${high}.`);
  }
}
