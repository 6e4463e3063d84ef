import type { Dataset } from '../../core/dataset/model.js';
import { trainedPictures } from '../../core/session/visible.js';
import { counted } from '../../core/words.js';

/** The guide's own figures for the set, in one line: images (D01), tags an image (T06). */
export function guideLine(dataset: Dataset | null): string {
  if (!dataset) return '';
  const pictures = trainedPictures(dataset);
  if (pictures.length === 0) return 'no images in a concept yet';
  const tags = pictures.reduce((sum, picture) => sum + picture.tags.length, 0) / pictures.length;
  const concepts = dataset.concepts.map(({ folder, pictures: all }) => `${folder}: ${counted(all.length, 'image')}`).join(', ');
  return `${concepts} (15–50 a concept, 30 is ideal; a style 50–200) · ${tags.toFixed(1)} tags an image (5–20)`;
}
