import type { Concept, Picture } from '../dataset/model.js';
import type { CaptionRules } from '../trainer-eye/caption-rules.js';
import type { PlanSettings } from './plan-settings.js';

/** One folder of images, as the trainer takes it. */
export interface Subset {
  /** The folder's name; of one that a dataset file names, its path from the workspace. */
  folder: string;
  activation: readonly string[];
  repeats: number;
  /** Regularisation images: they fill up to as many as are trained. */
  isReg: boolean;
  /** The captions of images that have none. */
  text: string;
  /** In the order of their names. */
  pictures: readonly Picture[];
  /** What stands before the path of a picture where it is shown: nothing in the workspace, else the absolute folder with `/`. */
  prefix: string;
  /** What is made of its captions; as of all others unless given. */
  captions?: CaptionRules;
}

/** Folders that share buckets and batches: all of them, unless a dataset file says otherwise. */
export interface Part {
  settings: PlanSettings;
  subsets: readonly Subset[];
}

/** A concept's folder as a subset. */
export function subsetOf({ folder, activation, repeats, activationText, pictures }: Concept): Subset {
  return { folder, activation, repeats, isReg: false, text: activationText, pictures, prefix: '' };
}
