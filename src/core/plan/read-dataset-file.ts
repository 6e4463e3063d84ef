import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { printable } from '../printable.js';
import type { SettingsFile } from '../settings/file.js';
import type { SettingValue } from '../settings/model.js';
import { isTable } from '../settings/ours.js';
import { readToml } from '../settings/read-toml.js';
import { tagsOf } from '../tags/caption.js';
import { planSettings } from './plan-settings.js';
import { prefixOf, readFolder } from './read-folder.js';
import { PlanRefused } from './refused.js';
import type { Part, Subset } from './subset.js';

type Table = Readonly<Record<string, unknown>>;

/**
 * Reads the file that `dataset_config` names: its datasets, each with its own buckets and batch size, and their folders,
 * each with its own repeats and captions. What a table does not say counts as in the table around it, then as in the settings.
 *
 * @param path - absolute
 * @throws PlanRefused when the trainer would not take it
 */
export async function readDatasetFile(path: string, file: SettingsFile, processes: number): Promise<Part[]> {
  const all = await parse(path);
  const general = isTable(all['general']) ? all['general'] : {};
  const parts: Part[] = [];
  for (const dataset of tablesOf(all['datasets'], path)) {
    const around = { ...general, ...dataset };
    const subsets: Subset[] = [];
    for (const subset of tablesOf(dataset['subsets'], path)) {
      const image = await readSubset({ ...around, ...subset }, file, path);
      if (!subsets.some(({ folder }) => folder === image.folder)) subsets.push(image);
    }
    parts.push({ settings: planSettings(withValues(file, around), processes), subsets });
  }
  return parts;
}

async function readSubset(values: Table, file: SettingsFile, path: string): Promise<Subset> {
  const folder = values['image_dir'];
  if (typeof folder !== 'string' || values['metadata_file'] !== undefined) {
    throw new PlanRefused('R-58', `${printable(path)} has a subset without image_dir, or with a metadata_file, which cannot be planned.`);
  }
  const { captions } = planSettings(withValues(file, values));
  const absolute = resolve(file.root, folder);
  const concept = await readFolder(absolute, captions.captionExtension);
  const text = typeof values['class_tokens'] === 'string' ? values['class_tokens'] : '';
  return {
    folder: relative(file.root, absolute) || '.',
    activation: tagsOf(text),
    repeats: typeof values['num_repeats'] === 'number' ? Math.trunc(values['num_repeats']) : 1,
    isReg: values['is_reg'] === true,
    text,
    pictures: concept.pictures,
    prefix: prefixOf(absolute, file.root),
    captions,
  };
}

/** The settings with what a table says in their place, under the names that the settings have. */
function withValues(file: SettingsFile, table: Table): SettingsFile {
  const { batch_size: batch, resolution, ...rest } = table;
  const values: Record<string, SettingValue> = { ...file.values };
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[key] = value;
  }
  if (typeof batch === 'number') values['train_batch_size'] = batch;
  const sides = Array.isArray(resolution) ? resolution : [resolution];
  if (resolution !== undefined) values['resolution'] = sides.join(',');
  return { ...file, values };
}

async function parse(path: string): Promise<Table> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new PlanRefused('R-58', `The trainer stops at dataset_config: ${printable(path)} cannot be read.`);
  }
  try {
    const value: unknown = path.toLowerCase().endsWith('.json') ? JSON.parse(text) : readToml(text);
    if (isTable(value)) return value;
  } catch (error) {
    throw new PlanRefused('R-58', `The trainer stops at ${printable(path)}, which has ${error instanceof SyntaxError ? 'a mistake' : (error as Error).message}.`);
  }
  throw new PlanRefused('R-58', `The trainer stops at ${printable(path)}, which holds no table.`);
}

function tablesOf(value: unknown, path: string): Table[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isTable)) return value;
  throw new PlanRefused('R-58', `The trainer stops at ${printable(path)}: it needs [[datasets]] with [[datasets.subsets]].`);
}
