import type { Dataset } from '../../core/dataset/model.js';
import { allPictures } from '../../core/session/visible.js';
import { count } from '../parts/text.js';

/** The guide's own figures for the set, in one line: images (D01), tags an image (T06). */
export function guideLine(dataset: Dataset | null): string {
  if (!dataset) return '';
  const pictures = allPictures(dataset);
  if (pictures.length === 0) return 'no images in a concept yet';
  const tags = pictures.reduce((sum, picture) => sum + picture.tags.length, 0) / pictures.length;
  const concepts = dataset.concepts.map(({ folder, pictures: all }) => `${folder}: ${count(all.length, 'image')}`).join(', ');
  return `${concepts} (15–50 a concept, 30 is ideal; a style 50–200) · ${tags.toFixed(1)} tags an image (5–20)`;
}
