import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListError } from '../../../src/core/vocabulary/import/list-error.js';
import { Objects } from '../../../src/core/vocabulary/import/objects.js';

/** The objects of a text that comes in pieces. */
function objectsOf(pieces: readonly string[]): unknown[] {
  const objects = new Objects();
  const found = pieces.flatMap((piece) => [...objects.push(piece)]);
  objects.end();
  return found;
}

/** A text cut at some places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length));
}

const row = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string())), { maxKeys: 4 });
const rows = fc.array(row, { maxLength: 6 });
const places = fc.array(fc.nat(), { maxLength: 8 });

test.each<[string, (list: readonly unknown[]) => string]>([
  ['a list', (list) => JSON.stringify(list)],
  ['a list over many lines', (list) => JSON.stringify(list, null, 2)],
  ['pages one after the other', (list) => list.map((one) => `${JSON.stringify([one])}\n`).join('')],
  ['an object a line', (list) => list.map((one) => `${JSON.stringify(one)}\n`).join('')],
  // One that holds none is taken for a row without a name, which does no harm.
  ['in an object that holds the list', (list) => list.length === 0 ? '' : `{ "tags": ${JSON.stringify(list)} }`],
])('%s gives its objects, wherever it is cut', (_, write) => {
  fc.assert(
    fc.property(rows, places, (list, at) => {
      expect(objectsOf(cut(write(list), at))).toEqual(JSON.parse(JSON.stringify(list)));
    }),
    { numRuns: 300 },
  );
});

test('what ends in the middle is told, wherever that is', () => {
  const text = JSON.stringify([{ name: 'a "quoted" {name}', aliases: ['[', ']'] }, { name: 'b\\' }]);
  for (let end = 1; end < text.length; end++) expect(() => objectsOf([text.slice(0, end)]), text.slice(0, end)).toThrow(SyntaxError);
});

test('an object that is too long to be a name is not held in memory', () => {
  const objects = new Objects();
  expect(() => [...objects.push(`[{"name":"${'a'.repeat(2 ** 20)}`)]).toThrow(ListError);
});
