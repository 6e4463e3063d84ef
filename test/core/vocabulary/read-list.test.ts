import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ListError } from '../../../src/core/vocabulary/import/list-error.js';
import { readList, type ReadOptions } from '../../../src/core/vocabulary/import/read-list.js';
import { list } from './lists.js';

const names = ({ table }: Awaited<ReturnType<typeof readList>>) =>
  [...table.tags.values()].map(({ name, category, posts, retired }) => [name, category, posts, ...(retired ? ['retired'] : [])].join(' '));
const relations = ({ table }: Awaited<ReturnType<typeof readList>>) => [
  ...[...table.aliases].map(([from, to]) => `${from} > ${to}`),
  ...[...table.implications].map(([from, to]) => `${from} => ${[...to].join(' ')}`),
];

describe('lists of names', () => {
  test.each<[string, string, string, ReadOptions, string[], string[]?]>([
    ['tagcomplete, 4 columns', 'booru.csv', '1girl,0,600,"girl,/1g"\nhat,0,500,\n', {}, ['1girl general 600', 'hat general 500'], ['girl > 1girl', '/1g > 1girl']],
    ['tagcomplete, 3 columns', 'my-e6.csv', 'wolf,5,600\nhi_res,7,500\n', {}, ['wolf species 600', 'hi_res meta 500']],
    ['numbers that only one site has tell the site', 'list.csv', 'wolf,5,600,\nhi_res,7,500,\n', {}, ['wolf species 600', 'hi_res meta 500']],
    ['the same number means another thing on the other site', 'list.csv', 'highres,5,600,\n', { site: 'booru' }, ['highres meta 600']],
    ['with a header, columns in any order', 'danbooru.csv', 'count,tag,aliases,type\n600,hat,"cap, hats",0\n', {}, ['hat general 600'], ['cap > hat', 'hats > hat']],
    ['a count that is a text, or missing', 'danbooru.csv', 'masterpiece,5,Quality tag,\nhat,0,,\n', {}, ['masterpiece meta ', 'hat general ']],
    ['faces, quotes and other scripts', 'danbooru.csv', '";d",0,5,\n>_<,0,4,\n"""quoted""",0,3,\npokémon,3,2,"ポケモン"\n=3,0,1,\n', {}, [';d general 5', '>_< general 4', '"quoted" general 3', 'pokémon copyright 2', '=3 general 1'], ['ポケモン > pokémon']],
    ['a quote inside a name', 'danbooru.csv', 'a"b,0,5,\nhat,0,4,\n', {}, ['a"b general 5', 'hat general 4']],
    ['rows of different lengths and Windows line ends', 'danbooru.csv', 'hat,0,5,\r\ncap,0\r\n\r\nscarf,0,3\r\n', {}, ['hat general 5', 'cap general ', 'scarf general 3']],
    ['a byte order mark', 'danbooru.csv', '\ufeffhat,0,5,\n', {}, ['hat general 5']],
    ['a name with a comma is no tag', 'danbooru.csv', '"a,b",0,5,\nhat,0,4,\n', {}, ['hat general 4']],
    ['a tagger’s list', 'selected_tags.csv', 'tag_id,name,category,count\n9999999,general,9,1\n1,hat,0,500\n2,someone,4,30\n', {}, ['general rating 1', 'hat general 500', 'someone character 30']],
    ['e621’s export of tags', 'tags-2025-01-01.csv.gz', 'id,name,category,post_count\n1,wolf,5,600\n2,slip_of_the_pen,0,1\n3,lore_thing,8,50\n', {}, ['wolf species 600', 'lore_thing lore 50']],
    ['with rare names too', 'tags.csv', 'id,name,category,post_count\n1,wolf,5,600\n2,rare,0,1\n', { minPosts: 0 }, ['wolf species 600', 'rare general 1']],
    ['Danbooru’s tags', 'tags.json', JSON.stringify([{ id: 1, name: 'hat', post_count: 500, category: 0, is_deprecated: false }, { id: 2, name: 'text', post_count: 90, category: 0, is_deprecated: true }]), {}, ['hat general 500', 'text general 90 retired']],
    ['Danbooru’s pages one after the other', 'danbooru_tags.json', '[{"name":"hat","post_count":500,"category":0,"words":["hat"]}]\n[{"name":"}\\"]{","post_count":90,"category":0}]\n[]', {}, ['hat general 500', '}"]{ general 90']],
    ['an object a line', 'danbooru.jsonl.gz', '{"name":"hat","post_count":500,"category":0}\n{"name":"cap","post_count":3,"category":0}\n', {}, ['hat general 500', 'cap general 3']],
    ['e621’s API', 'e621.json', JSON.stringify({ tags: [{ name: 'wolf', post_count: 500, category: 5 }] }), {}, ['wolf species 500']],
    ['a name a line', 'mine.txt', '# our own\nmy_fox\nlong hair\n\n#compass\n', { site: 'booru' }, ['my_fox general ', 'long_hair general ', '#compass general ']],
    ['names between commas', 'mine.txt', 'my fox, long hair,\nhat\n', { site: 'booru' }, ['my_fox general ', 'long_hair general ', 'hat general ']],
  ])('%s', async (_, name, content, options, expected, aliases = []) => {
    const read = await readList(await list(name, content), options);
    expect(names(read)).toEqual(expected);
    expect(relations(read)).toEqual(aliases);
  });

  test('all names of a list can be called adult', async () => {
    const { table } = await readList(await list('danbooru.csv', 'hat,0,5,\n'), { adult: true });
    expect(table.tags.get('hat')?.adult).toBe(true);
  });
});

describe('lists of relations', () => {
  const rows = 'id,antecedent_name,consequent_name,created_at,status\n1,doggo,domestic_dog,2020-01-01,active\n2,cat,domestic_dog,2020-01-01,deleted\n3,wolf,canine,2020-01-01,pending\n4,hat,hat,2020-01-01,active\n';

  test.each<[string, string, string, ReadOptions, string[]]>([
    ['only those in force', 'tag_aliases-2025-01-01.csv.gz', rows, {}, ['doggo > domestic_dog']],
    ['the file’s name tells which', 'tag_implications-2025-01-01.csv.gz', rows, {}, ['doggo => domestic_dog']],
    ['or the person does', 'relations.csv', rows, { holds: 'implications' }, ['doggo => domestic_dog']],
    ['Danbooru’s, with a page that came twice', 'danbooru_tag_implications.json', JSON.stringify([1, 2].map((id) => ({ id, antecedent_name: 'jeans', consequent_name: 'pants', status: 'active' }))), {}, ['jeans => pants']],
    ['two columns', 'danbooru_aliases.csv', 'antecedent,consequent\ncap,hat\n', {}, ['cap > hat']],
  ])('%s', async (_, name, content, options, expected) => expect(relations(await readList(await list(name, content), options))).toEqual(expected));
});

describe('what cannot be read is said in one sentence', () => {
  const packed = async (name: string) => {
    const { gzipSync } = await import('node:zlib');
    return list(name.replace('.gz', ''), gzipSync(Buffer.from('hat,0,5,\n'.repeat(5000))).subarray(0, 60));
  };

  test.each<[string, () => Promise<string>, ReadOptions, string]>([
    ['empty', () => list('a.csv', ''), { site: 'e6' }, 'a.csv is empty.'],
    ['nothing of use', () => list('a.csv', ',,,\n'), { site: 'e6' }, 'a.csv holds no name that could be used.'],
    ['no site', () => list('a.csv', 'hat,0,5,\n'), {}, 'a.csv does not tell whose names it holds: say --site booru (Danbooru) or --site e6 (e621).'],
    ['aliases or implications', () => list('booru.csv', 'antecedent,consequent\na,b\n'), {}, 'booru.csv does not tell whether it holds aliases or implications: say --as aliases or --as implications.'],
    ['cut off', () => packed('cut.csv.gz'), { site: 'e6' }, 'cut.csv is cut off.'],
    ['a zip archive', () => list('a.csv', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1')), { site: 'e6' }, 'a.csv is a zip archive: unpack it first.'],
    ['a zip archive in gzip', () => list('a.csv.gz', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1')), { site: 'e6' }, 'a.csv.gz is a zip archive: unpack it first.'],
    ['UTF-16', () => list('a.csv', Buffer.from('\ufeffhat,0,5,\n', 'utf16le')), { site: 'e6' }, 'a.csv is written in UTF-16: save it as UTF-8 first.'],
    ['UTF-16 without its mark', () => list('a.csv', Buffer.from('hat,0,5,\n', 'utf16le')), { site: 'e6' }, 'a.csv is written in UTF-16: save it as UTF-8 first.'],
    ['a web page', () => list('e621.csv', '\n<!DOCTYPE html>\n<html><body>hat,0,5</body></html>'), {}, 'e621.csv is a web page, no list of names.'],
    ['what is no text', () => list('a.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), { site: 'e6' }, 'a.csv is no text, so no list of names.'],
    ['a file that Git LFS has not fetched', () => list('e621.csv', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n'), {}, 'e621.csv is only what Git LFS keeps in place of the list: fetch the list itself (git lfs pull).'],
    ['a line without end', () => list('a.csv.gz', Buffer.alloc(300_000_000, 'a')), { site: 'e6' }, 'a.csv.gz has a line of more than a million characters: that is no name.'],
    ['an object without end', () => list('a.json.gz', Buffer.concat([Buffer.from('[{"name":"'), Buffer.alloc(40_000_000, 'a')])), { site: 'e6' }, 'a.json.gz has an object of more than a million characters: that is no name.'],
    ['quotes that never end', () => list('a.csv', `hat,0,5,"cap\n${'scarf,0,4,\n'.repeat(9)}`), { site: 'e6' }, 'a.csv is torn: a quote in it is opened and never closed.'],
    ['a site that refuses in JSON', () => list('booru.json', '{"success":false,"message":"no"}'), {}, 'booru.json holds no name that could be used.'],
    ['JSON with something in between', () => list('booru.json', '{"name":"hat"}\nhat\n{"name":"cap"}'), {}, 'booru.json is no JSON that could be read: it may be cut off.'],
    ['JSON that was cut off', () => list('booru.json', '[{"name":"hat","post_count":5'), {}, 'booru.json is no JSON that could be read: it may be cut off.'],
  ])('%s', async (_, path, options, message) => {
    await expect(readList(await path(), options)).rejects.toThrow(new ListError(message));
  });
});

test('names that could steer a terminal are not taken in, and what was left out is counted by why', async () => {
  const bad = ['\u001b[31mred', 'a\u009b2Jb', 'x\u202ey', 'bell\u0007', 'torn\ufffd', 'a'.repeat(201)];
  const { taken, table } = await readList(await list('e621.csv', `id,name,category,post_count\n1,hat,0,500\n2,rare,0,3\n${bad.map((name) => `9,${name},0,500\n`).join('')}`));
  expect([...table.tags.keys()]).toEqual(['hat']);
  expect(taken).toEqual({ tags: 1, aliases: 0, implications: 0, skipped: { rare: 1, old: 0, unfit: bad.length } });
});

test('how far it is, is told to the end', async () => {
  const shares: number[] = [];
  await readList(await list('long.csv.gz', Array.from({ length: 50_000 }, (_, at) => `name_${at * 7919},0,${at},\n`).join('')), { site: 'booru', onProgress: (share) => shares.push(share) });
  expect(shares.at(-1)).toBe(1);
});

/** Not a part of the repository: where they are missing these tests are passed over. */
const real = process.env['LORADECK_LISTS'] ?? '../shared/vocabulary';

describe.skipIf(!existsSync(real))('real lists, where there are any', () => {
  test('are read whole', async () => {
    const { taken, table, format } = await readList(`${real}/danbooru_safe.csv`);
    expect([format, table.site, taken.skipped]).toEqual(['csv', 'booru', { rare: 0, old: 0, unfit: 0 }]);
    expect(taken.tags).toBeGreaterThan(10_000);
    const aliases = await readList(`${real}/e621_aliases_safe.csv`);
    expect(aliases.table.site).toBe('e6');
    expect(aliases.taken.aliases).toBeGreaterThan(14_000);
  });
});
