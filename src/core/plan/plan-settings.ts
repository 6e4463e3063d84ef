import { resolve } from 'node:path';
import type { SettingsFile } from '../settings/file.js';
import type { Family } from '../settings/model.js';
import { effective, familyOf, type Effective } from '../settings/resolve.js';
import { captionRules, type CaptionRules } from '../trainer-eye/caption-rules.js';
import { bucketSettings, type BucketSettings } from './bucket.js';
import type { StepSettings } from './steps.js';

/** What of the settings decides what the trainer makes of a dataset. */
export interface PlanSettings {
  values: Effective;
  /** SDXL or not: they have scripts of their own. */
  family: Family | null;
  buckets: BucketSettings;
  captions: CaptionRules;
  /** `train_batch_size`. */
  batch: number;
  steps: StepSettings;
  /** `validation_split`, and its seed: null where every start draws another one. */
  validation: { share: number; seed: number | null };
  /** Absolute path of `reg_data_dir`; null without. */
  regFolder: string | null;
  /** Absolute path of `dataset_config`, which names the folders in their stead; null without. */
  datasetFile: string | null;
}

/** @param processes - as many as share the batches; the settings cannot say it, as it belongs to the start */
export function planSettings(file: SettingsFile, processes = 1): PlanSettings {
  const values = effective(file);
  const number = (key: string) => (typeof values[key] === 'number' && Number.isFinite(values[key]) ? values[key] : null);
  const count = (key: string) => Math.max(1, Math.trunc(number(key) ?? 1));
  const path = (key: string) => (typeof values[key] === 'string' && values[key] !== '' ? resolve(file.root, values[key]) : null);
  const seed = number('validation_seed');
  return {
    values,
    family: familyOf(file),
    buckets: bucketSettings(values),
    captions: captionRules(file),
    batch: count('train_batch_size'),
    steps: { epochs: number('max_train_epochs'), steps: number('max_train_steps') ?? 1600, accumulation: count('gradient_accumulation_steps'), processes },
    validation: { share: number('validation_split') ?? 0, seed: seed === null ? null : Math.trunc(seed) },
    regFolder: path('reg_data_dir'),
    datasetFile: path('dataset_config'),
  };
}
