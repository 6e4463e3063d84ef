import type { Dataset } from '../dataset/model.js';
import { factsOf } from '../images/read-all.js';
import { loadSettings } from '../settings/file.js';
import { makePlan, type Plan, type PlanOptions } from './plan.js';
import { planSettings } from './plan-settings.js';
import { readRegularisation } from './read-regularisation.js';

/**
 * Reads all that a plan needs (settings, headers of the pictures, regularisation images) and makes it. No model and no trainer
 * is needed. The workspace counts as image folder, whatever `train_data_dir` says (S04 tells of that).
 *
 * @throws PlanRefused when the trainer would stop at this dataset
 */
export async function readPlan(dataset: Dataset, options: Pick<PlanOptions, 'processes'> = {}): Promise<Plan> {
  const file = await loadSettings(dataset.root);
  const { regFolder } = planSettings(file);
  const full = await factsOf(dataset);
  const regularisation = regFolder === null ? [] : await readRegularisation(regFolder, dataset.captionExtension);
  return makePlan(full, file, { ...options, regularisation });
}
