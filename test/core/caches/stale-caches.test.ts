import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheName } from '../../../src/core/caches/cache-names.js';
import type { Finding } from '../../../src/core/checks/finding.js';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { factsOf } from '../../../src/core/images/read-all.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { addTags } from '../../../src/core/tags/verbs.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-caches-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const folder = '3_hmbrgr';
const onDisk = 'cache_latents_to_disk = true\ncache_text_encoder_outputs_to_disk = true\n';

async function put(path: string, content: string | Uint8Array, age = 0): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
  const time = Date.now() / 1000 - age;
  await utimes(join(root, path), time, time);
}

const picture = (width = 64, height = 64) => sharp({ create: { width, height, channels: 3, background: '#c04020' } }).png().toBuffer();

/** Three images an hour old with captions of then, and caches made since. */
async function putSet(settings: string, family = 'sdxl'): Promise<void> {
  await put('loradeck.toml', `${settings}[loradeck]\nfamily = "${family}"\ngoals = { "*" = "character" }\n`);
  for (const stem of ['a', 'b', 'c']) {
    await put(`${folder}/${stem}.png`, await picture(), 3600);
    await put(`${folder}/${stem}.txt`, 'hmbrgr, bun\n', 3600);
    await put(`${folder}/${stem}_0064x0064_sdxl.npz`, `latents of ${stem}`, 60);
    await put(`${folder}/${stem}_te_outputs.npz`, `texts of ${stem}`, 60);
  }
}

const scan = async () => factsOf(await scanWorkspace(root));
const stale = async (): Promise<Finding[]> => (await runChecks(await scan())).filter(({ rule }) => rule === 'R-85' || rule === 'R-68');
const briefly = (found: Finding[]) => found.map(({ rule, images }) => [rule, images.map((path) => path.slice(folder.length + 1))]);

test('caches that are younger than what they are of are no finding', async () => {
  await putSet(onDisk);
  expect(await stale()).toEqual([]);
});

test('an edited caption makes the cache of its text stale, and removing it is undone with every byte', async () => {
  await putSet(onDisk);
  const dataset = await scan();
  const journal = await openJournal(root);
  await journal.apply(addTags({ pictures: dataset.concepts[0]?.pictures.slice(0, 2) ?? [], concepts: dataset.concepts, captionExtension: '.txt' }, ['lettuce']));
  const [found, ...others] = await stale();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: 'R-85', level: 'error', concept: folder, images: [`${folder}/a.png`, `${folder}/b.png`] });
  expect(found?.message).toBe('2 caches are not of today’s captions (a_te_outputs.npz, b_te_outputs.npz), and the trainer would train the old captions.');

  const before = (await readdir(join(root, folder))).sort();
  const inode = (await stat(join(root, folder, 'a_te_outputs.npz'))).ino;
  const change = await found?.fix?.change();
  if (!change) throw new Error('there is no fix');
  expect(change).toMatchObject({ what: 'removed 2 stale cache files', images: 2 });
  await journal.apply(change);
  expect((await readdir(join(root, folder))).sort()).toEqual(before.filter((name) => !/^[ab]_te/.test(name)));
  expect(await stale()).toEqual([]);

  await journal.undo();
  expect((await readdir(join(root, folder))).sort()).toEqual(before);
  expect(await readFile(join(root, folder, 'a_te_outputs.npz'), 'utf8')).toBe('texts of a');
  // It was moved, and neither read nor copied.
  expect((await stat(join(root, folder, 'a_te_outputs.npz'))).ino).toBe(inode);
  expect(briefly(await stale())).toEqual([['R-85', ['a.png', 'b.png']]]);
  expect(await readdir(join(root, '.loradeck'))).not.toContain('removed');

  await journal.redo();
  expect(await stale()).toEqual([]);
});

test('another picture under the same name makes its latents stale, also when the size is the same', async () => {
  await putSet(onDisk);
  await scan();
  await put(`${folder}/b.png`, await picture());
  expect(briefly(await stale())).toEqual([['R-85', ['b.png']]]);
  await put(`${folder}/b_0064x0064_sdxl.npz`, 'made anew', -5);
  expect(await stale()).toEqual([]);
});

test('a cache for another size is what the trainer would take the picture’s size from', async () => {
  await putSet(onDisk);
  await put(`${folder}/c.png`, await picture(96, 64), 3600);
  expect(briefly(await stale())).toEqual([['R-85', ['c.png']]]);
  // What imagesize reads one short of is no other size.
  await put(`${folder}/c.png`, await picture(65, 65), 3600);
  expect(await stale()).toEqual([]);
});

test.each([
  ['nothing is cached on the disk', '', 'sdxl'],
  ['the caches are those of other models', onDisk, 'sd15'],
])('%s: caches that are not used are no finding', async (_, settings, family) => {
  await putSet(settings, family);
  for (const stem of ['a', 'b', 'c']) await put(`${folder}/${stem}.png`, await picture());
  expect(await stale()).toEqual([]);
});

describe('metadata_cache.json', () => {
  const write = (table: unknown) => put(`${folder}/metadata_cache.json`, typeof table === 'string' ? table : JSON.stringify(table));
  const entry = (caption = 'hmbrgr, bun', resolution = [64, 64]) => ({ caption, resolution });
  const all = { '/data/3_hmbrgr/a.png': entry(), '/data/3_hmbrgr/b.png': entry(), '/data/3_hmbrgr/c.png': entry() };

  test('that agrees is no finding, and none without cache_info', async () => {
    await putSet('cache_info = true\n');
    await write(all);
    expect(await stale()).toEqual([]);
    await putSet('');
    await write({});
    expect(await stale()).toEqual([]);
  });

  test('is named with what it has wrong, and removed', async () => {
    await putSet('cache_info = true\n');
    await write({ '/data/3_hmbrgr/a.png': entry('hmbrgr'), '/data/3_hmbrgr/b.png': entry(undefined, [96, 64]), '/data/3_hmbrgr/z.png': entry() });
    const [found] = await stale();
    expect(found).toMatchObject({ rule: 'R-68', images: [`${folder}/a.png`, `${folder}/b.png`, `${folder}/c.png`], blocks: false });
    expect(found?.message).toContain('2 images have another caption or size, 1 image is not in it, 1 image is gone');
    const change = await found?.fix?.change();
    await (await openJournal(root)).apply(change ?? { what: '', images: 0, entries: [] });
    expect(await readdir(join(root, folder))).not.toContain('metadata_cache.json');
    expect(await stale()).toEqual([]);
  });

  test('stops the trainer where it is none', async () => {
    await putSet('cache_info = true\n');
    await write('{"a');
    expect((await stale())[0]).toMatchObject({ rule: 'R-68', blocks: true });
  });
});

test.each([
  ['a_0832x1216_sdxl.npz', { holds: 'latents', stem: 'a', size: [832, 1216], family: 'sdxl' }],
  ['a_b_1024x0768_sd.npz', { holds: 'latents', stem: 'a_b', size: [1024, 768], family: 'sd' }],
  ['a.npz', { holds: 'latents', stem: 'a', size: null, family: null }],
  ['x.npz', null],
  ['a_te_outputs.npz', { holds: 'texts', stem: 'a', size: null, family: 'sdxl' }],
  ['a_flux_te.npz', { holds: 'texts', stem: 'a', size: null, family: 'flux' }],
  ['a_te_outputs.txt', null],
  ['a_0832x1216_other.npz', null],
])('the name %s', (name, means) => expect(cacheName(name, (stem) => stem === 'a')).toEqual(means));
