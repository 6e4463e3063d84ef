import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tagsOf } from '../../../src/core/tags/caption.js';
import { mergeCaptions, mergeLines } from '../../../src/core/tags/merge-captions.js';
import { tagKey } from '../../../src/core/tags/same-tag.js';

const merged = (base: string, ours: string, theirs: string) => {
  const result = mergeCaptions(base, ours, theirs);
  return 'text' in result ? result.text : result.conflicts.map(({ was, ours, theirs }) => `${was}: ${ours || '–'} / ${theirs || '–'}`);
};

describe('tags', () => {
  test.each([
    ['each side adds at the end', 'fox, day', 'fox, day, solo', 'fox, day, smile', 'fox, day, smile, solo'],
    ['both add the same', 'fox', 'fox, solo', 'fox, Solo', 'fox, Solo'],
    ['one removes, one adds', 'fox, day', 'fox', 'fox, day, smile', 'fox, smile'],
    ['both remove the same', 'fox, day, a', 'fox, a', 'fox, a, b', 'fox, a, b'],
    ['one puts in front', 'day', 'fox, day', 'day, smile', 'fox, day, smile'],
    ['one puts between', 'a, c', 'a, b, c', 'a, c, d', 'a, b, c, d'],
    ['one replaces, one adds', 'fox, day, solo', 'fox, night, solo', 'fox, day, solo, smile', 'fox, night, solo, smile'],
    ['one replaces what the other removed', 'fox, day', 'fox, night', 'fox', 'fox, night'],
    ['one removes what the other replaced', 'fox, day', 'fox', 'fox, night', 'fox, night'],
    ['both replace one by the same', 'fox, day', 'fox, night', 'fox, Night, a', 'fox, Night, a'],
    ['one replaces by what the other added', 'fox, day', 'fox, night', 'night, fox, day', 'night, fox'],
    ['one spells anew, one adds', 'long_hair', 'long hair', 'long_hair, a', 'long hair, a'],
    ['one removes what the other spelled anew', 'fox, long_hair', 'fox', 'fox, long hair, a', 'fox, a'],
    ['one replaces what the other spelled anew', 'fox, long_hair', 'fox, hair', 'fox, long hair, a', 'fox, hair, a'],
    ['one sorts, the other adds', 'c, a, b', 'a, b, c', 'c, a, b, d', 'a, b, c, d'],
    ['the other sorts, one adds', 'c, a, b', 'c, a, b, d', 'a, b, c', 'a, b, c, d'],
    ['both sort', 'c, a, b', 'a, b, c', 'c, b, a', 'c, b, a'],
    ['both sort and add', 'c, a, b', 'a, b, c, d', 'e, c, b, a', 'e, c, b, a, d'],
    ['a doubled tag loses one', 'a, a, b', 'a, b', 'a, a, b, c', 'a, b, c'],
    ['an empty file is filled twice', '', 'fox', 'day', 'fox, day'],
    ['spaces and further lines of theirs stay', 'a,b\r\nnote\r\n', 'a,b,c\r\nnote\r\n', 'a ,b,  d\r\nnote\r\nmore', 'a ,b,  d, c\r\nnote\r\nmore'],
    ['a byte order mark that one takes off', '\ufeffa', 'a', '\ufeffa, b', 'a, b'],
    ['lines below are merged by line', 'a\none\ntwo', 'a\none\nzwei', 'a, b\neins\ntwo', 'a, b\neins\nzwei'],
    ['both add a line', 'a', 'a\none', 'a\ntwo', 'a\ntwo\none'],
  ])('%s', (_name, base, ours, theirs, expected) => expect(merged(base, ours, theirs)).toBe(expected));

  test.each([
    ['a tag', 'fox, day', 'fox, night', 'fox, dusk', ['day: night / dusk']],
    ['a tag beside others', 'fox, day', 'fox, night', 'fox, dusk, solo', ['day: night / dusk']],
    ['a spelling', 'long_hair', 'Long hair', 'long hair', ['long_hair: Long hair / long hair']],
    ['a line below', 'a\none', 'a\ntwo', 'a\nthree', ['one: two / three']],
    ['a line that one took away', 'a\none\ntwo', 'a\ntwo', 'a\n1\ntwo', ['one: – / 1']],
  ])('%s that both changed differently is a conflict', (_name, base, ours, theirs, expected) => expect(merged(base, ours, theirs)).toEqual(expected));
});

describe('natural language', () => {
  test.each([
    ['each adds a sentence', 'A red fox sits, alone.', 'A red fox sits, alone. It is day.', 'A red fox sits, alone. It smiles.', 'A red fox sits, alone. It smiles. It is day.'],
    ['each changes another sentence', 'A fox is here. It is day.', 'A fox is here. It is night.', 'A red fox is here. It is day.', 'A red fox is here. It is night.'],
    ['one removes a sentence', 'A fox is here. It is day. It sits.', 'A fox is here. It sits.', 'A fox is here. It is day. It sits. The end.', 'A fox is here. It sits. The end.'],
  ])('%s', (_name, base, ours, theirs, expected) => expect(merged(base, ours, theirs)).toBe(expected));

  test('a sentence that both changed is a conflict', () => {
    expect(merged('A fox sits here, alone.', 'A fox sits there, alone.', 'A dog sits here, alone.')).toEqual(['A fox sits here, alone.: A fox sits there, alone. / A dog sits here, alone.']);
  });
});

test('settings are merged by line', () => {
  const base = '[a]\nx = 1\ny = 2\n';
  expect(mergeLines(base, base.replace('1', '5'), base.replace('2', '6'))).toEqual({ text: '[a]\nx = 5\ny = 6\n' });
  expect(mergeLines(base, base.replace('1', '5'), base.replace('1', '6'))).toEqual({ conflicts: [{ was: 'x = 1', ours: 'x = 5', theirs: 'x = 6' }] });
  expect(mergeLines(base, `${base}z = 3\n`, base.replace('[a]\n', '# mine\n[a]\n'))).toEqual({ text: '# mine\n[a]\nx = 1\ny = 2\nz = 3\n' });
});

const tag = fc.constantFrom('fox', 'day', 'long hair', 'long_hair', 'Day', 'solo', 'smile', 'a', 'b', 'c', 'd');
const tags = fc.array(tag, { maxLength: 8 });
const separator = fc.constantFrom(', ', ',', ' , ', ',  ');
const caption = fc.tuple(tags, separator, fc.constantFrom('', '\n', '\r\nsecond line\r\n')).map(([list, between, end]) => list.join(between) + end);
const keysOf = (text: string) => new Set(tagsOf(text).map(tagKey));
const countOf = (text: string, key: string) => tagsOf(text).filter((tag) => tagKey(tag) === key).length;

describe('whatever the three captions are', () => {
  const runs = { numRuns: 2000 };

  test('nothing that either side added is lost, nothing that one removed comes back, and nothing comes of itself', () => {
    let whole = 0;
    fc.assert(
      fc.property(caption, caption, caption, (base, ours, theirs) => {
        const result = mergeCaptions(base, ours, theirs);
        if ('conflicts' in result) return;
        whole++;
        const [b, o, t, m] = [base, ours, theirs, result.text].map(keysOf) as [Set<string>, Set<string>, Set<string>, Set<string>];
        for (const side of [o, t]) for (const key of side) if (!b.has(key)) expect(m).toContain(key);
        // Doubling a tag is an addition too.
        const doubled = (key: string) => [ours, theirs].some((text) => countOf(text, key) > countOf(base, key));
        for (const key of b) if ((!o.has(key) || !t.has(key)) && !doubled(key)) expect(m).not.toContain(key);
        for (const key of b) if (o.has(key) && t.has(key)) expect(m).toContain(key);
        for (const key of m) expect(o.has(key) || t.has(key)).toBe(true);
      }),
      runs,
    );
    expect(whole).toBeGreaterThan(runs.numRuns / 2);
  });

  test('a side that changed nothing leaves the other byte for byte, and both sides give the same tags either way round', () => {
    fc.assert(
      fc.property(caption, caption, caption, (base, ours, theirs) => {
        expect(mergeCaptions(base, base, theirs)).toEqual({ text: theirs });
        expect(mergeCaptions(base, ours, base)).toEqual({ text: ours });
        expect(mergeCaptions(base, ours, ours)).toEqual({ text: ours });
        const [one, other] = [mergeCaptions(base, ours, theirs), mergeCaptions(base, theirs, ours)];
        expect('text' in one).toBe('text' in other);
        if ('text' in one && 'text' in other) expect([...keysOf(one.text)].sort()).toEqual([...keysOf(other.text)].sort());
      }),
      runs,
    );
  });

  test('edits of tags that the other side has nothing to do with keep the order of both', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }), fc.nat(6), fc.nat(6), (list, at, other) => {
        const put = (index: number, tag: string) => (list as string[]).toSpliced(Math.min(index, list.length), 0, tag).join(', ');
        const result = mergeCaptions(list.join(', '), put(at, 'ours'), put(other, 'theirs'));
        const found = 'text' in result ? tagsOf(result.text) : [];
        expect(found.filter((tag) => tag !== 'ours').join(', ')).toBe(put(other, 'theirs'));
        expect(found.filter((tag) => tag !== 'theirs' && tag !== 'ours')).toEqual(list);
        expect(found.filter((tag) => tag !== 'theirs').join(', ')).toBe(put(at, 'ours'));
      }),
      runs,
    );
  });
});
