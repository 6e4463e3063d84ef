import type { Dataset } from '../dataset/model.js';
import type { SettingsFile } from '../settings/file.js';
import { largestFolder } from '../settings/recipe-values.js';
import { feed } from '../trainer-eye/feed.js';
import { loadedCaption } from '../trainer-eye/loaded-caption.js';
import { seeded, type Random } from '../trainer-eye/wildcards.js';
import { bucketChooser, type Fitted } from './bucket.js';
import { planSettings, type PlanSettings } from './plan-settings.js';
import { PlanRefused } from './refused.js';
import { countSteps, type Steps } from './steps.js';
import { subsetOf, type Subset } from './subset.js';
import { takeImages, type Images, type Taken } from './take-images.js';
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

export interface PlanOptions {
  /** The folders of `reg_data_dir`, from {@link readRegularisation}. */
  regularisation?: readonly Subset[];
  /** GPUs that share the batches. */
  processes?: number;
}

/**
 * Simulates what sd-scripts makes of a dataset: which images it takes, in which buckets, in how many batches, steps and epochs,
 * and what it reads of each.
 *
 * @param dataset - with the facts of its pictures
 * @throws PlanRefused when the trainer would stop at it
 */
export function makePlan(dataset: Dataset, file: SettingsFile, { regularisation = [], processes = 1 }: PlanOptions = {}): Plan {
  const settings = planSettings(file, processes);
  assertBuckets(settings);
  const concepts = dataset.concepts.filter(({ pictures }) => pictures.length > 0);
  const subsets = [...concepts.map((concept) => subsetOf(concept)), ...regularisation];
  const { share, seed } = settings.validation;
  const taken = takeImages(subsets, { share, seed: seed ?? 0 });
  for (const { pictures, prefix } of regularisation) for (const picture of pictures) assertCaption(picture, prefix + picture.path);
  const look = looker(settings);
  const images = taken.trained.map(look);
  const validated = taken.validated.map(look);
  if (taken.trainCount === 0) throw new PlanRefused('R-62', 'The trainer finds no images to train and ends without a word.');
  const buckets = fill(images, settings.batch);
  const steps = countSteps(buckets.reduce((sum, { batches }) => sum + batches, 0), settings.steps);
  if (steps.totalSteps < 1) throw new PlanRefused('R-45', 'The settings ask for no step at all, and the trainer refuses.');
  const planned = concepts.map((concept) => conceptOf(concept, taken));
  const largest = largestFolder(planned.map((concept) => ({ ...concept, text: '' })));
  return {
    settings,
    ...steps,
    concepts: planned,
    buckets,
    trainCount: taken.trainCount,
    regCount: taken.regCount,
    images,
    validated,
    passesPerImage: Math.round(((largest?.repeats ?? 0) * steps.totalSteps * 100) / steps.stepsPerEpoch) / 100,
    byChance: share > 0 && seed === null,
  };
}

function conceptOf({ folder, repeats, activation }: Dataset['concepts'][number], { trained, trainCount }: Images): PlannedConcept {
  const images = trained.filter(({ subset }) => !subset.isReg && subset.folder === folder).length;
  return { folder, activation, images, repeats, share: trainCount === 0 ? 0 : (images * repeats) / trainCount };
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
    const caption = loadedCaption(picture, subset.text, settings.captions).text;
    return { ...taken, ...fitted, path, size, caption, fed: feed(caption, settings.captions, random).text };
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
