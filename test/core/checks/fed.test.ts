import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-fed-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function found(captions: Record<string, string>, settings = ''): Promise<[string, string[], string][]> {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c04020' } }).png().toBuffer();
  await mkdir(join(root, '3_hmbrgr'), { recursive: true });
  await writeFile(join(root, 'loradeck.toml'), `${settings}\n[loradeck]\ngoals = { "*" = "character" }\n`);
  for (const [stem, caption] of Object.entries(captions)) {
    await writeFile(join(root, `3_hmbrgr/${stem}.png`), png);
    await writeFile(join(root, `3_hmbrgr/${stem}.txt`), caption);
  }
  const all = await runChecks(await scanWorkspace(root));
  return all.filter(({ rule }) => /^R-(65|86|87)$/.test(rule)).map(({ rule, images, message }) => [rule, images.map((path) => path.slice(9)), message]);
}

test('captions that are read as they are meant give no finding', async () => {
  expect(await found({ a: 'hmbrgr, bun', b: `hmbrgr, ${'very long text '.repeat(12)}` })).toEqual([]);
});

test('lines that are not read', async () => {
  const captions = { a: 'hmbrgr\nbun\ntop', b: 'hmbrgr\n\n', c: '\nhmbrgr' };
  expect(await found(captions)).toEqual([['R-65', ['a.png'], '1 caption has more lines than the first, which alone is read unless enable_wildcard is on.']]);
  expect(await found(captions, 'enable_wildcard = true')).toEqual([]);
});

test('tokens that are cut off, those of the prefix among them', async () => {
  const captions = { a: `hmbrgr, ${'word '.repeat(69)}`, b: `hmbrgr, ${'word '.repeat(140)}`, c: 'hmbrgr' };
  expect(await found(captions)).toEqual([['R-86', ['b.png'], '1 caption has more than 75 tokens (up to 144), and what is past them is not read.']]);
  expect((await found(captions, 'caption_prefix = "one, two,"'))[0]?.[1]).toEqual(['a.png', 'b.png']);
  expect(await found(captions, 'max_token_length = 150')).toEqual([]);
});

test('more tokens are read with one key', async () => {
  await found({ a: `hmbrgr, ${'word '.repeat(140)}` });
  const fix = async () => (await (await runChecks(await scanWorkspace(root))).find(({ rule }) => rule === 'R-86')?.fix?.change())?.entries[0];
  const entry = await fix();
  if (entry?.kind !== 'text') throw new Error('there is no fix');
  expect(entry.after).toContain('max_token_length = 150');
  await writeFile(join(root, 'loradeck.toml'), entry.after ?? '');
  expect(await fix()).toBeUndefined();
});

test('signs that are read as text', async () => {
  const captions = { a: 'hmbrgr, (bun:1.2)', b: 'hmbrgr, {red|blue} bun', c: 'hmbrgr ||| bun' };
  expect((await found(captions)).map(([rule, images]) => [rule, images])).toEqual([['R-87', ['a.png']], ['R-87', ['b.png']], ['R-87', ['c.png']]]);
  expect(await found(captions, 'weighted_captions = true\nenable_wildcard = true\nshuffle_caption = true\nkeep_tokens_separator = "|||"')).toEqual([]);
});
