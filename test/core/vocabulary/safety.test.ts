import { expect, test } from 'vitest';
import { complete } from '../../../src/core/vocabulary/search/complete.js';
import { speaksOfMinors, standingOf } from '../../../src/core/vocabulary/safety/standing.js';
import { adultWords, minorPhrases, minorWords, refusedParts, refusedWords, suggestiveWords } from '../../../src/core/vocabulary/safety/words.js';
import { tagIndex } from '../../../src/core/tags/tag-index.js';
import { addAlias, addImplication, addTag, emptyTable } from '../../../src/core/vocabulary/table.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';

const [minor = '', adult = '', suggestive = '', refused = ''] = [minorWords, adultWords, suggestiveWords, refusedWords].map((words) => [...words][0]);

test('a word for a child beside one that is not for children is refused, in any order and spelling', () => {
  for (const young of [...minorWords, ...minorPhrases]) {
    for (const word of [adult, suggestive]) {
      for (const name of [`${young}_${word}`, `${word} ${young}`, `${word}_(${young})`, `${young.toUpperCase()}-${word}`, `big_${word}_of_${young}`]) {
        expect([name, standingOf(name)]).toEqual([name, 'refused']);
      }
    }
  }
  for (const word of [...adultWords, ...suggestiveWords]) expect(standingOf(`${minor}_${word}`)).toBe('refused');
});

test('words that say it by themselves are refused wherever they stand', () => {
  for (const word of refusedWords) for (const name of [word, `${word}_hat`, `hat_(${word})`]) expect(standingOf(name)).toBe('refused');
  for (const part of refusedParts) expect(standingOf(`x${part}y`)).toBe('refused');
});

test('two words written as one', () => {
  const [young, word] = ['teen', [...adultWords].find((one) => one.length > 4) ?? ''];
  expect(standingOf(young + word)).toBe('refused');
});

test('ordinary names that only sound alike', () => {
  for (const name of ['baby_bird', 'teenage_mutant', 'child', 'young', 'classroom', 'assassin', 'cockatoo', 'peacock', 'analog_clock', 'grass', 'compass', 'button', 'shotgun', 'lollipop', 'cub', 'school_uniform', 'bare_shoulders', 'kiss', 'holding_baby', 'sussex', 'essex', 'dickens', 'cocktail', 'hancock']) {
    expect([name, standingOf(name)]).toEqual([name, 'ordinary']);
  }
});

test('a name is what it implies and what it is an alias of', () => {
  expect(standingOf('hat', [adult])).toBe('adult');
  expect(standingOf('hat', [adult, minor])).toBe('refused');
  expect(standingOf(minor, [adult])).toBe('refused');
  expect(standingOf('hat', [refused])).toBe('refused');
});

test('an index does not hold what is refused, nor what leads there', () => {
  const table = emptyTable('booru');
  for (const name of ['hat', `hat_${minor}_${adult}`, 'alias_target', 'led_there', `hat_${adult}`]) addTag(table, { name, category: 'general', posts: 5 });
  addImplication(table, { from: 'led_there', to: 'half_way' });
  addImplication(table, { from: 'half_way', to: `${refused}_thing` });
  addAlias(table, { from: 'hat_alias', to: `hat_${minor}_${adult}` });
  const vocabulary = vocabularyOf(table);
  for (const name of [`hat_${minor}_${adult}`, 'led_there', 'half_way', 'hat_alias', `${refused}_thing`]) expect([name, vocabulary.find(name)]).toEqual([name, -1]);
  expect(vocabulary.find('hat')).toBeGreaterThanOrEqual(0);
  expect(complete(vocabulary, 'hat').map(({ tag }) => tag)).toEqual(['hat']);
  expect(complete(vocabulary, 'hat', { adult: true }).map(({ tag }) => tag)).toEqual(['hat', `hat ${adult}`]);
});

test('tags of the set itself are completed by the same rules', () => {
  const index = tagIndex([{ id: 1, tags: ['hat', `hat ${minor} ${adult}`, `hat ${adult}`] }]);
  expect(complete(null, 'hat', { index }).map(({ tag }) => tag)).toEqual(['hat']);
  expect(complete(null, 'hat', { index, adult: true }).map(({ tag }) => tag)).toEqual(['hat', `hat ${adult}`]);
  expect(complete(null, 'hat', { index, adult: true, present: [minor] }).map(({ tag }) => tag)).toEqual(['hat']);
});

test('beside a tag for a child nothing adult is suggested, whatever is switched on', () => {
  const table = emptyTable('booru');
  for (const name of ['hat', `hat_${adult}`]) addTag(table, { name, category: 'general', posts: 5 });
  const vocabulary = vocabularyOf(table);
  expect(speaksOfMinors(minor)).toBe(true);
  expect(complete(vocabulary, 'hat', { adult: true, present: ['long hair', minor] }).map(({ tag }) => tag)).toEqual(['hat']);
});

test('what a list calls adult is adult, and so is what implies it', () => {
  const table = emptyTable('booru');
  addTag(table, { name: 'hat', category: 'general', posts: 5, adult: true });
  addTag(table, { name: 'hat_trick', category: 'general', posts: 5 });
  addImplication(table, { from: 'hat_trick', to: 'hat' });
  expect(complete(vocabularyOf(table), 'hat')).toEqual([]);
});
