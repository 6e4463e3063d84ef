import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileQuery, needsFacts, parseQuery, QueryError } from '../../../src/core/dataset/query/query.js';
import type { Query } from '../../../src/core/dataset/query/query-tree.js';
import { picture } from './picture.js';
import { printQuery } from './print-query.js';

const pictures = [
  picture('10_hmbrgrlora/014.png', 'hmbrgrlora, solo, long_hair, White Background', { width: 1024, height: 768 }),
  picture('10_hmbrgrlora/015.webp', 'hmbrgrlora, solo focus, hatsune miku \\(vocaloid\\)', { width: 600, height: 1400, format: 'webp', alpha: true }),
  picture('2_blaze, red armor/016 b.jpg', 'blaze, red armor, ^_^', { format: 'jpeg' }),
  picture('2_blaze, red armor/017.png', null),
];

/** Numbers of the pictures that a query finds, from 0. */
function find(query: string, marked: number[] = []): number[] {
  const matches = compileQuery(query);
  const context = { marked: new Set(marked.map((at) => pictures[at]?.id ?? -1)) };
  return pictures.flatMap((one, at) => (matches(one, context) ? [at] : []));
}

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
    ['score:x>0.4', /no term “score”.*tag:NAME.*marked/, 0],
    ['solo tokens>75', /no term “tokens”/, 5],
    ['like:a.png', /no term “like”/, 0],
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

test('needsFacts sees the terms about the file anywhere in the query', () => {
  expect(needsFacts('tag:a or not (b -width>4)')).toBe(true);
  expect(needsFacts('tag:a file:b tags<4')).toBe(false);
});

describe('properties', () => {
  const word = fc.stringMatching(/^[a-z0-9^*\\éß_][a-z0-9_é:)(-]{0,6}$/).map((text) => text.replace(/[()]/g, ''));
  const term: fc.Arbitrary<Query> = fc.oneof(
    fc.record({
      kind: fc.constant('term' as const),
      field: fc.constantFrom('', 'tag', 'caption', 'file', 'concept'),
      operator: fc.constant(':' as const),
      value: fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), quoted: fc.constant(true) }),
      at: fc.constant(0),
    }),
    word.filter((text) => text !== '' && !text.endsWith('\\') && !/^(and|or|not)$/i.test(text) && !/^[a-z]+:./i.test(text)).map((text) => ({
      kind: 'term' as const, field: '', operator: ':' as const, value: { text, quoted: false }, at: 0,
    })),
    fc.tuple(fc.constantFrom('tags', 'width'), fc.constantFrom('<', '<=', '>', '>=', '=', '!=') as fc.Arbitrary<'<'>, fc.nat(20)).map(
      ([field, operator, n]) => ({ kind: 'term' as const, field, operator, value: { text: String(n), quoted: false }, at: 0 }),
    ),
  );
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { depthSize: 'small' },
      term,
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('query'), right: tie('query') }),
      fc.record({ kind: fc.constant('not' as const), inner: tie('query') }),
    ),
  }));
  const bare = (one: Query): unknown => JSON.parse(JSON.stringify(one, (key, value: unknown) => (key === 'at' ? undefined : value)));

  test('what is printed reads back as the same tree', () => {
    fc.assert(
      fc.property(query, (tree) => {
        expect(bare(parseQuery(printQuery(tree)))).toEqual(bare(tree));
      }),
      { numRuns: 500 },
    );
  });

  test('not not x = x, and De Morgan', () => {
    fc.assert(
      fc.property(query, query, (a, b) => {
        const [x, y] = [printQuery(a), printQuery(b)];
        expect(find(`not not (${x})`)).toEqual(find(x));
        expect(find(`not ((${x}) and (${y}))`)).toEqual(find(`not (${x}) or not (${y})`));
        expect(find(`not ((${x}) or (${y}))`)).toEqual(find(`-(${x}) -(${y})`));
      }),
      { numRuns: 300 },
    );
  });

  test('any text is read or refused with a QueryError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z:"()<> \\-]*$/)), (text) => {
        try {
          find(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
