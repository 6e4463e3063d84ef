import type { Concept, Dataset, Picture } from './model.js';

/**
 * A dataset in which pictures are exchanged. What `change` gives back unchanged keeps its identity, and so do the lists
 * and concepts in which nothing changed; a dataset in which nothing changed is given back itself.
 */
export function mapPictures(dataset: Dataset, change: (picture: Picture) => Picture): Dataset {
  const list = (pictures: readonly Picture[]) => {
    const changed = pictures.map(change);
    return changed.every((picture, at) => picture === pictures[at]) ? pictures : changed;
  };
  const concept = (one: Concept): Concept => {
    const pictures = list(one.pictures);
    return pictures === one.pictures ? one : { ...one, pictures };
  };
  const concepts = dataset.concepts.map(concept);
  const same = concepts.every((one, at) => one === dataset.concepts[at]);
  const raw = list(dataset.raw);
  const leftOut = list(dataset.leftOut);
  if (same && raw === dataset.raw && leftOut === dataset.leftOut) return dataset;
  return { ...dataset, concepts: same ? dataset.concepts : concepts, raw, leftOut };
}
