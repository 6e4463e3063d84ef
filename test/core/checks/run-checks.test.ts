import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding.js';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import type { Change } from '../../../src/core/journal/change.js';

let root: string;
let cache: string;
let png: Buffer;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'loradeck-cache-'));
  process.env['XDG_CACHE_HOME'] = cache;
  png = await plain(64, 64).png().toBuffer();
});
afterAll(() => rm(cache, { recursive: true, force: true }));
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-checks-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c04020' } });
const goal = '[loradeck]\ngoals = { "*" = "character" }\n';

async function put(files: Record<string, string | Uint8Array>) {
  for (const [path, content] of Object.entries({ 'loradeck.toml': goal, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Thirty images without a fault in a concept, so that only what a test adds is found. */
async function putSound(folder = '3_hmbrgr', activation = 'hmbrgr') {
  const files = Array.from({ length: 30 }, (_, at): [string, string | Uint8Array][] => [
    [`${folder}/s${at}.png`, png],
    [`${folder}/s${at}.txt`, `${activation}, solo, standing`],
  ]);
  await put(Object.fromEntries(files.flat()));
}

// That a tag is on one image only is a note, with tests of its own.
const check = async (options = {}) => (await runChecks(await scanWorkspace(root), options)).filter(({ rule }) => rule !== 'T13');
const briefly = (findings: Finding[]) => findings.map(({ rule, level, blocks, images }) => [rule, level, blocks, images.length]);

/** Carries a fix out, as plainly as can be: the journal has its own tests. */
async function fix(found: Finding | undefined): Promise<Change> {
  const change = await found?.fix?.change();
  if (!change) throw new Error('there is no fix');
  for (const entry of change.entries) {
    if (entry.kind === 'move') {
      await mkdir(dirname(join(root, entry.to)), { recursive: true });
      await rename(join(root, entry.from), join(root, entry.to));
      continue;
    }
    const now = await readFile(join(root, entry.path)).catch(() => null);
    if (entry.kind === 'text') {
      expect(now?.toString('utf8') ?? null).toBe(entry.before);
      await writeFile(join(root, entry.path), entry.after ?? '');
    } else {
      expect(now && createHash('sha256').update(now).digest('hex')).toBe(entry.before);
      await cp(join(root, '.loradeck/blobs', entry.after ?? ''), join(root, entry.path));
    }
  }
  return change;
}

test('a sound workspace has nothing to say', async () => {
  await putSound();
  expect(await check()).toEqual([]);
});

describe('the workspace', () => {
  test('W01: a concept given as the workspace blocks, and nothing else is said of it', async () => {
    await putSound();
    const findings = await runChecks(await scanWorkspace(join(root, '3_hmbrgr')));
    expect(briefly(findings)).toEqual([['W01', 'error', true, 30]]);
    expect(findings[0]?.message).toContain(root);
  });

  test('W06: nothing to train blocks; Raw is the way on', async () => {
    await put({ 'notes.txt': '' });
    expect(briefly(await check())).toEqual([['W06', 'error', true, 0]]);
    await put({ 'Raw/a.png': png });
    const [found] = await check();
    expect(found).toMatchObject({ rule: 'W06', level: 'error', blocks: true, message: 'There is no concept yet: make one from the 1 image in Raw.' });
  });

  test('W02 and W03: folders that are not trained for their names, and the fix', async () => {
    await putSound();
    await put({ 'photos/a.png': png, '0_zero/a.png': png, 'x_y/a.png': png, '1.6_half/a.png': png });
    const found = await check();
    expect(briefly(found)).toEqual([['W03', 'error', false, 1], ['W03', 'error', false, 1], ['W03', 'error', false, 1], ['W02', 'warn', false, 1]]);
    expect(found.map((one) => one.fix?.label).sort()).toEqual(['rename it to 1_photos', 'rename it to 1_x_y', 'rename it to 1_zero', 'rename it to 2_half']);
    for (const one of found) await fix(one);
    expect((await check()).filter(({ rule }) => rule === 'W02' || rule === 'W03')).toEqual([]);
  });

  test('W04: no activation text, too many tags, and captions that agree on another', async () => {
    await putSound('3_hmbrgr', 'burger');
    await put({ '4_/a.png': png, '4_a, b, c/a.png': png });
    const found = (await check()).filter(({ rule }) => rule === 'W04');
    expect(found.map(({ message }) => message.split(' ').slice(0, 5).join(' '))).toEqual(['30 captions start with “burger”,', '4_ names no activation tag:', '4_a, b, c names 3']);
    await fix(found[0]);
    expect((await check()).filter(({ concept }) => concept === '3_burger')).toEqual([]);
  });

  test('W05: one activation text twice, and images in the root', async () => {
    await putSound('3_hmbrgr');
    await putSound('4_Hmbrgr');
    expect(briefly(await check())).toEqual([['W05', 'warn', false, 0]]);
    await rm(join(root, '4_Hmbrgr'), { recursive: true });
    await put({ 'lost.png': png, 'lost.txt': 'hmbrgr, solo' });
    const [found] = await check();
    expect(found).toMatchObject({ rule: 'W05', images: ['lost.png'] });
    await fix(found);
    expect(await check()).toEqual([]);
    expect(await readFile(join(root, '3_hmbrgr/lost.txt'), 'utf8')).toBe('hmbrgr, solo');
  });

  test('M04 and M06: concepts lie in an epoch equally often, and none has far fewer images', async () => {
    await putSound('3_blaze', 'blaze');
    const few = await readdir(join(root, '3_blaze'));
    for (const name of few.filter((one) => /^(?:.*\.(?:png|txt))$/.test(one)).slice(0, 12)) {
      await put({ [`3_frost/${name}`]: name.endsWith('.png') ? png : 'frost, solo, standing, day, hat, tree' });
    }
    const found = (await check()).filter(({ rule }) => rule.startsWith('M'));
    expect(found.map(({ rule, level, concept }) => [rule, level, concept])).toEqual([['M04', 'warn', null], ['M06', 'warn', '3_frost']]);
    expect(found[0]?.fix?.label).toBe('rename them: 1_blaze, 5_frost');
    await fix(found[0]);
    expect(await readdir(root)).toEqual(expect.arrayContaining(['1_blaze', '5_frost']));
    expect((await check()).filter(({ rule }) => rule.startsWith('M')).map(({ rule }) => rule)).toEqual(['M06']);
  });

  test('W05: folders that share only their first tag are outfits, and right', async () => {
    await putSound('3_blaze, red armor', 'blaze, red armor');
    await putSound('3_blaze, dress', 'blaze, dress');
    expect(await check()).toEqual([]);
  });

  test('W07: a goal that is not set is a note', async () => {
    await putSound();
    await put({ 'loradeck.toml': '' });
    expect(briefly(await check())).toEqual([['W07', 'info', false, 0]]);
  });
});

describe('counts', () => {
  test.each([
    ['character', 0, ['D01 warn']],
    ['character', 7, ['D01 warn']],
    ['character', 14, ['D01 warn']],
    ['character', 15, ['D01 info']],
    ['character', 30, []],
    ['character', 50, []],
    ['character', 51, ['D01 info']],
    ['style', 49, ['D02 warn']],
    ['style', 50, []],
    ['style', 201, ['D02 info']],
  ])('a %s of %i images: %j', async (what, count, expected) => {
    const files = Array.from({ length: count }, (_, at): [string, string | Uint8Array][] => [[`1_x/${at}.png`, png], [`1_x/${at}.txt`, 'x, solo']]);
    await put({ ...Object.fromEntries(files.flat()), '2_y/keep.txt': '', 'loradeck.toml': `[loradeck.goals]\nx = "${what}"\ny = "style"\n` });
    await mkdir(join(root, '1_x'), { recursive: true });
    const found = (await check({ decode: false })).filter(({ concept }) => concept === '1_x');
    expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual(expected);
  });

  test('T06: over 20 on average warns, one image over 20 is a note, sentences are exempt', async () => {
    await putSound();
    const many = ['hmbrgr', ...Array.from({ length: 24 }, (_, at) => `tag ${String.fromCharCode(97 + at)}`)].join(', ');
    await put({ '3_hmbrgr/s0.txt': many });
    expect(briefly(await check())).toEqual([['T06', 'info', false, 1]]);
    for (let at = 0; at < 30; at++) await put({ [`3_hmbrgr/s${at}.txt`]: many });
    expect(briefly(await check())).toEqual([['T06', 'warn', false, 30]]);
    await put({ 'loradeck.toml': `${goal}style = "natural"\n` });
    // That they are no sentences is another thing (T02).
    expect(briefly(await check())).toEqual([['T02', 'info', false, 30]]);
  });

  test('T07: nothing but the activation tag', async () => {
    await putSound();
    for (let at = 0; at < 30; at++) await put({ [`3_hmbrgr/s${at}.txt`]: 'hmbrgr' });
    expect(briefly(await check())).toEqual([['T07', 'warn', false, 30]]);
    await put({ '3_hmbrgr/s3.txt': 'hmbrgr, solo' });
    expect(await check()).toEqual([]);
  });
});

describe('picture files', () => {
  const about = async (name: string, bytes: Uint8Array) => {
    await putSound();
    await put({ [`3_hmbrgr/${name}`]: bytes, [`3_hmbrgr/${name.replace(/\.\w+$/, '.txt')}`]: 'hmbrgr, solo' });
    return check();
  };

  test.each<[string, string, () => Promise<Uint8Array>, unknown[]]>([
    ['a plain WebP', 'a.webp', () => plain(64, 64).webp().toBuffer(), ['D06', 'info', false, 1]],
    ['an extended WebP', 'a.webp', () => plain(64, 64).withMetadata().webp().toBuffer(), ['D06', 'warn', false, 1]],
    ['one that is see-through', 'a.png', () => plain(64, 64).ensureAlpha(0.3).png().toBuffer(), ['D07', 'warn', false, 1]],
    ['one of 3,001 pixels', 'a.png', () => plain(3001, 10).png().toBuffer(), ['D08', 'warn', false, 1]],
    ['an empty file', 'a.png', async () => new Uint8Array(), ['D15', 'error', true, 1]],
    ['a cut file', 'a.png', async () => png.subarray(0, png.length - 40), ['D15', 'error', true, 1]],
    ['a JPEG called .png', 'a.png', () => plain(64, 64).jpeg().toBuffer(), ['D15', 'warn', false, 1]],
    ['a drawing called .png', 'a.png', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), ['D15', 'error', true, 1]],
    ['a turned photograph', 'a.jpg', () => plain(64, 64).withMetadata({ orientation: 6 }).jpeg().toBuffer(), ['D15', 'warn', false, 1]],
    ['a CMYK photograph', 'a.jpg', () => plain(64, 64).toColourspace('cmyk').jpeg().toBuffer(), ['D15', 'warn', false, 1]],
    ['16 bits a channel', 'a.png', () => plain(64, 64).toColourspace('rgb16').png().toBuffer(), ['D15', 'warn', false, 1]],
    ['mixed case', 'a.Png', async () => png, ['D17', 'warn', false, 1]],
    ['a GIF', 'a.gif', () => plain(64, 64).gif().toBuffer(), ['D06', 'warn', false, 1]],
    ['a mask', 'a-masklabel.png', async () => png, ['D17', 'warn', false, 1]],
  ])('%s', async (_what, name, make, expected) => expect(briefly(await about(name, await make()))).toEqual([expected]));

  test('an alpha channel that hides nothing is harmless (D07)', async () => {
    expect(await about('a.png', await plain(64, 64).ensureAlpha(1).png().toBuffer())).toEqual([]);
  });

  test('without decoding, cut files are not looked for', async () => {
    await putSound();
    await put({ '3_hmbrgr/a.png': png.subarray(0, png.length - 40), '3_hmbrgr/a.txt': 'hmbrgr, solo' });
    expect(await check({ decode: false })).toEqual([]);
    // What was decoded once is known from then on.
    expect(briefly(await check())).toEqual([['D15', 'error', true, 1]]);
    expect(briefly(await check({ decode: false }))).toEqual([['D15', 'error', true, 1]]);
  });

  test('D16: one caption for two images, renamed apart with it', async () => {
    const [found] = await about('s1.jpg', await plain(64, 64).jpeg().toBuffer());
    expect(found).toMatchObject({ rule: 'D16', level: 'error', images: ['3_hmbrgr/s1.jpg', '3_hmbrgr/s1.png'] });
    await fix(found);
    expect(await check()).toEqual([]);
  });

  test('D17: mixed case is written in lower case, nested images are named', async () => {
    await about('a.Png', png);
    await fix((await check())[0]);
    expect(await check()).toEqual([]);
    await put({ '3_hmbrgr/deep/a.png': png });
    expect((await check())[0]).toMatchObject({ rule: 'D17', images: ['3_hmbrgr/deep/a.png'] });
  });
});

describe('captions', () => {
  const about = async (caption: string | Uint8Array | null, toml = goal) => {
    await putSound();
    await put({ '3_hmbrgr/a.png': png, 'loradeck.toml': toml, ...(caption !== null && { '3_hmbrgr/a.txt': caption }) });
    return judged();
  };
  // That further lines are not read is a note, with tests of its own.
  const judged = async () => (await check({ decode: false })).filter(({ rule }) => rule !== 'R-65');
  const caption = () => readFile(join(root, '3_hmbrgr/a.txt'), 'utf8');

  test.each<[string, string | Uint8Array | null, unknown[], string]>([
    ['T01: missing', null, ['T01', 'error', false, 1], 'hmbrgr'],
    ['T01: 0 bytes', '', ['T01', 'error', true, 1], 'hmbrgr'],
    ['T01: blank first line', '\nsolo\n', ['T01', 'error', false, 1], 'hmbrgr\nsolo\n'],
    ['T03: not there', 'solo, sitting', ['T03', 'error', false, 1], 'hmbrgr, solo, sitting'],
    ['T03: not first', 'solo, HMBRGR, sitting', ['T03', 'error', false, 1], 'HMBRGR, solo, sitting'],
    ['T12: duplicates', 'hmbrgr, solo, solo', ['T12', 'warn', false, 1], 'hmbrgr, solo'],
    ['T12: separators', 'hmbrgr,solo, , sitting,', ['T12', 'warn', false, 1], 'hmbrgr, solo, sitting'],
    ['T12: underscores', 'hmbrgr, long_hair', ['T12', 'warn', false, 1], 'hmbrgr, long hair'],
    ['T12: a mark', '\ufeffhmbrgr, solo', ['T12', 'warn', false, 1], 'hmbrgr, solo'],
    ['T12: line ends', 'hmbrgr, solo\r\nmore\r\n', ['T12', 'warn', false, 1], 'hmbrgr, solo\nmore\n'],
    ['T12: two spellings', 'hmbrgr, Solo', ['T12', 'warn', false, 1], 'hmbrgr, solo'],
    ['T12: UTF-16', Buffer.from('\ufeffhmbrgr, soló', 'utf16le'), ['T12', 'error', true, 1], 'hmbrgr, soló'],
    ['T12: Windows-1252', Buffer.from('hmbrgr, sol\u00f3', 'latin1'), ['T12', 'error', true, 1], 'hmbrgr, soló'],
  ])('%s is found, and put right', async (_what, text, expected, after) => {
    const found = await about(text);
    expect(briefly(found)).toEqual([expected]);
    await fix(found[0]);
    expect(await caption()).toBe(after);
    expect(await judged()).toEqual([]);
  });

  test.each(['Hmbrgr, solo', 'hmbrgr, ^_^', 'hmbrgr, solo\nsecond line, left alone,,', 'hmbrgr, solo\n'])('%j is fine', async (text) => {
    expect(await about(text)).toEqual([]);
  });

  test('T01: captions under another ending are named', async () => {
    await about(null);
    await put({ '3_hmbrgr/a.caption': 'hmbrgr, solo' });
    const [found] = await check({ decode: false });
    expect(found).toMatchObject({ rule: 'T01', fix: null });
    expect(found?.message).toMatch(/1 has one that ends in \.caption/);
  });

  test('T16: a sentence starts with the activation word', async () => {
    const natural = `${goal}style = "natural"\n`;
    expect(await about('Hmbrgr sits on a table, with_underscores, with_underscores', natural)).toEqual([]);
    await put({ '3_hmbrgr/a.txt': 'hmbrgrs sit on a table' });
    expect(briefly(await check({ decode: false }))).toEqual([['T03', 'error', false, 1]]);
  });

  test('T12: the activation tag keeps its underscores', async () => {
    await putSound('3_long_name', 'long_name');
    expect(await check({ decode: false })).toEqual([]);
  });

  test('T03: outfits want both tags in order', async () => {
    await putSound('3_blaze, red armor', 'blaze, red armor');
    await put({ '3_blaze, red armor/s1.txt': 'red armor, solo, blaze' });
    await put({ '3_blaze, red armor/s2.txt': 'blaze, solo, red armor' });
    const [found] = await check({ decode: false });
    expect(found).toMatchObject({ rule: 'T03', images: ['3_blaze, red armor/s1.png', '3_blaze, red armor/s2.png'] });
    await fix(found);
    expect(await readFile(join(root, '3_blaze, red armor/s1.txt'), 'utf8')).toBe('blaze, red armor, solo');
  });
});
