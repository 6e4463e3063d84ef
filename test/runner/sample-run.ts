import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanWorkspace } from '../../src/core/dataset/scan.js';
import type { SettingValue } from '../../src/core/settings/model.js';
import type { RunPlan } from '../../src/runner/runs.js';
import { recordedTrainer, type RecordedOptions } from '../../src/runner/trainers/recorded.js';

/** A small workspace with two captioned images. */
export async function makeWorkspace(root: string): Promise<string> {
  const concept = join(root, '10_pipnix');
  await mkdir(concept, { recursive: true });
  for (const name of ['001', '002']) {
    await writeFile(join(concept, `${name}.png`), '');
    await writeFile(join(concept, `${name}.txt`), `pipnix, solo, ${name}`);
  }
  return root;
}

/** What starts a recording in a workspace. */
export async function samplePlan(root: string, options: RecordedOptions, values: Record<string, SettingValue> = {}): Promise<RunPlan> {
  return {
    trainer: recordedTrainer(options),
    config: 'train_data_dir = "."\n',
    values: { output_name: 'pipnix', ...values },
    family: 'sd15',
    dataset: await scanWorkspace(root),
  };
}
