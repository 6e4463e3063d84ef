import { cleanUpRules } from './guide/clean-up.js';
import { conceptRules } from './guide/concepts.js';
import { datasetRules } from './guide/dataset.js';
import { networkRules } from './guide/networks.js';
import type { GuideRule } from './guide/rule.js';
import { networkSettingsRules } from './guide/settings-network.js';
import { settingsRules } from './guide/settings.js';
import { styleRules } from './guide/styles.js';
import { taggingRules } from './guide/tagging.js';
import { trainerRules } from './guide/trainer.js';
import { watchingRules } from './guide/watching.js';
import { workspaceRules } from './guide/workspace.js';

export type { GuideRule } from './guide/rule.js';

/** Every rule that can be explained: the guide's, ours, and what sd-scripts itself refuses or passes over (R). */
export const guideRules: readonly GuideRule[] = [
  ...workspaceRules,
  ...datasetRules,
  ...cleanUpRules,
  ...taggingRules,
  ...settingsRules,
  ...networkSettingsRules,
  ...watchingRules,
  ...conceptRules,
  ...networkRules,
  ...styleRules,
  ...trainerRules,
];

const byId = new Map(guideRules.map((rule) => [rule.id, rule]));

/** The rule of this id, in any case and with or without the hyphen or leading zeros of an R id; undefined when there is none. */
export function guideRule(id: string): GuideRule | undefined {
  const clean = id.trim().toUpperCase();
  return byId.get(clean) ?? byId.get(clean.replace(/^R-?0*(?=\d)/, 'R-')) ?? byId.get(clean.replace(/^([A-QS-Z])(\d)$/, '$10$2'));
}
