import { expect, test } from 'vitest';
import { pasteTags } from '../../../src/core/tags/paste-tags.js';
import { setTagsOfAll } from '../../../src/core/tags/verbs.js';
import { after, picture, scope } from './pictures.js';

const snow = 'A fox stands in the deep snow, looking at the viewer.';

test('tags are added to those of others, or take their place; activation tags are each concept’s own', () => {
  const source = { ...picture('wolf, a,  B_c', { id: 9, folder: '1_wolf' }) };
  const other = picture('fox, x\nrest');
  const both = scope([source, other]);
  const concepts = [...both.concepts, { ...scope([], ['wolf']).concepts[0]!, folder: '1_wolf' }];
  const added = pasteTags({ ...both, concepts }, source, 'add');
  expect(after(added)).toBe('fox, x, a, B_c\nrest');
  expect(added).toMatchObject({ images: 1, unchanged: 0, what: 'added the tags of 9.png to 1 image' });
  expect(after(pasteTags({ ...both, concepts }, source, 'set'))).toBe('fox, a, B_c\nrest');
});

test('a caption in sentences takes the place of others and is added to none', () => {
  const source = picture(`${snow}\nmore`, { id: 9 });
  expect(after(pasteTags(scope([source, picture('fox, a\r\nb')]), source, 'set'))).toBe(`${snow}\r\nb`);
  expect(() => pasteTags(scope([picture('fox')]), source, 'add')).toThrow('sentences');
  expect(() => pasteTags(scope([picture('fox')]), picture('fox', { id: 9 }), 'add')).toThrow('no tags to copy');
});

test('all get the same tags behind their activation tags', () => {
  const pictures = [picture('fox,  a ,b\nx'), picture('b, fox', { id: 2 }), picture(null, { id: 3 })];
  const change = setTagsOfAll(scope(pictures), ['b', 'c']);
  expect(change.entries.map((entry) => entry.kind === 'text' && entry.after)).toEqual(['fox,b, c\nx', 'b, c', 'b, c']);
});
