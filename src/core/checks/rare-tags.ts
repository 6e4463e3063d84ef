import { tagKey } from '../tags/same-tag.js';
import { counted, listed } from '../words.js';
import { paths, type Check } from './context.js';
import { finding } from './finding.js';
import { countTags, havingTags, tagOf } from './tag-numbers.js';

/** In a smaller set most tags are on one image. */
const leastImages = 5;

/** T13: tags that stand on one image of all, which may be slips. */
export const onOneImage: Check = ({ dataset, file }) => {
  if (file.style === 'natural') return [];
  if (dataset.concepts.reduce((sum, { pictures }) => sum + pictures.length, 0) < leastImages) return [];
  const kept = new Set(file.keepTags.map(tagKey));
  const counts = countTags(dataset);
  const wanted = new Uint8Array(counts.length);
  const tags: string[] = [];
  for (let number = 0; number < counts.length; number++) {
    if (counts[number] !== 1 || kept.has(tagKey(tagOf(number)))) continue;
    wanted[number] = 1;
    tags.push(tagOf(number));
  }
  if (tags.length === 0) return [];
  const message = `${counted(tags.length, 'tag', 'stands', 'stand')} on one image only: ${listed(tags.sort())}.`;
  return [finding({ rule: 'T13', level: 'info', images: paths(havingTags(dataset, wanted)), message })];
};
