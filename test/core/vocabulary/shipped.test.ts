import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { sites } from '../../../src/core/vocabulary/model.js';
import { readName } from '../../../src/core/vocabulary/safety/standing.js';
import type { shippedNames} from '../../../src/core/vocabulary/shipped/names.js';
import { topics } from '../../../src/core/vocabulary/shipped/names.js';
import { readNames, relationsOf } from '../../../src/core/vocabulary/shipped/read.js';
import { shippedSum } from '../../../src/core/vocabulary/shipped/sum.js';
import { shippedPairs, shippedTable } from '../../../src/core/vocabulary/shipped/table.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';

describe.each(sites)('what is shipped for %s', (site) => {
  const table = shippedTable(site);
  const vocabulary = vocabularyOf(table);
  const names = [...table.tags.keys()];

  test('at least a thousand names, none twice in a topic', () => {
    expect(names.length).toBeGreaterThan(1000);
    for (const text of Object.values(topics)) {
      const read = { tags: { e6: [], booru: [] }, pairs: [] } as ReturnType<typeof shippedNames>;
      readNames(text, read);
      const paired = new Set(read.pairs.map((pair) => pair[site]));
      const own = read.tags[site].map(({ name }) => name).filter((name) => !paired.has(name));
      expect(own.filter((name, at) => own.indexOf(name) !== at)).toEqual([]);
    }
  });

  test('nothing sexual: not a name, not an alias, and none of either left out for it', () => {
    for (const name of [...names, ...table.aliases.keys()]) {
      const { adult, refused } = readName(name);
      expect([name, adult, refused]).toEqual([name, false, false]);
      expect(vocabulary.find(name)).toBeGreaterThanOrEqual(0);
      expect(vocabulary.isAdult(vocabulary.find(name))).toBe(false);
    }
  });

  test('aliases and implications speak of names that are there', () => {
    const unknown = new Set<string>();
    for (const [from, implied] of table.implications) for (const name of [from, ...implied]) if (!table.tags.has(name)) unknown.add(name);
    for (const [alias, name] of table.aliases) {
      if (!table.tags.has(name)) unknown.add(name);
      if (table.tags.has(alias)) unknown.add(`${alias} is a name itself`);
    }
    expect([...unknown]).toEqual([]);
  });

  test('no name implies itself, on whatever way', () => {
    const circles = names.filter((name) => {
      const seen = new Set<string>();
      const open = [...(table.implications.get(name) ?? [])];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at === name) return true;
        if (!seen.has(at)) open.push(...(table.implications.get(at) ?? []));
        seen.add(at);
      }
      return false;
    });
    expect(circles).toEqual([]);
  });
});

test('the chains of both sites, and where they differ', () => {
  const chain = (site: 'e6' | 'booru', name: string) => {
    const vocabulary = vocabularyOf(shippedTable(site));
    return [...vocabulary.closure(vocabulary.find(name))].map((entry) => vocabulary.name(entry)).sort();
  };
  expect(chain('e6', 'german_shepherd')).toEqual(['canid', 'canine', 'canis', 'domestic_dog', 'herding_dog', 'mammal']);
  expect(chain('e6', 'white_background')).toEqual(['simple_background']);
  expect(chain('booru', 'white_background')).toEqual([]);
  expect(chain('booru', 'absurdres')).toEqual(['highres']);
  expect(chain('booru', 'black_hair')).toEqual([]);
});

test('a line that means nothing is no list', () => {
  expect(() => readNames('hat = ', { tags: { e6: [], booru: [] }, pairs: [] })).toThrow('means nothing');
  expect(() => readNames('@ general nothing', { tags: { e6: [], booru: [] }, pairs: [] })).toThrow('no category');
  expect(() => relationsOf('hat')).toThrow('means nothing');
});

test('the sum stays the same for the same lists', () => expect(shippedSum()).toBe(shippedSum()));

describe('pairs of both sites', () => {
  const pairs = shippedPairs();
  const of = (e6: string) => pairs.filter((pair) => pair.e6 === e6).map(({ booru, relation }) => `${relation} ${booru}`);

  test('the most useful ones, and the traps', () => {
    expect(of('side_view')).toEqual(['= from_side']);
    expect(of('rear_view')).toEqual(['= from_behind']);
    expect(of('hi_res')).toEqual(['= highres']);
    expect(of('front_view')).toContain('~ straight-on');
    expect(of('portrait')).toEqual(['! portrait']);
    expect(of('headgear')).toEqual(['! headgear']);
    expect(of('female')).toContain('+ 1girl');
    expect(of('solo')).toEqual(['= solo']);
  });

  test('both ends are names of their sites', () => {
    const [e6, booru] = [shippedTable('e6').tags, shippedTable('booru').tags];
    expect(pairs.filter((pair) => !e6.has(pair.e6) || !booru.has(pair.booru))).toEqual([]);
  });

  test('an e621 name has at most one counterpart that means the same, and so has a Danbooru one', () => {
    const same = pairs.filter(({ relation }) => relation === '=');
    const twice = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice(same.map(({ e6 }) => e6))).toEqual([]);
    expect(twice(same.map(({ booru }) => booru))).toEqual([]);
  });
});

/** Not a part of the repository: where it is missing these tests are passed over. */
const map = '../shared/vocabulary/e6_booru_map.csv';

describe.skipIf(!existsSync(map))('the map of both sites, where there is one', () => {
  test('every checked pair is shipped, but for names that are left out', () => {
    const rows: { e6: string; booru: string; relation: string }[] = parse(readFileSync(map), { columns: true });
    const signs: Readonly<Record<string, string>> = { compose: '+', trap: '!' };
    const pairs = new Map(shippedPairs().map(({ e6, booru, relation }) => [`${e6} ${booru}`, relation]));
    const different = rows.filter(({ e6, booru, relation }) => relation !== 'none' && pairs.get(`${e6} ${booru}`) !== (signs[relation] ?? relation));
    // A cover is of a book on one site and of a comic on the other; the rest are bodies and what is worn without.
    expect(different.map(({ e6 }) => e6)).toEqual(['cover', 'panting', 'breasts', 'big_breasts', 'translucent']);
  });
});
