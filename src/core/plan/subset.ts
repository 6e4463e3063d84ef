import type { Concept, Picture } from '../dataset/model.js';

/** One folder of images, as the trainer takes it. */
export interface Subset {
  /** The folder's name. */
  folder: string;
  repeats: number;
  /** Regularisation images: they fill up to as many as are trained. */
  isReg: boolean;
  /** The captions of images that have none. */
  text: string;
  /** In the order of their names. */
  pictures: readonly Picture[];
  /** What stands before the path of a picture where it is shown: nothing in the workspace, else the absolute folder with `/`. */
  prefix: string;
}

/** A concept's folder, or one like it elsewhere, as a subset. */
export function subsetOf(concept: Concept, reg: { root: string } | null = null): Subset {
  const { folder, repeats, activationText, pictures } = concept;
  return { folder, repeats, isReg: reg !== null, text: activationText, pictures, prefix: reg === null ? '' : `${reg.root}/` };
}
