import { beforeAll, describe, expect, test } from 'vitest';
import { convertAliases, convertTo } from '../../../src/core/tags/convert.js';
import { withStyle } from '../../../src/core/tags/with-style.js';
import { parseSettings } from '../../../src/core/settings/file.js';
import { counterparts } from '../../../src/core/vocabulary/counterparts.js';
import type { Site } from '../../../src/core/vocabulary/model.js';
import { shippedPairs, shippedTable } from '../../../src/core/vocabulary/shipped/table.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';
import type { Vocabulary } from '../../../src/core/vocabulary/vocabulary.js';
import { tableOfText } from '../vocabulary/lists.js';
import { after, picture, scope } from './pictures.js';

let known: Record<Site, Vocabulary>;
beforeAll(() => {
  known = { e6: vocabularyOf(shippedTable('e6')), booru: vocabularyOf(shippedTable('booru')) };
});

const other = (site: Site): Site => (site === 'e6' ? 'booru' : 'e6');
const to = (site: Site, texts: readonly string[], options = {}) =>
  convertTo(scope(texts.map((text, id) => picture(text, { id })), ['act']), known[site], known[other(site)], options);
const one = (site: Site, text: string, options = {}) => after(to(site, [text], options)) ?? text;

describe('from site to site', () => {
  test.each<[string, Site, string, string]>([
    ['what means the same', 'booru', 'act, side view, eyes closed, outside', 'act, from side, closed eyes, outdoors'],
    ['and back', 'e6', 'act, from side, closed eyes, outdoors', 'act, side view, eyes closed, outside'],
    ['what is called the same', 'e6', 'act, solo, long hair', 'act, solo, long hair'],
    ['by what it is an alias of', 'booru', 'act, back view', 'act, from behind'],
    ['underscores stay', 'booru', 'act, side_view, solo', 'act, from_side, solo'],
    ['backslashes stay', 'booru', 'act, watercolor \\(artwork\\)', 'act, watercolor \\(medium\\)'],
    ['no backslash where there was none', 'booru', 'act, watercolor (artwork)', 'act, watercolor (medium)'],
    ['spaces and commas stay', 'booru', 'act,  side view ,solo, ', 'act,  from side ,solo, '],
    ['further lines stay', 'booru', 'act, side view\nside view', 'act, from side\nside view'],
    ['none doubles', 'booru', 'act, from side, solo, side view', 'act, from side, solo'],
    ['near ones stay', 'booru', 'act, front view', 'act, front view'],
    ['counts are the picture’s to tell', 'booru', 'act, female', 'act, female'],
    ['and are not lost', 'e6', 'act, 3girls', 'act, 3girls'],
    ['spelt alike and something else', 'booru', 'act, portrait', 'act, portrait'],
    ['but for what it is here', 'e6', 'act, portrait', 'act, headshot portrait'],
    ['sentences', 'booru', 'a side view of a fox, outside, in the deep snow of a long winter.', 'a side view of a fox, outside, in the deep snow of a long winter.'],
  ])('%s (%s)', (_, site, before, then) => expect(one(site, before)).toBe(then));

  test('the activation tag stays, whatever it is', () => {
    expect(after(convertTo(scope([picture('side view, outside')], ['side view']), known.booru, known.e6))).toBe('side view, outdoors');
  });

  test('tags that are to stay do', () => expect(one('booru', 'act, side view, outside', { keep: ['Outside'] })).toBe('act, from side, outside'));

  test('an empty set writes with spaces; a set that escapes is escaped', () => {
    expect(one('e6', 'act, 3d')).toBe('act, 3d (artwork)');
    expect(after(to('e6', ['act, 3d', 'act, miku \\(v\\)']))).toBe('act, 3d \\(artwork\\)');
    expect(after(to('e6', ['act, 3d', 'act, long_hair, blue_eyes']))).toBe('act, 3d_(artwork)');
  });

  test('what was done and what stays is listed, with what is near', () => {
    const { converted, left, images, unchanged } = to('booru', ['act, side view, front view, zzz', 'act, side view, female, portrait', 'act, solo']);
    expect([images, unchanged]).toEqual([2, 1]);
    expect(converted).toEqual([{ from: 'side view', to: 'from side', via: null, images: 2 }]);
    expect(left).toEqual([
      { tag: 'female', near: [{ name: '1girl', relation: '+' }], images: 1 },
      { tag: 'front view', near: [{ name: 'straight-on', relation: '~' }, { name: 'facing viewer', relation: '~' }], images: 1 },
      { tag: 'portrait', near: [{ name: 'portrait', relation: '!' }], images: 1 },
      { tag: 'zzz', near: [], images: 1 },
    ]);
  });

  test('loosely: near ones too, but nothing that the picture tells', () => {
    const { converted, left } = to('booru', ['act, front view, worm\'s-eye view, female, portrait'], { loose: true });
    expect(converted.map(({ from, to: then, via }) => [from, then, via])).toEqual([['front view', 'straight-on', '~'], ["worm's-eye view", 'from below', '>']]);
    expect(left.map(({ tag }) => tag)).toEqual(['female', 'portrait']);
  });
});

describe('whatever the pair', () => {
  const equal = (site: Site) => shippedPairs().filter(({ relation }) => relation === '=').map((pair) => pair[site]);

  test.each<Site>(['e6', 'booru'])('what means the same comes back as it was (%s)', (site) => {
    for (const name of equal(site)) {
      const there = one(other(site), `act, ${name.replaceAll('_', ' ')}`);
      const back = one(site, there);
      const name_ = name.replaceAll('_', ' ');
      // Names that are one on the other site come back as the first of them.
      const first = counterparts(site).same.get(counterparts(other(site)).same.get(name) ?? name);
      expect([name, back]).toEqual([name, `act, ${first === name ? name_ : (first ?? name).replaceAll('_', ' ')}`]);
    }
  });

  test.each<Site>(['e6', 'booru'])('twice is once (%s)', (site) => {
    const odd: string[] = [];
    for (const pair of shippedPairs()) {
      const once = one(site, `act, ${pair[other(site)]}`);
      if (one(site, once) !== once) odd.push(`${pair[other(site)]}: ${once} → ${one(site, once)}`);
    }
    expect(odd).toEqual([]);
  });
});

describe('aliases', () => {
  const vocabulary = vocabularyOf(tableOfText('e6', 'female:9 girl>female 3girls>female domestic_dog:5 dog>doggo doggo>domestic_dog hat:4 loop_a>loop_b loop_b>loop_a x_(y):1 z>x_(y)'));
  const aliases = (text: string, options = {}) => convertAliases(scope([picture(text)], ['act']), vocabulary, options);

  test.each<[string, string, string]>([
    ['by their names', 'act, girl, hat', 'act, female, hat'],
    ['over several steps', 'act, dog', 'act, domestic dog'],
    ['in their place, and once', 'act, hat, girl, female', 'act, hat, female'],
    ['what says more stays', 'act, 3girls', 'act, 3girls'],
    ['a chain in a circle stays', 'act, loop a, loop b', 'act, loop a, loop b'],
    ['as the set writes', 'act, z, b_c, d_e', 'act, x_(y), b_c, d_e'],
  ])('%s', (_, before, then) => expect(after(aliases(before)) ?? before).toBe(then));

  test('activation tags stay', () => {
    expect(after(convertAliases(scope([picture('girl, dog')], ['girl']), vocabulary))).toBe('girl, domestic dog');
  });

  test('what says more is listed, and converted only when that is wanted', () => {
    expect(aliases('act, 3girls').left).toEqual([{ tag: '3girls', near: [{ name: 'female', relation: '+' }], images: 1 }]);
    expect(after(aliases('act, 3girls', { loose: true }))).toBe('act, female');
  });
});

describe('the style goes with it', () => {
  const change = { what: 'x', images: 0, entries: [] };
  const text = (before: string | null) => withStyle(change, parseSettings('/w', before), 'e6').entries[0];

  test('in the file that is there, with a vocabulary that was chosen', () => {
    expect(text('[loradeck]\nstyle = "booru"\n')).toMatchObject({ path: 'loradeck.toml', after: '[loradeck]\nstyle = "e6"\n' });
    expect(text('[loradeck]\nvocabulary = "booru"\n')).toMatchObject({ after: '[loradeck]\nvocabulary = "e6"\nstyle = "e6"\n' });
    expect(text('[loradeck]\nstyle = "e6"\n')).toBeUndefined();
  });

  test('in a new one', () => expect(text(null)).toMatchObject({ before: null, after: expect.stringContaining('style = "e6"') as string }));
});
