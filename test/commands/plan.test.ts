import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openJournal } from '../../src/core/journal/journal.js';
import { loadSharp } from '../../src/core/images/sharp.js';
import { tempFolder } from '../runner/temp-folder.js';
import { json as commandJson, loradeck } from './loradeck.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A workspace with so many pictures of a size in each folder. */
async function workspace(folders: Record<string, [number, number, number]>, settings = '') {
  const root = await tempFolder();
  vi.stubEnv('XDG_CACHE_HOME', join(root, '.cache'));
  const sharp = await loadSharp();
  for (const [folder, [count, width, height]] of Object.entries(folders)) {
    await mkdir(join(root, folder), { recursive: true });
    const picture = await sharp({ create: { width, height, channels: 3, background: 'teal' } }).png().toBuffer();
    for (let at = 0; at < count; at++) await writeFile(join(root, folder, `${at}.png`), picture);
  }
  const size = settings.includes('resolution =') ? '' : 'resolution = "512,512"\n';
  await writeFile(join(root, 'loradeck.toml'), size + settings);
  return root;
}

interface Shown {
  batches_per_epoch: number;
  steps_per_epoch: number;
  epochs: number;
  total_steps: number;
  passes_per_image: number;
  images: { path: string; fed: string; repeats: number; is_reg: boolean; size: number[]; bucket: number[] }[];
  balance: { repeats: Record<string, number>; epochs: number } | null;
}
const json = (...argv: string[]) => commandJson<Shown>('plan', ...argv);

test('processes, accumulation and steps', async () => {
  const root = await workspace({ '3_hero': [5, 512, 512] }, 'train_batch_size = 2\ngradient_accumulation_steps = 2\nmax_train_steps = 7\n');
  expect(await json(root)).toMatchObject({ batches_per_epoch: 8, steps_per_epoch: 4, epochs: 2, total_steps: 7, passes_per_image: 5.25 });
  expect(await json(root, '--processes', '3')).toMatchObject({ batches_per_epoch: 8, steps_per_epoch: 2, epochs: 4, total_steps: 7 });
});

test('regularisation images fill up, and are named by their absolute path', async () => {
  const root = await workspace({ '3_hero': [5, 512, 512], 'reg/1_man': [2, 512, 512], 'reg/none': [1, 512, 512] }, 'reg_data_dir = "reg"\n');
  const { images, batches_per_epoch } = await json(root, '--images');
  expect(batches_per_epoch).toBe(30);
  expect(images.filter((image) => image.is_reg)).toMatchObject([
    { path: join(root, 'reg/1_man/0.png'), repeats: 8, fed: 'man' },
    { path: join(root, 'reg/1_man/1.png'), repeats: 7, fed: 'man' },
  ]);
});

test('an extended WebP is one pixel short, which costs a step without upscaling', async () => {
  const root = await workspace({ '3_hero': [1, 512, 512] }, 'bucket_no_upscale = true\n');
  const picture = (await loadSharp())({ create: { width: 512, height: 512, channels: 3, background: 'teal' } });
  await writeFile(join(root, '3_hero', 'x.webp'), await picture.webp().withExif({ IFD0: { Artist: 'ada' } }).toBuffer());
  expect((await json(root, '--images')).images).toMatchObject([
    { path: '3_hero/0.png', size: [512, 512], bucket: [512, 512] },
    { path: '3_hero/x.webp', size: [511, 511], bucket: [448, 448] },
  ]);
});

test('balance renames folders and sets the epochs, as one change that can be undone', async () => {
  const root = await workspace({ '4_a': [6, 64, 64], '4_b': [4, 64, 64] }, '# mine\nmax_train_epochs = 25\n');
  expect((await json(root)).balance).toMatchObject({ repeats: { '4_a': 2, '4_b': 3 }, epochs: 50 });
  const dry = await commandJson('plan', root, 'balance', '--dry-run');
  expect(await readdir(root)).toContain('4_a');
  expect(await commandJson('plan', root, 'balance')).toEqual(dry);
  expect(dry).toEqual({ changed: 2, folders: [{ before: '4_a', after: '2_a' }, { before: '4_b', after: '3_b' }], epochs: 50, imbalance: 0 });
  expect(await readdir(root)).toEqual(expect.arrayContaining(['2_a', '3_b']));
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toContain('# mine\nmax_train_epochs = 50\n');
  expect(await json(root)).toMatchObject({ total_steps: 1200, passes_per_image: 100 });
  expect(await commandJson('plan', root, 'balance')).toMatchObject({ changed: 0, folders: [], epochs: null });
  await (await openJournal(root)).undo();
  expect(await readdir(root)).toEqual(expect.arrayContaining(['4_a', '4_b']));
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toContain('max_train_epochs = 25\n');
});

test('what the trainer stops at is refused with the reason', async () => {
  const refused = async (settings: string, reason: string, picture: [number, number, number] = [1, 512, 512]) => {
    const said = await loradeck('plan', await workspace({ '3_hero': picture }, settings), '--json');
    expect({ ...said, reason }).toMatchObject({ out: '', code: 1, err: expect.stringContaining(reason) as string });
  };
  await refused('bucket_reso_steps = 32\n', 'multiple of 64');
  await refused('bucket_no_upscale = false\nmin_bucket_reso = 640\n', 'min_bucket_reso = 640');
  await refused('max_bucket_reso = 384\n', 'max_bucket_reso = 384');
  await refused('bucket_no_upscale = false\nmin_bucket_reso = 32\n', 'which is 0');
  await refused('', 'under one bucket step', [1, 512, 40]);
  await refused('', 'under one bucket step', [1, 40, 512]);
  // Only an attempt that the trainer makes on the way comes to 0.
  await refused('resolution = "128,128"\nmin_bucket_reso = 64\n', 'under one bucket step', [1, 1000, 252]);
  await refused('enable_bucket = false\ncache_latents = false\n', 'must be 512×512', [1, 640, 512]);
  await refused('max_train_epochs = 0\n', 'no step at all');
});

test('a split without a seed says that it is drawn', async () => {
  const root = await workspace({ '3_hero': [8, 64, 64] }, 'validation_split = 0.25\n');
  const { out } = await loradeck('plan', root);
  expect(out).toContain('2 images are held back');
  expect(out).toContain('validation_seed is not set');
  expect((await loradeck('plan', root.replace(/$/, '/3_hero'))).code).toBe(2);
  expect((await loradeck('plan', root, 'fly')).code).toBe(2);
  expect((await loradeck('plan', root, '--processes', '1.5')).code).toBe(2);
});
