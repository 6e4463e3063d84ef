import type { Dataset } from '../../core/dataset/model.js';

/** `dataset.json` of a run: what was trained, so that a later change of the workspace does not change the past. */
export interface DatasetAsTrained {
  caption_extension: string;
  concepts: {
    folder: string;
    repeats: number;
    /** Images × repeats. */
    images_with_repeats: number;
    /** Path relative to the workspace; caption as it stood, null where there was no caption file. */
    images: { path: string; caption: string | null }[];
  }[];
}

/** Takes the captions and counts of a dataset as they are now. */
export function datasetAsTrained(dataset: Dataset): DatasetAsTrained {
  return {
    caption_extension: dataset.captionExtension,
    concepts: dataset.concepts.map(({ folder, repeats, pictures }) => ({
      folder,
      repeats,
      images_with_repeats: pictures.length * repeats,
      images: pictures.map(({ path, caption }) => ({ path, caption: caption?.text ?? null })),
    })),
  };
}
