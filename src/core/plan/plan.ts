import { largestFolder } from '../settings/recipe-values.js';
import { feed } from '../trainer-eye/feed.js';
import { loadedCaption } from '../trainer-eye/loaded-caption.js';
import { seeded, type Random } from '../trainer-eye/wildcards.js';
import { bucketChooser, type Fitted } from './bucket.js';
import type { PlanSettings } from './plan-settings.js';
import { PlanRefused } from './refused.js';
import { countSteps, type Steps } from './steps.js';
import type { Part } from './subset.js';
import { takeImages, type Taken } from './take-images.js';
import { trainerSize } from './trainer-size.js';
import { assertBuckets, assertCaption, assertImage } from './why-refused.js';

/** A bucket with what lies in it in an epoch. */
export interface Bucket {
  width: number;
  height: number;
  /** Images × repeats, regularisation too, as the trainer prints them. */
  images: number;
  batches: number;
}

/** An image with what the trainer makes of it. */
export interface PlannedImage extends Taken, Fitted {
  /** As shown: in the workspace, or absolute. */
  path: string;
  /** As the trainer reads it. */
  size: [number, number];
  /** The caption as it is kept. */
  caption: string;
  /** One draw of what a step is fed. */
  fed: string;
}

export interface PlannedConcept {
  folder: string;
  activation: readonly string[];
  /** Images that are trained: without those held back for validation. */
  images: number;
  repeats: number;
  /** Of all images × repeats of the concepts, 0–1. */
  share: number;
}

/** What the trainer will make of a workspace. */
export interface Plan extends Steps {
  settings: PlanSettings;
  concepts: PlannedConcept[];
  buckets: Bucket[];
  /** Images × repeats: of the concepts, and of the regularisation folders before they are filled up. */
  trainCount: number;
  regCount: number;
  images: PlannedImage[];
  validated: PlannedImage[];
  /** How often an image of the largest folder is seen (S07). */
  passesPerImage: number;
  /** The validation split has no seed, so that each start holds back other images: buckets and batches are those of one such start. */
  byChance: boolean;
}

/**
 * Simulates what sd-scripts makes of folders of images: which images it takes, in which buckets, in how many batches, steps and
 * epochs, and what it reads of each.
 *
 * @param parts - folders that share buckets and batches, with the facts of their pictures, from {@link readParts}
 * @param settings - what counts for the whole training
 * @throws PlanRefused when the trainer would stop at it
 */
export function makePlan(parts: readonly Part[], settings: PlanSettings): Plan {
  const plans = parts.map(planPart);
  const trainCount = sum(plans, (part) => part.trainCount);
  if (trainCount === 0) throw new PlanRefused('R-62', 'The trainer finds no images to train and ends without a word.');
  const buckets = plans.flatMap((part) => part.buckets);
  const steps = countSteps(sum(buckets, ({ batches }) => batches), settings.steps);
  if (steps.totalSteps < 1) throw new PlanRefused('R-45', 'The settings ask for no step at all, and the trainer refuses.');
  const concepts = plans.flatMap((part) => part.concepts);
  const largest = largestFolder(concepts.map((concept) => ({ ...concept, text: '' })));
  return {
    settings,
    ...steps,
    concepts: concepts.map((concept) => ({ ...concept, share: (concept.images * concept.repeats) / trainCount })),
    buckets,
    trainCount,
    regCount: sum(plans, (part) => part.regCount),
    images: plans.flatMap((part) => part.images),
    validated: plans.flatMap((part) => part.validated),
    passesPerImage: Math.round(((largest?.repeats ?? 0) * steps.totalSteps * 100) / steps.stepsPerEpoch) / 100,
    byChance: parts.some(({ settings: { validation } }) => validation.share > 0 && validation.seed === null),
  };
}

function planPart({ settings, subsets }: Part) {
  assertBuckets(settings);
  const used = subsets.filter(({ repeats, pictures }) => repeats > 0 && pictures.length > 0);
  const { share, seed } = settings.validation;
  const taken = takeImages(used, { share, seed: seed ?? 0 });
  // Of regularisation images all captions are read, also of those that are not needed.
  for (const { isReg, pictures, prefix } of used) if (isReg) for (const picture of pictures) assertCaption(picture, prefix + picture.path);
  const look = looker(settings);
  const images = taken.trained.map(look);
  return {
    images,
    validated: taken.validated.map(look),
    buckets: fill(images, settings.batch),
    trainCount: taken.trainCount,
    regCount: taken.regCount,
    concepts: used
      .filter(({ isReg }) => !isReg)
      .map((subset) => {
        const { folder, activation, repeats } = subset;
        return { folder, activation, images: images.filter((image) => image.subset === subset).length, repeats };
      }),
  };
}

function sum<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** Makes a function that looks at one image as the trainer does, and stops where it would. */
function looker(settings: PlanSettings): (taken: Taken) => PlannedImage {
  const fit = bucketChooser(settings.buckets);
  const random: Random = seeded(1);
  return (taken) => {
    const { picture, subset } = taken;
    const path = subset.prefix + picture.path;
    assertCaption(picture, path);
    const size = trainerSize(picture.facts);
    const fitted = size && fit(size[0], size[1]);
    assertImage(picture, path, fitted, settings);
    if (!size || !fitted) throw new Error(`no size of ${path}`);
    const rules = subset.captions ?? settings.captions;
    const caption = loadedCaption(picture, subset.text, rules).text;
    return { ...taken, ...fitted, path, size, caption, fed: feed(caption, rules, random).text };
  };
}

function fill(images: readonly PlannedImage[], batch: number): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const { bucket: [width, height], repeats } of images) {
    const key = `${width}x${height}`;
    const found = buckets.get(key) ?? { width, height, images: 0, batches: 0 };
    found.images += repeats;
    found.batches = Math.ceil(found.images / batch);
    buckets.set(key, found);
  }
  return [...buckets.values()].sort((a, b) => a.width - b.width || a.height - b.height);
}
