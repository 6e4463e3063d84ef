import { expect, test } from 'vitest';
import { countLine, onlyMoved, tagCountChanges } from '../../../src/core/tags/tag-counts.js';
import { addTags, replaceTag } from '../../../src/core/tags/verbs.js';
import { picture, scope } from './pictures.js';

test('counts before and after a change, those that change most first', () => {
  const pictures = [picture('fox, Tee'), picture('fox, tee, shirt', { id: 2 }), picture('fox, tee', { id: 3 }), picture(null, { id: 4 })];
  const counts = tagCountChanges(replaceTag(scope(pictures), 'tee', 'shirt'), pictures);
  expect(counts).toEqual([
    { tag: 'Tee', before: 3, after: 0 },
    { tag: 'shirt', before: 1, after: 3 },
  ]);
  expect(countLine(counts)).toBe('Tee 3 → 0 · shirt 1 → 3');
  expect(countLine(counts, 1)).toBe('Tee 3 → 0 · …');
  expect(tagCountChanges(addTags(scope(pictures), ['fox']), pictures)).toEqual([{ tag: 'fox', before: 3, after: 4 }]);
});

test('a move, another spelling and a doubled tag count for nothing', () => {
  const pictures = [picture('fox, Tee, tee')];
  expect(tagCountChanges(addTags(scope(pictures), ['tee'], 'first'), pictures)).toEqual([]);
  expect(tagCountChanges(replaceTag(scope(pictures), 'tee', 'TEE'), pictures)).toEqual([]);
});

test('what has all its tags already and only moves one is counted by itself', () => {
  const pictures = [picture('a, Fox'), picture('a', { id: 2 }), picture('fox, a', { id: 3 }), picture(null, { id: 4 })];
  expect(onlyMoved(addTags(scope(pictures), ['fox'], 'first'))).toBe(1);
  expect(onlyMoved(replaceTag(scope(pictures), 'fox', 'FOX'))).toBe(0);
});
