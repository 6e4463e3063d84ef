import { describe, expect, test } from 'vitest';
import { checkFilter, compileQuery, QueryError } from '../../../src/core/dataset/query/query.js';
import { loadTokenizer } from '../../../src/core/clip/count-tokens.js';
import { likeQuery } from '../../../src/core/dataset/query/tag-query.js';
import { picture } from './picture.js';
import { find } from './query-pictures.js';

describe('terms', () => {
  test.each<[string, number[]]>([
    ['', [0, 1, 2, 3]],
    ['tag:solo', [0]],
    ['tag:solo*', [0, 1]],
    ['tag:"white background"', [0]],
    ['tag:white_background', [0]],
    ['tag:"LONG HAIR"', [0]],
    ['tag:hair', []],
    ['tag:*hair', [0]],
    ['tag:hatsune_miku_(vocaloid)', [1]],
    ['tag:"hatsune miku \\(vocaloid\\)"', [1]],
    ['tag:hatsune_miku_\\(vocaloid\\)', [1]],
    ['tag:^_^', [2]],
    ['caption:"solo, long"', [0]],
    ['caption:miku', [1]],
    ['concept:hmbrgrlora', [0, 1]],
    ['concept:10_hmbrgrlora', [0, 1]],
    ['concept:"red armor"', [2, 3]],
    ['file:014.png', [0]],
    ['file:014', [0]],
    ['file:01*', [0, 1, 2, 3]],
    ['file:*.png', [0, 3]],
    ['file:10_*/*', [0, 1]],
    ['tags<3', [3]],
    ['tags>=4', [0]],
    ['tags=3', [1, 2]],
    ['width>=768', [0, 2]],
    ['height>1000', [1]],
    ['aspect>1.2', [0]],
    ['aspect<.5', [1]],
    ['format:webp', [1]],
    ['format:JPG', [2]],
    ['format!=webp', [0, 2, 3]],
    ['alpha:yes', [1]],
    ['alpha:no', [0, 2]],
    ['hair', [0]],
    ['017', [3]],
    ['"016 b"', [2]],
    ['mik*loid', [1]],
  ])('%s', (query, found) => expect(find(query)).toEqual(found));

  test('marked asks for the marks, in quotes for the word', () => {
    expect(find('marked', [1, 3])).toEqual([1, 3]);
    expect(find('not marked', [1, 3])).toEqual([0, 2]);
    expect(find('"marked"', [1, 3])).toEqual([]);
    expect(compileQuery('marked')(picture('1_x/a.png'), {})).toBe(false);
  });
});

describe('terms about the caption and the file', () => {
  const odd = [
    picture('10_fox/a.png', 'fox'),
    picture('10_fox/b.png', 'Fox, _, a*b, ^_^\nsecond line\n'),
    picture('10_fox/c.png', 'fox, a small fox is sitting on a wooden bench, in the rain.', { width: 300, height: 200 }),
    picture('3_fox, hat/d.png', 'hat, fox', { width: 1600, height: 900 }),
    picture('3_fox, hat/e.png', null),
    { ...picture('3_fox, hat/f.png', 'fox'), locked: { by: 'caption' as const, why: 'it may not be read' } },
  ];
  const finding = (rule: string, level: 'error' | 'warn' | 'info') => ({ rule, level, blocks: false, concept: null, images: [], message: rule, fix: null });
  const issues = new Map([
    ['10_fox/a.png', [finding('T03', 'error'), finding('T13', 'info')]],
    ['10_fox/b.png', [finding('T12', 'warn')]],
  ]);
  const found = (query: string) => {
    const matches = compileQuery(query, { plain: 'untagged or is:natural', 'Two-of-them': '@plain width>0' });
    return odd.flatMap((one, at) => (matches(one, { issues }) ? ['abcdef'[at]] : [])).join('');
  };

  test('tokens are counted as CLIP does, once the tokenizer is there', async () => {
    expect(compileQuery('tokens>5').needs).toContain('tokens');
    await loadTokenizer();
    expect(found('tokens>5')).toBe('bc');
    expect(found('tokens:1')).toBe('af');
    expect(found('tokens:0')).toBe('e');
  });

  test('like finds what looks like a file, by the prints of what was decoded', () => {
    const prints = new Map([
      ['10_fox/a.png', 'ff00ff00ff00ff00804020'],
      ['10_fox/b.png', 'ff00ff00ff00ff03824222'],
      ['3_fox, hat/d.png', '00ff00ff00ff00ff804020'],
      ['3_fox, hat/e.png', 'ff00ff00ff00ff0010f0f0'],
    ]);
    const like = (query: string) => odd.filter((one) => compileQuery(query)(one, { prints })).map(({ name }) => name);
    expect(compileQuery('like:a').needs).toContain('pixels');
    expect(like('like:a')).toEqual(['a.png', 'b.png']);
    expect(like('like:"3_fox, hat/d.png"')).toEqual(['d.png']);
    expect(like(likeQuery('3_fox, hat/e.png'))).toEqual(['e.png']);
    expect(like('like!=a')).toEqual(['c.png', 'd.png', 'e.png', 'f.png']);
    expect(like('like:gone')).toEqual([]);
    expect(odd.some((one) => compileQuery('like:a')(one, {}))).toBe(false);
  });

  test.each([
    ['untagged', 'adef'],
    ['is:untagged', 'adef'],
    ['"untagged"', ''],
    ['is:natural', 'c'],
    ['is:uncaptioned', 'e'],
    ['is:multiline', 'b'],
    ['is:locked', 'f'],
    ['first:fox', 'abcf'],
    ['first:f*', 'abcf'],
    ['tag:_', 'b'],
    ['tag:"a\\*b"', 'b'],
    ['tag:a\\*b', 'b'],
    ['tag:a*b', 'b'],
    ['tag:*', 'abcdf'],
    ['tag:**', 'abcdf'],
    ['tag:""', ''],
    ['tag:"fox\nhat"', ''],
    ['"fox\nhat"', ''],
    ['chars:3', 'af'],
    ['chars:4..9', 'd'],
    ['tags:2..3', 'cd'],
    ['tags:..1', 'aef'],
    ['tags:4..', 'b'],
    ['tags!=1..3', 'be'],
    ['width:300..', 'cd'],
    ['side<500', 'c'],
    ['aspect:3/2', 'c'],
    ['aspect>3:2', 'd'],
    ['aspect:1..16:9', 'cd'],
    ['issue:T03', 'a'],
    ['issue:t3', 'a'],
    ['issue:T*', 'ab'],
    ['issue:warn', 'b'],
    ['issue!=error', 'bcdef'],
    ['encoding:utf-8 -untagged', 'bc'],
    ['encoding:bom', ''],
    ['@plain', 'acdef'],
    ['-@PLAIN', 'b'],
    ['@two-of-them', 'cd'],
    ['@_@', ''],
  ])('%s', (query, wanted) => expect(found(query)).toBe(wanted));

  test('a saved filter with a mistake, or one that leads back to itself, is said where it is used', () => {
    expect(() => compileQuery('solo @bad', { bad: 'width>' })).toThrow(/in the saved filter @bad: something is missing after width>/);
    expect(() => compileQuery('@a', { a: 'x @b', b: '@a' })).toThrow(/@a leads back to itself/);
    expect(() => compileQuery('@c', { a: 'x' })).toThrow(/no filter is saved as @c; there are @a/);
  });

  test('a filter is saved only under a name and with a query that can be used', () => {
    checkFilter('no-smile', '-smile');
    checkFilter('a', '@b', { b: 'x' });
    expect(() => checkFilter('1a', 'x')).toThrow(/no name for a filter/);
    expect(() => checkFilter('a b', 'x')).toThrow(/no name for a filter/);
    expect(() => checkFilter('a', '(')).toThrow(QueryError);
    expect(() => checkFilter('a', ' ')).toThrow(/empty filter/);
    expect(() => checkFilter('A', 'x or @a', { a: 'y' })).toThrow(/leads back to itself/);
  });

  test('a pattern of many stars takes no time on a long caption', () => {
    const long = picture('1_x/long.png', `x, ${'a'.repeat(200_000)}`);
    const start = performance.now();
    expect(compileQuery(`tag:${'*a'.repeat(20)}*b`)(long, {})).toBe(false);
    expect(compileQuery(`${'a*'.repeat(20)}b`)(long, {})).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('joining', () => {
  test.each<[string, number[]]>([
    ['solo file:*.png', [0]],
    ['solo and file:*.png', [0]],
    ['solo or blaze', [0, 1, 2]],
    ['not solo', [2, 3]],
    ['-solo', [2, 3]],
    ['-solo -file:017', [2]],
    ['not solo or tag:solo', [0, 2, 3]],
    ['not (solo or blaze)', [3]],
    ['NOT(solo OR blaze)', [3]],
    ['blaze or solo width>=768', [0, 2]],
    ['(blaze or solo) width>=768', [0, 2]],
    ['(blaze or solo) tags<4 and not format:jpeg', [1]],
    ['not not blaze', [2]],
    ['long-hair', []],
    ['notes', []],
  ])('%s', (query, found) => expect(find(query)).toEqual(found));
});

describe('what cannot be understood is one sentence and a place', () => {
  test.each<[string, RegExp, number]>([
    ['scores:x', /no term “scores”.*tag:NAME.*marked/, 0],
    ['score:x>0.4', /scores are not there yet/, 0],
    ['solo tokens>many', /tokens is compared with a number, as in tokens>75/, 5],
    ['solo width:9..5', /begins behind its end/, 5],
    ['width>5..9', /a range goes with a colon, as in width:5..9/, 0],
    ['width:..', /compared with a number/, 0],
    ['width:1..2..3', /compared with a number/, 0],
    ['aspect>wide', /as in aspect>3:2/, 0],
    ['aspect>3:0', /as in aspect>3:2/, 0],
    ['solo is:odd', /is takes one of marked, untagged/, 5],
    ['issue:X99', /there is no rule “X99”/, 0],
    ['encoding:latin', /encoding is one of utf-8/, 0],
    ['solo @nothing', /no filter is saved as @nothing yet/, 5],
    ['constructor:a', /no term “constructor”/, 0],
    ['tag:', /missing after tag:/, 0],
    ['solo width>', /missing after width>, it is written width>=N/, 5],
    ['width>big', /compared with a number, as in width>=5/, 0],
    ['tag<5', /tag is a text/, 0],
    ['alpha:maybe', /alpha:yes or alpha:no/, 0],
    ['(solo', /parenthesis is not closed/, 5],
    ['solo)', /was not opened/, 4],
    ['solo and', /stops in the middle/, 8],
    ['tag:"white', /quotation mark is not closed/, 4],
    ['or solo', /“or solo” is not expected here/, 0],
  ])('%s', (query, message, column) => {
    const error = (() => {
      try {
        compileQuery(query);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(QueryError);
    expect((error as QueryError).message).toMatch(message);
    expect((error as QueryError).column).toBe(column);
  });

  test('ten thousand parentheses do no harm', () => {
    expect(() => compileQuery(`${'('.repeat(10_000)}a${')'.repeat(10_000)}`)).not.toThrow(/stack/);
  });
});

test.each<[string, string[]]>([
  ['tag:a file:b tags<4 chars>5 encoding:bom', []],
  ['tag:a or not (b -width>4)', ['facts']],
  ['issue:T08', ['issues']],
  ['issue:D07', ['issues', 'pixels']],
  ['issue:error or marked', ['issues', 'pixels', 'marks']],
  ['@small -solo', ['facts']],
])('%s asks for %j besides captions and names', (query, needs) => {
  expect([...compileQuery(query, { small: 'side<500' }).needs]).toEqual(needs);
});
