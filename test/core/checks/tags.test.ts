import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding.js';
import { isWhole, namesOf, type Names } from '../../../src/core/checks/names.js';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { styleOfModel } from '../../../src/core/checks/style.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import type { Site } from '../../../src/core/vocabulary/model.js';
import { shippedTable } from '../../../src/core/vocabulary/shipped/table.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';
import { folder as home, tableOfText } from '../vocabulary/lists.js';

let root: string;
beforeAll(() => mkdir(home, { recursive: true }));
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-checks-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const shipped = (site: Site): Names => ({ vocabulary: vocabularyOf(shippedTable(site)), whole: false });
const listed = (text: string, site: Site = 'booru'): Names => ({ vocabulary: vocabularyOf(tableOfText(site, text)), whole: true });

/** A workspace of these captions, of which `3_act` is the concept unless the path says another. */
async function put(captions: readonly (string | [string, string])[], toml = '') {
  const files: Record<string, string> = { 'loradeck.toml': toml };
  for (const [at, one] of captions.entries()) {
    const [folder, text] = typeof one === 'string' ? ['3_act', one] : one;
    files[`${folder}/${at}.png`] = 'x';
    files[`${folder}/${at}.txt`] = text;
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function of(rule: string, names: Names | null = null): Promise<Finding[]> {
  return (await runChecks(await scanWorkspace(root), { decode: false, names })).filter((one) => one.rule === rule);
}

const texts = async (found: Finding | undefined) => (await found?.fix?.change())?.entries.map((entry) => (entry.kind === 'text' ? entry.after : entry.kind));

describe('T08, implied tags', () => {
  test('each concept by itself, with the way and how many; the fix takes them out', async () => {
    await put(['act, yellow raincoat, raincoat', 'act, yellow_raincoat, raincoat, grin, smile', 'act, smile', ['2_other', 'other, grin, smile']]);
    const found = await of('T08', shipped('booru'));
    expect(found.map(({ concept, level, images, message }) => [concept, level, images.length, message])).toEqual([
      ['2_other', 'warn', 1, '1 caption holds tags that others of it imply: smile ← grin (1).'],
      ['3_act', 'warn', 2, '2 captions hold tags that others of it imply: raincoat ← yellow raincoat (2); smile ← grin (1).'],
    ]);
    expect(await texts(found[1])).toEqual(['act, yellow raincoat', 'act, yellow_raincoat, grin']);
  });

  test('a long way is shortened to its ends', async () => {
    await put(['act, a, e'], 'loradeck.style = "e6"');
    expect((await of('T08', listed('a=>b b=>c c=>d d=>e', 'e6')))[0]?.message).toContain(': e ← … ← a (1).');
  });

  test.each<[string, string[], string]>([
    ['activation tags', ['smile, grin'], ''],
    ['what keep_tokens holds in front', ['act, smile, grin'], 'keep_tokens = 2\n'],
    ['keep_tags', ['act, grin, smile'], 'loradeck.keep_tags = ["Smile"]\n'],
    ['sentences', ['act stands in the wide green field on a sunny day, grin, smile, and looks at all the people.'], ''],
    ['the natural style', ['act, grin, smile'], 'loradeck.style = "natural"\n'],
    ['a workspace without a vocabulary', ['act, grin, smile'], 'loradeck.vocabulary = "none"\n'],
    ['a workspace of the other site', ['act, absurdres, highres'], 'loradeck.style = "e6"\n'],
  ])('not: %s', async (what, captions, toml) => {
    await put(what === 'activation tags' ? [['3_smile', captions[0] ?? '']] : captions, toml);
    expect(await of('T08', shipped('booru'))).toEqual([]);
  });

  test('an activation tag of one concept is a tag like others in the next', async () => {
    await put([['3_smile', 'smile, grin'], ['3_act', 'act, smile, grin']]);
    expect((await of('T08', shipped('booru'))).map(({ concept }) => concept)).toEqual(['3_act']);
  });

  test('what changed is looked at again, also what it goes by', async () => {
    await put(['act, grin, smile']);
    const names = shipped('booru');
    const dataset = await scanWorkspace(root);
    const count = async () => (await runChecks(dataset, { decode: false, names })).filter(({ rule }) => rule === 'T08').length;
    expect(await count()).toBe(1);
    await writeFile(join(root, 'loradeck.toml'), 'loradeck.keep_tags = ["smile"]\n');
    expect(await count()).toBe(0);
  });
});

describe('T10, tags that the model hardly knows', () => {
  const list = 'act:5 smile:9000 rare_thing:12 retired:3:invalid grin:100 old>grin 3girls>smile';
  test('those that the site lacks or hardly has, where a whole list was imported', async () => {
    await put(['act, smile, rare thing, made up', 'act, grin, made_up, retired', 'act, smile']);
    const found = await of('T10', listed(list));
    expect(found.map(({ level, images, message, fix }) => [level, images.length, message, fix])).toEqual([
      ['warn', 2, '3 tags are hardly known to the model, by Danbooru’s posts: “made up” (none), “rare thing” (12 posts), “retired” (none). Replace, or name under keep_tags what is meant.', null],
    ]);
  });

  test('never by the names of the program alone', async () => {
    await put(['act, smile, rare thing, made up']);
    expect(await of('T10', shipped('booru'))).toEqual([]);
    expect(await of('T10', null)).toEqual([]);
  });

  test('aliases always, with the names they stand for; those that count say more and are no fault', async () => {
    await put(['act, old, smile', 'act, smile, 3girls']);
    const [found, ...more] = await of('T10', { ...listed(list), whole: false });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ level: 'warn', images: ['3_act/0.png'], message: '1 tag is another name for what Danbooru calls otherwise, so the model has hardly seen it: “old” (grin).' });
    expect(await texts(found)).toEqual(['act, grin, smile']);
  });

  test('keep_tags names what is meant, and activation tags are', async () => {
    await put(['act, made up, rare thing'], 'loradeck.keep_tags = ["made_up", "rare thing"]\n');
    expect(await of('T10', listed(list))).toEqual([]);
  });

  test('a list is whole from some thousand names on', () => {
    const source = { from: 'x', format: 'csv', at: '', tags: 0, aliases: 0, implications: 0 };
    expect([[], [{ ...source, tags: 4999 }], [{ ...source, tags: 2000 }, { ...source, tags: 3000 }]].map((sources) => isWhole({ sources }))).toEqual([false, false, true]);
  });
});

describe('T11, the other site’s spelling', () => {
  test('in a booru set; what means the same is converted', async () => {
    await put(['act, side_view, front view, solo', 'act, side view']);
    const [found] = await of('T11', shipped('booru'));
    expect(found).toMatchObject({ level: 'warn', images: ['3_act/0.png', '3_act/1.png'], message: '2 tags are spelt as on e621, while this workspace’s names are Danbooru’s: “side_view” (from side), “front view” (straight-on?).' });
    expect(found?.fix?.label).toBe('convert the 1 that mean the same');
    expect(await texts(found)).toEqual(['act, from_side, front view, solo', 'act, from side']);
    // Each tag is spoken of once: it may be an alias as well.
    expect(await of('T10', shipped('booru'))).toEqual([]);
  });

  test('in an e6 set', async () => {
    await put(['act, from side, solo'], 'loradeck.style = "e6"\n');
    expect(await texts((await of('T11', shipped('e6')))[0])).toEqual(['act, side view, solo']);
  });

  test('not what both sites have, whatever it means there', async () => {
    await put(['act, portrait, solo, long hair']);
    expect(await of('T11', shipped('booru'))).toEqual([]);
  });
});

describe('T13, tags on one image only', () => {
  test('of all concepts together, but for activation tags', async () => {
    await put(['act, hat, cap', 'act, Hat', 'act, hat', 'act, hat, scarf, Scarf', ['1_other', 'other, cap']]);
    expect(await of('T13')).toMatchObject([{ level: 'info', images: ['3_act/3.png'], message: '1 tag stands on one image only: scarf.' }]);
  });

  test('not in a handful of images, nor in sentences', async () => {
    await put(['act, hat', 'act, cap', 'act, scarf', 'act, belt']);
    expect(await of('T13')).toEqual([]);
  });
});

describe('T02, the style', () => {
  test.each<[string, string | null]>([
    ['/models/fluffyrock-576-704.safetensors', 'e6'],
    ['BB95FurryMix_v14.safetensors', 'e6'],
    ['models/anything-v5.safetensors', 'booru'],
    ['animagine-xl-3.1.safetensors', 'booru'],
    ['v1-5-pruned-emaonly.safetensors', 'natural'],
    ['sd_xl_base_1.0.safetensors', 'natural'],
    ['anything/my-mix.safetensors', null],
    ['', null],
  ])('%s speaks for %s', (model, style) => expect(styleOfModel(model)).toBe(style));

  test('one site’s model under the other’s style warns, and the fix sets the style', async () => {
    await put(['act, hat'], 'pretrained_model_name_or_path = "fluffyrock.safetensors"\n[loradeck]\nstyle = "booru"\n');
    const [found] = await of('T02');
    expect(found).toMatchObject({ level: 'warn', message: 'By its name fluffyrock.safetensors was trained with e6 tags, while the style of this workspace is booru tags.' });
    expect(await texts(found)).toEqual(['pretrained_model_name_or_path = "fluffyrock.safetensors"\n[loradeck]\nstyle = "e6"\n']);
  });

  test('captions in another style than the workspace’s are a note', async () => {
    const sentence = 'act stands in a wide field of grass under a clear blue sky, looking at the viewer.';
    await put([sentence, sentence, 'act, hat']);
    expect(await of('T02')).toMatchObject([{ level: 'info', images: ['3_act/0.png', '3_act/1.png'], message: '2 of 3 captions are written in sentences, while the style of this workspace is booru tags.' }]);
    await put(['act, hat, solo, day', 'act, hat, solo, day', sentence], 'loradeck.style = "natural"\n');
    expect(await of('T02')).toMatchObject([{ level: 'info', fix: null, message: '2 of 3 captions are lists of tags, while the style of this workspace is sentences (natural).' }]);
  });
});

describe('T14 and T15', () => {
  test('T14: a file without colour is tagged so', async () => {
    await put(['act, hat', 'act, hat, Monochrome', 'act, hat']);
    const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: '#c04020' } });
    for (const name of ['0', '1']) await writeFile(join(root, `3_act/${name}.png`), await picture.clone().toColourspace('b-w').png().toBuffer());
    await writeFile(join(root, '3_act/2.png'), await picture.png().toBuffer());
    const found = (await runChecks(await scanWorkspace(root))).filter(({ rule }) => rule === 'T14');
    expect(found).toMatchObject([{ level: 'warn', images: ['3_act/0.png'] }]);
    expect(await texts(found[0])).toEqual(['act, hat, greyscale']);
  });

  test.each<[string, string, string | null]>([
    ['act, reference sheet', 'booru', 'act, reference sheet, multiple views'],
    ['act, model sheet', 'e6', 'act, model sheet, multiple angles'],
    ['act, reference sheet, multiple views', 'booru', null],
    ['act, hat', 'booru', null],
  ])('T15: %s (%s)', async (text, style, then) => {
    await put([text], `loradeck.style = "${style}"\n`);
    const [found] = await of('T15');
    expect((await texts(found))?.[0] ?? null).toBe(then);
  });

  test.each<[string, number]>([['act, solo, 2girls', 1], ['act, solo, 1girl, 1boy', 1], ['act, solo, 1girl', 0], ['act, duo', 0], ['act, solo, Duo', 1], ['act, solo, 6+girls', 1]])('T15: %s', async (text, count) => {
    await put([text]);
    expect(await of('T15')).toHaveLength(count);
  });
});

test('T16: the natural style is spared', async () => {
  await put(['act, side view, grin, smile, reference sheet', 'act, solo, 2girls, only here', 'act', 'act', 'act'], 'loradeck.style = "natural"\n');
  const found = (await runChecks(await scanWorkspace(root), { decode: false, names: shipped('booru') })).map(({ rule }) => rule);
  expect(found.filter((rule) => ['T08', 'T10', 'T11', 'T13', 'T14', 'T15'].includes(rule))).toEqual([]);
});

test('names are opened for the site of the workspace, and none for none', async () => {
  const names = await namesOf('e6');
  expect([names?.vocabulary.site, names?.whole, await namesOf(null)]).toEqual(['e6', false, null]);
});

afterAll(() => rm(root, { recursive: true, force: true }));
