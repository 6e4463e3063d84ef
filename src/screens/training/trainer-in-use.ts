import type { SettingsFile } from '../../core/settings/file.js';

/** The trainer that a start would use. */
export interface TrainerInUse {
  /** `recording x_long_400_steps`, or `sd-scripts`. */
  label: string;
  /** Name of the recording; null for a trainer that trains. */
  recording: string | null;
  /** Where sd-scripts and its Python lie; null for a recording. */
  where: string | null;
  /** Why it cannot start, in one sentence; null when it can. */
  problem: string | null;
  /** The workspace's settings ask for the recorded trainer by name. */
  asked: boolean;
  /** The file in which a trainer is set up. */
  configPath: string;
}

/** Looks which trainer a start would use, and whether it is there. */
export async function trainerInUse(settings: SettingsFile | null): Promise<TrainerInUse> {
  const [{ loadUserConfig, userConfigPath }, { chooseTrainer }, { findInstallation }] = await Promise.all([
    import('../../runner/user-config.js'),
    import('../../runner/trainers/choose.js'),
    import('../../runner/trainers/kohya.js'),
  ]);
  const about = { configPath: userConfigPath(), asked: settings?.ours.trainer === 'recorded' };
  try {
    const config = await loadUserConfig();
    const trainer = chooseTrainer(config, { trainer: settings?.ours.trainer });
    const { label, recording } = trainer;
    const found = recording === null && config.trainer ? await findInstallation(config.trainer) : null;
    const where = found === null ? null : typeof found === 'string' ? (config.trainer?.path ?? null) : `${found.scripts}, run by ${found.python}`;
    return { label, recording, where, problem: await trainer.problem(), ...about };
  } catch (error) {
    return { label: 'none', recording: null, where: null, problem: error instanceof Error ? error.message : String(error), ...about };
  }
}
