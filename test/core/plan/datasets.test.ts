import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import type { Plan, PlannedImage } from '../../../src/core/plan/plan.js';
import { readPlan } from '../../../src/core/plan/read-plan.js';
import { cutCaption } from '../../../src/core/trainer-eye/feed.js';
import { unpack } from './unpack.js';

/** What sd-scripts' own code made of a dataset, recorded from it. */
interface Truth {
  datasets: { batches: number; train_images_x_repeats: number; reg_images_x_repeats: number; buckets: { width: number; height: number; count: number }[]; images: TrueImage[] }[];
  validation: Truth['datasets'];
  batches_per_epoch: number;
  steps_per_epoch: number;
  total_steps: number;
  refused?: string;
}
interface TrueImage {
  image: string;
  repeats: number;
  is_reg: boolean;
  size: number[];
  bucket: number[];
  resized: number[];
  caption: string;
  fed: string;
}

const names = [...Array(24).keys()].map((at) => `p${String(at + 1).padStart(2, '0')}`);
let folder = '';
beforeAll(async () => {
  folder = await unpack('datasets.pack.gz');
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function planOf(name: string): Promise<Plan> {
  const root = join(folder, name, 'img');
  const { sdxl, settings } = JSON.parse(await readFile(join(folder, name, 'settings.json'), 'utf8')) as { sdxl: boolean; settings: object };
  const reg = readdirSync(join(folder, name)).includes('reg') ? { reg_data_dir: '../reg' } : {};
  const lines = Object.entries({ ...settings, ...reg }).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  await writeFile(join(root, 'loradeck.toml'), `${lines.join('')}\n[loradeck]\nrecipe = "none"\nfamily = "${sdxl ? 'sdxl' : 'sd15'}"\n`);
  return readPlan(await scanWorkspace(root));
}

describe('the plan equals what the trainer made of the dataset', () => {
  test.each(names)('%s', async (name) => {
    const truth = JSON.parse(await readFile(join(folder, name, 'truth.json'), 'utf8')) as Truth;
    if (truth.refused !== undefined) {
      await expect(planOf(name)).rejects.toMatchObject({ name: 'PlanRefused', message: expect.stringContaining('010.bmp') as string });
      return;
    }
    const plan = await planOf(name);
    const [dataset] = truth.datasets;
    expect(truth.datasets).toHaveLength(1);
    expect({
      batches_per_epoch: plan.batchesPerEpoch,
      steps_per_epoch: plan.stepsPerEpoch,
      total_steps: plan.totalSteps,
      train: plan.trainCount,
      reg: plan.regCount,
      batches: plan.buckets.reduce((sum, { batches }) => sum + batches, 0),
      buckets: plan.buckets.map(({ width, height, images }) => ({ width, height, count: images })),
    }).toEqual({
      batches_per_epoch: truth.batches_per_epoch,
      steps_per_epoch: truth.steps_per_epoch,
      total_steps: truth.total_steps,
      train: dataset?.train_images_x_repeats,
      reg: dataset?.reg_images_x_repeats,
      batches: dataset?.batches,
      buckets: dataset?.buckets,
    });
    expect(rows(plan, plan.images)).toEqual(sorted(dataset?.images ?? [], plan));
    expect(rows(plan, plan.validated)).toEqual(sorted(truth.validation.flatMap(({ images }) => images), plan));
  });
});

/** What is planned, in the form of the truth; of what is fed by chance that which is the same in every draw. */
function rows(plan: Plan, images: readonly PlannedImage[]): unknown[] {
  const truth = images.map(({ path, repeats, subset, size, bucket, resized, caption, fed }) => {
    const image = subset.isReg ? path.slice(path.indexOf('/reg/') + 1) : `img/${path}`;
    return { image, repeats, is_reg: subset.isReg, size, bucket, resized, caption, fed };
  });
  return sorted(truth, plan);
}

function sorted(images: readonly TrueImage[], { settings: { captions } }: Plan): unknown[] {
  return [...images]
    .sort((a, b) => (a.image < b.image ? -1 : 1))
    .map(({ fed, ...rest }) => ({ ...rest, fed: steady(fed, rest.caption) }));

  function steady(fed: string, caption: string): unknown {
    const drawn = captions.wildcard && (caption.includes('\n') || /\{[^}]*\|/.test(caption));
    if (drawn) return fed !== '';
    if (!captions.shuffle) return fed;
    const { kept, free } = cutCaption(fed, captions);
    return [kept, [...free].sort()];
  }
}
