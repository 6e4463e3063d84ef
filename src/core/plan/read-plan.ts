import type { Dataset } from '../dataset/model.js';
import { factsOf } from '../images/read-all.js';
import { loadSettings, type SettingsFile } from '../settings/file.js';
import { makePlan, type Plan } from './plan.js';
import { planSettings } from './plan-settings.js';
import { readDatasetFile } from './read-dataset-file.js';
import { readRegularisation } from './read-regularisation.js';
import { subsetOf, type Part } from './subset.js';

/** @param processes - as many share the batches, one a GPU */
export interface PlanOptions {
  processes?: number | undefined;
}

/**
 * Reads all that a plan needs (settings, headers of the pictures, regularisation images) and makes it. No model and no trainer
 * is needed. The workspace counts as image folder, whatever `train_data_dir` says (S04 tells of that); but a dataset file names
 * other folders, and then they count.
 *
 * @throws PlanRefused when the trainer would stop at this dataset
 */
export async function readPlan(dataset: Dataset, { processes = 1 }: PlanOptions = {}): Promise<Plan> {
  const file = await loadSettings(dataset.root);
  return makePlan(await readParts(dataset, file, processes), planSettings(file, processes));
}

/** The folders that are trained, as the trainer divides them. */
export async function readParts(dataset: Dataset, file: SettingsFile, processes = 1): Promise<Part[]> {
  const settings = planSettings(file, processes);
  if (settings.datasetFile !== null) return readDatasetFile(settings.datasetFile, file, processes);
  const [full, regularisation] = await Promise.all([
    factsOf(dataset),
    settings.regFolder === null ? [] : readRegularisation(settings.regFolder, dataset.captionExtension),
  ]);
  return [{ settings, subsets: [...full.concepts.map(subsetOf), ...regularisation] }];
}
