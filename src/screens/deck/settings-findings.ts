import type { Finding } from '../../core/checks/finding.js';
import type { SettingsFile } from '../../core/settings/file.js';

/**
 * What the guide and the trainer have to say about these settings on this machine: looks at the paths they name, and at
 * which trainer would run. Changes nothing.
 */
export async function settingsFindings(file: SettingsFile): Promise<Finding[]> {
  const { checkSettings } = await import('../../core/settings/checks.js');
  const { lookAround } = await import('../../core/settings/surroundings.js');
  return checkSettings(file, { recorded: await isRecorded(file), around: await lookAround(file) });
}

/** The recorded trainer reads neither model nor images. A configuration that cannot be read names no other trainer. */
async function isRecorded(file: SettingsFile): Promise<boolean> {
  const { loadUserConfig } = await import('../../runner/user-config.js');
  const { chooseTrainer } = await import('../../runner/trainers/choose.js');
  const config = await loadUserConfig().catch(() => ({}));
  return chooseTrainer(config, { trainer: file.ours.trainer }).recording !== null;
}
