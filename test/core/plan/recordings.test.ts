import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { checkpointsOf } from '../../../src/core/plan/checkpoints.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import { readPlan } from '../../../src/core/plan/read-plan.js';
import { unpack } from './unpack.js';

/** What the trainer printed in a recorded run, as far as it came. */
interface Printed {
  train_images: number | null;
  reg_images: number | null;
  validation_images: number | null;
  batches_per_epoch: number | null;
  epochs: number | null;
  total_steps: number | null;
  buckets: { validation: boolean; buckets: number[][] }[];
  ended: string;
  checkpoints: string[];
  removed: string[];
}

/** Runs whose dataset the trainer stops at, and what is said of it. */
const refused: Readonly<Record<string, string>> = {
  l_caption_not_utf8: 'not UTF-8',
  l_empty_caption_file: '0 bytes',
  l_corrupt_image: 'cannot be read',
};
/** The folder itself lies in the image folder here, as the plan takes it, so that there is something to plan. */
const otherwise = ['l_img_dir_is_the_X_folder'];

/** Their first epochs were another run's. */
const resumed = ['f_resume', 'f_resume_skip'];

const folder = await unpack('recordings.pack.gz');
const names = (await readdir(folder)).sort();
process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
afterAll(() => rm(folder, { recursive: true, force: true }));
const table: string[] = [];
beforeAll(() => {
  expect(names.length).toBeGreaterThan(75);
});
afterAll(() => {
  process.stdout.write(`${table.join('\n')}\n`);
});

/** A recorded run's folder as a workspace: its own settings, those of its command line too. */
async function planOf(name: string): Promise<Plan> {
  const root = join(folder, name, 'img');
  const config = await readFile(join(folder, name, 'config.toml'), 'utf8').catch(() => '');
  const { argv } = JSON.parse(await readFile(join(folder, name, 'command.txt'), 'utf8')) as { argv: string[] };
  const typed = argv.slice(argv.findIndex((word) => word.endsWith('train_network.py')) + 1);
  const lines = new Map(config.split('\n').filter((line) => line.includes(' = ')).map((line) => [line.slice(0, line.indexOf(' ')), line]));
  typed.forEach((word, at) => {
    if (!word.startsWith('--') || word === '--config_file') return;
    const value = typed[at + 1];
    const text = value === undefined || value.startsWith('--') ? 'true' : /^[\d.e-]+$/.test(value) ? value : JSON.stringify(value);
    lines.set(word.slice(2), `${word.slice(2)} = ${text}`);
  });
  const file = await readFile(join(folder, name, 'dataset.toml'), 'utf8').catch(() => null);
  if (file !== null) await writeFile(join(root, 'dataset.toml'), file.replaceAll('/home/user/lora/img/', ''));
  if (file !== null) lines.set('dataset_config', 'dataset_config = "dataset.toml"');
  lines.set('reg_data_dir', lines.has('reg_data_dir') ? 'reg_data_dir = "../reg"' : '');
  const family = name.startsWith('n_sdxl') ? 'sdxl' : 'sd15';
  await writeFile(join(root, 'loradeck.toml'), `${[...lines.values()].join('\n')}\n\n[loradeck]\nrecipe = "none"\nfamily = "${family}"\n`);
  return readPlan(await scanWorkspace(root));
}

describe('the plan equals what the trainer printed', () => {
  test.each(names.filter((name) => !otherwise.includes(name)))('%s', async (name) => {
    const printed = JSON.parse(await readFile(join(folder, name, 'printed.json'), 'utf8')) as Printed;
    if (refused[name]) {
      await expect(planOf(name)).rejects.toMatchObject({ name: 'PlanRefused', message: expect.stringContaining(refused[name]) as string });
      return;
    }
    if (printed.train_images === null) return;
    const plan = await planOf(name);
    const trained = printed.buckets.filter(({ validation }) => !validation).flatMap(({ buckets }) => buckets);
    const planned: Record<string, unknown> = {
      train_images: plan.trainCount,
      reg_images: plan.regCount,
      validation_images: plan.validated.length || null,
      batches_per_epoch: plan.batchesPerEpoch,
      epochs: plan.epochs,
      total_steps: plan.totalSteps,
    };
    const known = Object.entries(planned).filter(([key]) => printed[key as keyof Printed] !== null);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(known.map(([key]) => [key, printed[key as keyof Printed]])));
    const buckets = plan.buckets.map(({ width, height, images }) => [width, height, images]);
    // A split without a seed falls differently each time; and a narrow terminal cuts the lines about buckets.
    const comparable = trained.length > 0 && !plan.byChance;
    if (comparable) expect(buckets).toEqual(trained);
    if (printed.ended === 'finished' && !resumed.includes(name)) {
      const saves = checkpointsOf(plan.settings.values, plan);
      expect(saves.map(({ file }) => file).sort()).toEqual([...printed.checkpoints].sort());
      expect(saves.filter(({ removed }) => removed).map(({ file }) => file)).toEqual(printed.removed);
    }
    const shown = comparable ? buckets.map(([w, h, n]) => `${w}×${h}:${n}`).join(' ') : '–';
    table.push([name.padEnd(36), ...Object.values(planned).slice(0, 2), plan.batchesPerEpoch, plan.epochs, plan.totalSteps, shown].join('  '));
  });
});
