import { byGravity, type Finding } from '../core/checks/finding.js';
import { namesOf } from '../core/checks/names.js';
import { runChecks } from '../core/checks/run-checks.js';
import { scanWorkspace } from '../core/dataset/scan.js';
import type { Dataset } from '../core/dataset/model.js';
import { checkSettings, configText, effective, familyOf, loadSettings, lookAround } from '../core/settings/index.js';
import { siteOfWorkspace } from '../core/vocabulary/for-workspace.js';
import type { RunPlan } from './runs/prepare-run.js';
import { sameSaves } from './runs/same-saves.js';
import { chooseTrainer, type TrainerWish } from './trainers/choose.js';
import { loadUserConfig } from './user-config.js';

/** Everything that a start needs, and what speaks against it. */
export interface TrainingPlan {
  /** Absolute path. */
  workspace: string;
  plan: RunPlan;
  /** Of the dataset and of the settings; blocking ones first. */
  findings: Finding[];
  /** Why the trainer itself cannot start, in one sentence; null when it can. */
  problem: string | null;
}

export interface PreflightOptions extends TrainerWish {
  /** The dataset when it is in hand; read from the workspace otherwise. */
  dataset?: Dataset;
  /** What the checks found when they ran already; they run otherwise, which opens every image. */
  findings?: readonly Finding[];
}

/**
 * Looks at what would be trained, with what and by which trainer; starts and writes nothing.
 * @throws WorkspaceError, UserConfigError with one sentence
 */
export async function planTraining(workspace: string, options: PreflightOptions = {}): Promise<TrainingPlan> {
  const config = await loadUserConfig();
  const settings = await loadSettings(workspace);
  const trainer = chooseTrainer(config, { ...options, trainer: options.trainer ?? settings.ours.trainer });
  const recorded = trainer.recording !== null;
  const dataset = options.dataset ?? (await scanWorkspace(workspace));
  const ofSettings = checkSettings(settings, { recorded, around: await lookAround(settings) });
  const ofDataset = options.findings ?? (await runChecks(dataset, { names: await namesOf(siteOfWorkspace(settings.ours)) }));
  const plan = { trainer, config: configText(settings), values: effective(settings), family: familyOf(settings), dataset };
  ofSettings.push(...(await sameSaves(dataset.root, plan)));
  const findings = [...ofDataset.map((finding) => (recorded ? withoutReaders(finding) : finding)), ...ofSettings];
  findings.sort(byGravity);
  return {
    workspace: dataset.root,
    plan,
    findings,
    problem: await trainer.problem(),
  };
}

/**
 * May it start? `blocked`: the trainer would stop, train nothing or train the wrong files. `ask`: there are other
 * errors, and the person has to insist.
 */
export function mayStart(findings: readonly Finding[], insists: boolean): 'start' | 'ask' | 'blocked' {
  if (findings.some(({ blocks }) => blocks)) return 'blocked';
  return insists || findings.every(({ level }) => level !== 'error') ? 'start' : 'ask';
}

/** Images and captions are read by a real trainer only; how the workspace is laid out (W) counts for both. */
function withoutReaders(finding: Finding): Finding {
  return finding.rule.startsWith('W') ? finding : { ...finding, blocks: false };
}
