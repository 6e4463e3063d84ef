import { describe, expect, test } from 'vitest';
import { tagIndex } from '../../../src/core/tags/tag-index.js';
import { complete } from '../../../src/core/vocabulary/search/complete.js';
import { relatedTags } from '../../../src/core/vocabulary/search/related.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';
import { tableOfText } from './lists.js';

const vocabulary = vocabularyOf(
  tableOfText(
    'booru',
    `long_hair:5000 blue_hair:900 hair_ribbon:400 blue_eyes:4000 looking_at_viewer:3000 looking_back:700 white_background:2000 hat:1500
     thighhighs:1200 score_9:10 ^_^:300 bird's-eye_view:50 watercolor_(medium):80 artist_a:60:artist old_name:9:invalid
     stockings>thighhighs view_from_above>bird's-eye_view azure_hair>blue_hair`,
  ),
);
const names = (typed: string, context = {}) => complete(vocabulary, typed, context).map(({ tag, via }) => (via === null ? tag : `${tag} ← ${via}`));

describe('what was typed', () => {
  test.each([
    ['the beginning', 'loo', ['looking at viewer', 'looking back']],
    ['the first letters of the words', 'lav', ['looking at viewer']],
    ['words in their order', 'lo ha', ['long hair']],
    ['a later word', 'view', ['looking at viewer', "bird's-eye view ← view_from_above"]],
    ['a part of a word', 'ighhi', ['thighhighs']],
    ['underscores and case', 'Long_H', ['long hair']],
    ['brackets', '(medium', ['watercolor (medium)']],
    ['escaped brackets', 'watercolor \\(', ['watercolor (medium)']],
    ['an alias gives what it stands for', 'stocki', ['thighhighs ← stockings']],
    ['a name that is found by itself needs no alias', 'blue h', ['blue hair']],
    ['a face', '^_', ['^_^']],
    ['what keeps its underscore', 'score', ['score_9']],
    ['an invalid name is none', 'old', []],
    ['nothing like it', 'zzzzz', []],
  ])('%s', (_, typed, expected) => expect(names(typed)).toEqual(expected));

  test.each(['whte background', 'wihte ba', 'whitee', 'lookign b', 'thighhihgs'])('one slip: %s', (typed) => expect(names(typed)).toHaveLength(1));
  test.each(['wht', 'hqt'])('a slip in so few letters is none: %s', (typed) => expect(names(typed)).toEqual([]));
});

test('what is said of each', () => {
  const index = tagIndex([{ id: 1, tags: ['blue hair', 'mine'] }, { id: 2, tags: ['Blue_Hair'] }]);
  const [first] = complete(vocabulary, 'azure', { index, present: ['blue hair'] });
  expect(first).toEqual({ tag: 'Blue_Hair', category: 'general', letter: 'g', posts: 900, count: 2, present: true, via: 'azure_hair', match: 'prefix' });
  expect(complete(vocabulary, 'artist')[0]).toMatchObject({ letter: 'a', posts: 60, count: 0, present: false });
  expect(complete(vocabulary, 'mine', { index })[0]).toMatchObject({ tag: 'mine', category: null, letter: ' ', posts: null, count: 1, match: 'exact' });
});

describe('the order', () => {
  test('the beginning before a later word, of each the more common first', () => expect(names('hair')).toEqual(['hair ribbon', 'long hair', 'blue hair']));

  test('what goes with the image’s tags in this set comes first', () => {
    const index = tagIndex([
      { id: 1, tags: ['hat', 'looking back'] },
      { id: 2, tags: ['hat', 'looking back'] },
      { id: 3, tags: ['boots', 'looking at viewer'] },
      { id: 4, tags: ['hat'] },
    ]);
    const related = relatedTags(index, ['hat'], 4);
    expect(names('look', { index, related, present: ['hat'] })).toEqual(['looking back', 'looking at viewer']);
    expect(names('look', { index, related: relatedTags(index, ['boots'], 4) })).toEqual(['looking at viewer', 'looking back']);
  });

  test('what was used lately comes before what is only common', () => {
    expect(names('l', { recent: ['looking back'] })[0]).toBe('looking back');
    expect(names('l')[0]).toBe('long hair');
  });

  test('a tag of the set, typed in full, is never behind another', () => {
    const index = tagIndex([{ id: 1, tags: ['hai'] }]);
    expect(names('hai', { index })[0]).toBe('hai');
  });

  test('so many at most', () => expect(names('l', { limit: 2 })).toHaveLength(2));
});

test('related tags leave the image itself out, and few images without any tag in common say nothing', () => {
  const index = tagIndex([{ id: 1, tags: ['a', 'b'] }, { id: 2, tags: ['c'] }]);
  expect([...relatedTags(index, ['a', 'b'], 1)]).toEqual([]);
  expect([...relatedTags(index, ['a'])]).toEqual([['a', 1], ['b', 1]]);
});
