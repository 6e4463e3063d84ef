import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileQuery, parseQuery, QueryError } from '../../../src/core/dataset/query/query.js';
import type { Picture } from '../../../src/core/dataset/model.js';
import type { Query } from '../../../src/core/dataset/query/query-tree.js';
import { sameTag, tagKey } from '../../../src/core/tags/same-tag.js';
import { picture } from './picture.js';
import { printQuery } from './print-query.js';
import { find } from './query-pictures.js';

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
    fc.constantFrom('saved', 'Zwei_2', 'é-x', '狐').map((name): Query => ({ kind: 'saved', name, at: 0 })),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('query'), right: tie('query') }),
    fc.record({ kind: fc.constant('not' as const), inner: tie('query') }),
  ),
}));
// The same by the shortest way, without an index: terms are asked of the picture itself.
const plain = (one: Query, of: Picture): boolean => {
  if (one.kind === 'all') return true;
  if (one.kind === 'saved') return plain(parseQuery('solo or tags<3'), of);
  if (one.kind === 'not') return !plain(one.inner, of);
  if ('left' in one) return one.kind === 'and' ? plain(one.left, of) && plain(one.right, of) : plain(one.left, of) || plain(one.right, of);
  const { field, operator, value: { text } } = one;
  const number = { tags: of.tags.length, width: of.facts?.width ?? NaN }[field];
  if (number !== undefined) {
    const limit = Number(text);
    return { '<': number < limit, '<=': number <= limit, '>': number > limit, '>=': number >= limit, '=': number === limit, ':': number === limit, '!=': number < limit || number > limit }[operator];
  }
  const fold = (name: string) => name.toLowerCase().replace(/_/g, ' ').replace(/\\([()])/g, '$1');
  const wild = (pattern: string, name: string, open = false) => {
    const source = [...pattern.matchAll(/\\([\\*])|(\*)|([^])/gu)].map(([, escaped, star, other]) => (star ? '[^\\n]*' : `\\u{${(escaped ?? other ?? '').codePointAt(0)?.toString(16)}}`)).join('');
    return new RegExp(open ? source : `^(?:${source})$`, 'u').test(name);
  };
  const stars = /(?<!\\)(\\\\)*\*/.test(text);
  const names = [of.name, of.stem];
  switch (field) {
    case 'tag':
      return of.tags.some((tag) => (stars ? wild(fold(text).trim(), tagKey(tag)) : sameTag(tag, text.replace(/\\\*/g, '*'))));
    case 'caption':
      return fold(of.caption?.text ?? '').includes(fold(text).trim());
    case 'file':
      return text.includes('/') ? wild(fold(text).trim(), fold(of.path)) : names.some((name) => wild(fold(text).trim(), fold(name)));
    case 'concept': {
      const [, activation = ''] = /_(.*)/.exec(of.folder) ?? [];
      return [of.folder, activation, ...activation.split(',')].some((name) => wild(fold(text).trim(), fold(name).trim()));
    }
    default:
      if (text.includes('\n')) return false;
      if (stars) return of.tags.some((tag) => wild(fold(text), tagKey(tag), true)) || wild(fold(text), fold(of.name), true);
      return of.tags.some((tag) => tagKey(tag).includes(fold(text))) || fold(of.name).includes(fold(text));
  }
};

test('each query finds what a plain reading of it finds', () => {
  const piece = fc.constantFrom('solo', 'Solo', 'long_hair', 'long hair', 'a', 'b', '^_^', 'miku \\(v\\)', 'miku (v)', 'a*b', '_', '狐');
  const one = fc.tuple(fc.array(piece, { maxLength: 5 }), fc.constantFrom('10_fox', '2_blaze, red armor'), fc.constantFrom('a.png', '01 b.jpg', 'long_hair.webp'), fc.option(fc.integer({ min: 1, max: 20 })));
  const texts = fc.oneof(piece, fc.constantFrom('so*', '*hair', 'l*r', 'a\\*b', '*', '0*', 'fox', '10_*', 'a', '*.png', '10_fox/*', 'red armor', '2*', 'ed a', 'a, b', '(v)'));
  const asked = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { depthSize: 'small' },
      fc.tuple(fc.constantFrom('', 'tag', 'caption', 'file', 'concept'), texts).map(([field, text]): Query => ({ kind: 'term', field, operator: ':', value: { text, quoted: true }, at: 0 })),
      term,
      fc.constant<Query>({ kind: 'saved', name: 'saved', at: 0 }),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('query'), right: tie('query') }),
      fc.record({ kind: fc.constant('not' as const), inner: tie('query') }),
    ),
  })).query;
  fc.assert(
    fc.property(asked, fc.array(one, { minLength: 1, maxLength: 6 }), (tree, many) => {
      const matches = compileQuery(printQuery(tree), { saved: 'solo or tags<3' });
      for (const [tags, folder, name, width] of many) {
        const of = picture(`${folder}/${name}`, tags.join(', '), width === null ? null : { width });
        expect(matches(of, {}), `${printQuery(tree)} on ${of.path}: ${tags.join(', ')}`).toBe(plain(tree, of));
      }
    }),
    { numRuns: 1500 },
  );
});

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
