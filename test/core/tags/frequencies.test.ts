import { expect, test } from 'vitest';
import type { Concept, Dataset } from '../../../src/core/dataset/model.js';
import { frequencies, listed, type FrequencyKind, type FrequencyOrder } from '../../../src/core/tags/frequencies.js';
import { picture } from './pictures.js';

function dataset(folders: Record<string, (string | null)[]>): Dataset {
  let id = 0;
  const concepts = Object.entries(folders).map(([folder, captions]): Concept => {
    const pictures = captions.map((caption) => picture(caption, { id: ++id, folder }));
    return { folder, repeats: 1, activationText: folder, activation: [folder], pictures, ignored: [] };
  });
  return { root: '/', captionExtension: '.txt', concepts, raw: [], leftOut: [], others: [], rootImages: [], isConceptFolder: false, problems: [] };
}

const sample = dataset({
  '1_a': ['x, Long_Hair, long hair', 'x, b, long hair', null],
  '2_b': ['x, b, c', 'A fox stands in the deep snow, looking at the viewer. x, b'],
});
const names = (order: FrequencyOrder, kind: FrequencyKind = 'all', text = '') => listed(frequencies(sample), { order, kind, text }).map(({ tag }) => tag);

test('each tag with its images, those of each concept, and the first that has it', () => {
  const { tags, images, inSentences } = frequencies(sample);
  expect([images, inSentences]).toEqual([4, 1]);
  expect(tags.map(({ tag, count, concepts, first }) => [tag, count, concepts, first.path])).toEqual([
    ['x', 3, [2, 1], '1_a/1.png'],
    ['b', 2, [1, 1], '1_a/2.png'],
    ['Long_Hair', 2, [2, 0], '1_a/1.png'],
    ['c', 1, [0, 1], '2_b/4.png'],
  ]);
  expect(frequencies(sample)).toBe(frequencies(sample));
});

test('orders', () => {
  expect(names('most')).toEqual(['x', 'b', 'Long_Hair', 'c']);
  expect(names('least')).toEqual(['c', 'b', 'Long_Hair', 'x']);
  expect(names('alphabet')).toEqual(['b', 'c', 'Long_Hair', 'x']);
  expect(names('first seen')).toEqual(['x', 'Long_Hair', 'b', 'c']);
  // A list that was sorted is a list of its own.
  expect(names('most')).toEqual(['x', 'b', 'Long_Hair', 'c']);
});

test('kinds and text', () => {
  expect(names('most', 'on one image')).toEqual(['c']);
  expect(names('most', 'on all images')).toEqual([]);
  expect(listed(frequencies(dataset({ '1_a': ['a, b', 'a'] })), { order: 'most', kind: 'on all images', text: '' }).map(({ tag }) => tag)).toEqual(['a']);
  expect(names('most', 'not in every concept')).toEqual(['Long_Hair', 'c']);
  expect(names('most', 'all', 'NG_h')).toEqual(['Long_Hair']);
});
