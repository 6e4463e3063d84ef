import type { Picture } from '../dataset/model.js';
import type { Session } from './session.js';
import { current, scope, trainedPictures } from './visible.js';

/** Images of concepts that a bulk operation may work on, and how to call them: `marked`, `filtered`, `of 4_pipnix`. */
export interface ChosenScope {
  name: string;
  pictures: readonly Picture[];
}

/**
 * What a bulk operation can be given, the usual one first (the marked images, else those shown): then those shown, the image under the cursor, its
 * concept, and all concepts. What holds the same images as one before it is left out, and so is what holds none.
 */
export function scopes(session: Session): ChosenScope[] {
  const { dataset } = session;
  if (!dataset) return [];
  const { picture } = current(session);
  const concept = dataset.concepts.find(({ folder }) => folder === picture?.folder);
  const all: ChosenScope[] = [
    scope(session),
    scope({ ...session, marks: new Set() }),
    { name: `image, ${picture?.name}`, pictures: picture && concept ? [picture] : [] },
    { name: `of ${concept?.folder}`, pictures: concept?.pictures ?? [] },
    { name: 'in all concepts', pictures: trainedPictures(dataset) },
  ];
  const found: ChosenScope[] = [];
  for (const one of all) {
    const isThere = found.some(({ pictures }) => pictures.length === one.pictures.length && pictures.every((other, at) => other === one.pictures[at]));
    if (one.pictures.length > 0 && !isThere) found.push(one);
  }
  return found;
}
