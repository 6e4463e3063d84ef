import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { IndexDamaged, packIndex, unpackIndex } from '../../../src/core/vocabulary/index/layout.js';
import { buildIndex } from '../../../src/core/vocabulary/index/build.js';
import { tableOf } from '../../../src/core/vocabulary/index/table-of.js';
import { forgetImported, importedPath, importTable, openVocabulary, shippedPath, VocabularyBusy, vocabularyOf, type Source } from '../../../src/core/vocabulary/store.js';
import type { Vocabulary } from '../../../src/core/vocabulary/vocabulary.js';
import { takeLock } from '../../../src/core/journal/lock.js';
import { smallDisk } from '../../small-disk.js';
import { tableOfText } from './lists.js';

const source: Source = { from: 'list.csv', format: 'csv', at: '2025-01-01T00:00:00.000Z', tags: 2, aliases: 0, implications: 0 };
const closure = (vocabulary: Vocabulary, name: string) => [...vocabulary.closure(vocabulary.find(name))].map((entry) => vocabulary.name(entry)).sort();

afterEach(async () => Promise.all([forgetImported('booru'), forgetImported('e6')]));

test('without lists there is what comes with the program, kept so that it is ready at once', async () => {
  const { vocabulary, about, problem } = await openVocabulary('booru');
  expect([problem, about.sources]).toEqual([null, []]);
  expect(vocabulary.isInUse(vocabulary.find('Long Hair'))).toBe(true);
  const kept = await readFile(shippedPath('booru'));
  const again = await openVocabulary('booru');
  expect(again.vocabulary.size).toBe(vocabulary.size);
  // Made by another program: it is made again.
  const { arrays } = unpackIndex(kept);
  await writeFile(shippedPath('booru'), packIndex(arrays, { ...about, shipped: about.shipped + 1 }));
  expect((await openVocabulary('booru')).about.shipped).toBe(about.shipped);
  expect((await readFile(shippedPath('booru'))).equals(kept)).toBe(true);
});

test('lists are added up: names, aliases and implications from three files', async () => {
  await importTable(tableOfText('booru', 'made_up_hat:90 made_up_cap:5:character'), [source]);
  await importTable(tableOfText('booru', 'madeup_hat>made_up_hat'), [{ ...source, from: 'aliases.csv' }]);
  const { about } = await importTable(tableOfText('booru', 'made_up_cap=>made_up_hat made_up_hat=>hidden hidden=>made_up_thing'), [{ ...source, from: 'implications.csv' }]);
  const { vocabulary } = await openVocabulary('booru');
  expect(about.sources.map(({ from }) => from)).toEqual(['list.csv', 'aliases.csv', 'implications.csv']);
  expect(vocabulary.name(vocabulary.canonical('madeup hat'))).toBe('made_up_hat');
  expect([vocabulary.posts(vocabulary.find('made_up_hat')), vocabulary.category(vocabulary.find('made_up_cap'))]).toEqual([90, 'character']);
  // A name that no list has keeps the chain whole, and is no name to suggest.
  expect(closure(vocabulary, 'made_up_cap')).toEqual(['hidden', 'made_up_hat', 'made_up_thing']);
  expect(vocabulary.isInUse(vocabulary.find('hidden'))).toBe(false);
  // What comes with the program is there too, but for its implications: the list says what is implied.
  expect(vocabulary.isInUse(vocabulary.find('long_hair'))).toBe(true);
  expect(closure(vocabulary, 'absurdres')).toEqual([]);
});

test('without a list of implications those of the program count', async () => {
  const { vocabulary } = await importTable(tableOfText('booru', 'made_up_hat:90'), [source]);
  expect(closure(vocabulary, 'absurdres')).toEqual(['highres']);
  const later = await importTable(tableOfText('booru', 'a=>b'), [source]);
  expect(closure(later.vocabulary, 'absurdres')).toEqual([]);
});

test('a later list goes before an earlier one, and a fresh start forgets all', async () => {
  await importTable(tableOfText('booru', 'made_up_hat:90 made_up_cap:5'), [source]);
  const { vocabulary } = await importTable(tableOfText('booru', 'made_up_hat:70 made_up_scarf:1'), [source]);
  expect([vocabulary.posts(vocabulary.find('made_up_hat')), vocabulary.posts(vocabulary.find('made_up_cap'))]).toEqual([70, 5]);
  const fresh = await importTable(tableOfText('booru', 'made_up_scarf:1'), [source], { fresh: true });
  expect(fresh.vocabulary.find('made_up_hat')).toBe(-1);
  expect(fresh.about.sources).toHaveLength(1);
});

test('a list that comes again is named once', async () => {
  await importTable(tableOfText('booru', 'made_up_hat:90'), [source, { ...source, from: 'other.csv' }]);
  const { about } = await importTable(tableOfText('booru', 'made_up_hat:95'), [{ ...source, at: '2025-02-01T00:00:00.000Z' }]);
  expect(about.sources.map(({ from, at }) => [from, at.slice(0, 7)])).toEqual([['other.csv', '2025-01'], ['list.csv', '2025-02']]);
});

test('lists that are imported at the same time are all there', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, at) => importTable(tableOfText('booru', `made_up_${at}:${at}`), [{ ...source, from: `${at}.csv` }])));
  const { vocabulary, about } = await openVocabulary('booru');
  expect(about.sources.map(({ from }) => from).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `${at}.csv`));
  for (let at = 0; at < 8; at++) expect(vocabulary.isInUse(vocabulary.find(`made_up_${at}`)), `made_up_${at}`).toBe(true);
});

test('what a program left that was killed while it wrote goes with the next import', async () => {
  await importTable(tableOfText('booru', 'made_up_hat:90'), [source]);
  await writeFile(`${importedPath('booru')}.3829104733`, 'half');
  await importTable(tableOfText('booru', 'made_up_cap:90'), [source]);
  expect(await readdir(dirname(importedPath('booru')))).toEqual(['booru.index']);
});

test('who waits for too long is told, and nothing is taken in', async () => {
  const release = await takeLock(dirname(importedPath('booru')));
  try {
    await expect(importTable(tableOfText('booru', 'hat:5'), [source], { patience: 20 })).rejects.toThrow(VocabularyBusy);
    await expect(readFile(importedPath('booru'))).rejects.toThrow('ENOENT');
  } finally {
    await release();
  }
});

test('a disk that is full leaves the index as it was', async ({ skip }) => {
  const disk = await smallDisk();
  if (disk === null) return skip('no disk may be mounted here');
  const { XDG_DATA_HOME: home } = process.env;
  process.env['XDG_DATA_HOME'] = disk;
  try {
    await importTable(tableOfText('booru', 'made_up_hat:90'), [source]);
    const before = await readFile(importedPath('booru'));
    await writeFile(join(disk, 'rest'), Buffer.alloc(8 * 2 ** 20)).catch(() => {});
    const many = tableOfText('booru', Array.from({ length: 20_000 }, (_, at) => `made_up_${at}:${at}`).join(' '));
    await expect(importTable(many, [source])).rejects.toThrow('ENOSPC');
    expect((await readFile(importedPath('booru'))).equals(before)).toBe(true);
    expect(await readdir(dirname(importedPath('booru')))).toEqual(['booru.index']);
  } finally {
    process.env['XDG_DATA_HOME'] = home;
  }
});

test('a list of bare names takes nothing away from what is known', async () => {
  await importTable(tableOfText('e6', 'made_up_wolf:90:species'), [source]);
  const { vocabulary } = await importTable(tableOfText('e6', 'made_up_wolf'), [source]);
  const entry = vocabulary.find('made_up_wolf');
  expect([vocabulary.posts(entry), vocabulary.category(entry)]).toEqual([90, 'species']);
});

test('a table comes out of its index as it went in', () => {
  const name = fc.constantFrom('a', 'b_c', 'dé', 'x_(y)', ':d', 'long_name_of_many_words', 'z');
  const relation = fc.tuple(name, name);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.nat(1e6))), fc.array(relation), fc.array(relation), (tags, aliases, implications) => {
      const text = [...tags.map(([tag, posts]) => `${tag}:${posts}`.replace('::d', ':d')), ...implications.map(([a, b]) => `${a}=>${b}`)].filter((word) => !word.startsWith(':d:')).join(' ');
      const table = tableOfText('booru', text);
      for (const [from, to] of aliases) if (from !== to && !table.tags.has(from) && table.tags.has(to)) table.aliases.set(from, to);
      const again = tableOf(vocabularyOf(table), true);
      expect(new Map([...again.tags].sort())).toEqual(new Map([...table.tags].sort()));
      expect(new Map([...again.aliases].sort())).toEqual(new Map([...table.aliases].sort()));
    }),
    { numRuns: 200 },
  );
});

describe('an index that cannot be used', () => {
  const file = packIndex(buildIndex(tableOfText('booru', 'hat:5 cap:4')).arrays, { site: 'booru' });

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 4), 'is cut off.'],
    ['a changed byte', (bytes) => Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte)), 'is damaged.'],
    ['another file', () => Buffer.from('{"hello": 1}'.repeat(9)), 'is no vocabulary index.'],
    ['empty', () => new Uint8Array(), 'is no vocabulary index.'],
  ])('%s', (_, change, message) => expect(() => unpackIndex(change(file))).toThrow(new IndexDamaged(message)));

  test('is said, and the names of the program stay', async () => {
    await mkdir(dirname(importedPath('booru')), { recursive: true });
    await writeFile(importedPath('booru'), file.subarray(0, 60));
    const { problem, vocabulary } = await openVocabulary('booru');
    expect(problem).toContain('is cut off. Until the lists are imported again only the names that come with the program are known.');
    expect(vocabulary.isInUse(vocabulary.find('long_hair'))).toBe(true);
    // Importing does not silently throw away what may be mended.
    await expect(importTable(tableOfText('booru', 'hat:5'), [source])).rejects.toThrow(IndexDamaged);
    expect((await importTable(tableOfText('booru', 'hat:5'), [source], { fresh: true })).problem).toBeNull();
  });
});
