import { byGravity, type Finding } from '../checks/finding.js';
import { checkAdvanced } from './checks/advanced.js';
import { checkBuckets } from './checks/buckets.js';
import type { Look } from './checks/context.js';
import { checkEpochs } from './checks/epochs.js';
import { checkFolders } from './checks/folders.js';
import { checkModel } from './checks/model.js';
import { checkNetwork } from './checks/network.js';
import { checkOptimizer } from './checks/optimizer.js';
import { checkPrecision } from './checks/precision.js';
import { checkProblems } from './checks/problems.js';
import { checkRank } from './checks/rank.js';
import { checkRates } from './checks/rates.js';
import { checkLoader } from './checks/run.js';
import type { SettingsFile } from './file.js';
import { adaptive, effective, effectiveNetwork, familyOf, goalOf, optimizerOf } from './resolve.js';
import type { Surroundings } from './surroundings.js';

export interface SettingsContext {
  /** The trainer is the recorded one: findings about files that only a real trainer reads do not block. */
  recorded: boolean;
  /** From `lookAround`; null leaves the rules about files out. */
  around: Surroundings | null;
}

const families: readonly ((look: Look) => Finding[])[] = [
  checkProblems,
  checkModel,
  checkFolders,
  checkEpochs,
  checkPrecision,
  checkBuckets,
  checkOptimizer,
  checkRates,
  checkNetwork,
  checkRank,
  checkAdvanced,
  checkLoader,
];

/**
 * What the guide (S, L, Y, M, W01) and the trainer (R) have to say about the settings that count. Reads no files:
 * what lies on disk comes in by the context.
 * @returns blocking ones first, then by level
 */
export function checkSettings(file: SettingsFile, context: SettingsContext): Finding[] {
  const values = effective(file);
  const look: Look = {
    file,
    values,
    network: effectiveNetwork(file),
    optimizer: optimizerOf(values),
    adaptive: adaptive(values),
    goal: goalOf(file),
    family: familyOf(file),
    concepts: file.concepts,
    around: context.around,
    recorded: context.recorded,
  };
  return families.flatMap((family) => family(look)).sort(byGravity);
}
