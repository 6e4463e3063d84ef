import type { Picture } from '../dataset/model.js';
import { splitImages } from './split.js';
import type { Subset } from './subset.js';

/** An image that the trainer takes. */
export interface Taken {
  picture: Picture;
  subset: Subset;
  /** How often it lies in an epoch. */
  repeats: number;
}

/** Which images are trained, and how often. */
export interface Images {
  trained: Taken[];
  /** Held back to measure the loss on (`validation_split`); once each. */
  validated: Taken[];
  /** Images × repeats as the trainer prints them: of the concepts, and of the regularisation folders before they are filled up. */
  trainCount: number;
  regCount: number;
}

/**
 * Takes the images of all folders as the trainer does: with a validation split each concept's own is divided; regularisation images
 * are taken until there are as many as trained ones, then repeated once more each in turn until there are.
 */
export function takeImages(subsets: readonly Subset[], validation: { share: number; seed: number }): Images {
  const images: Images = { trained: [], validated: [], trainCount: 0, regCount: 0 };
  const reg: Taken[] = [];
  for (const subset of subsets) {
    const take = (picture: Picture): Taken => ({ picture, subset, repeats: subset.repeats });
    if (subset.isReg) {
      images.regCount += subset.repeats * subset.pictures.length;
      reg.push(...subset.pictures.map(take));
      continue;
    }
    const { trained, validated } = splitImages(subset.pictures, validation.share, validation.seed);
    images.trainCount += subset.repeats * trained.length;
    images.trained.push(...trained.map(take));
    images.validated.push(...validated.map((picture) => ({ ...take(picture), repeats: 1 })));
  }
  images.trained.push(...fill(reg, images.trainCount));
  return images;
}

function fill(reg: readonly Taken[], wanted: number): Taken[] {
  const used: Taken[] = [];
  let count = 0;
  for (const one of reg) {
    if (count >= wanted) break;
    used.push({ ...one });
    count += one.repeats;
  }
  const missing = Math.max(0, wanted - count);
  return used.map((one, at) => ({ ...one, repeats: one.repeats + Math.floor(missing / used.length) + (at < missing % used.length ? 1 : 0) }));
}
