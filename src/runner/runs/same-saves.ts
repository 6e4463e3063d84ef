import { join } from 'node:path';
import { finding, type Finding } from '../../core/checks/finding.js';
import { parseSettings } from '../../core/settings/index.js';
import { printable } from '../../core/printable.js';
import { readText } from '../hosts/read-text.js';
import { saveName } from '../trainers/kohya.js';
import { recordingsFolder } from '../trainers/recorded.js';
import { readRecording } from '../trainers/recording.js';
import { liveRuns } from './find-runs.js';
import type { RunPlan } from './prepare-run.js';
import { runsFolder, type Run } from './run.js';

/**
 * S04: a training that goes on in the workspace and saves into the same folder under the same name, so that each would
 * overwrite the other's files.
 * @param workspace absolute path
 */
export async function sameSaves(workspace: string, { trainer, values, family }: Pick<RunPlan, 'trainer' | 'values' | 'family'>): Promise<Finding[]> {
  const live = await liveRuns(workspace);
  if (live.length === 0) return [];
  // A trainer that is not there has its own sentence.
  const command = await trainer.command({ workspace, folder: `${runsFolder(workspace)}/ID`, values, family }).catch(() => null);
  const name = trainer.recording === null ? saveName(values) : recordedName(trainer.recording);
  if (command === null || name === null) return [];
  for (const run of live) {
    if (run.file.output !== command.output || (await nameOf(run)) !== name) continue;
    // A recording calls its files as they were called when it was made, whatever the settings say.
    const [key, other] = trainer.recording === null ? ['output_name', 'name'] : ['output_dir', 'folder'];
    const message = `${run.id} is still training and saves under the same name “${printable(name)}”: its files would be overwritten; set another output ${other}.`;
    return [finding({ rule: 'S04', level: 'warn', key, message })];
  }
  return [];
}

/** Null when there is no such recording any more. */
function recordedName(recording: string): string | null {
  try {
    return saveName(readRecording(join(recordingsFolder(), recording)).settings);
  } catch {
    return null;
  }
}

async function nameOf({ host, folder, workspace, file }: Run): Promise<string | null> {
  if (file.recorded) return recordedName(file.recorded.name);
  return saveName(parseSettings(workspace, await readText(host, `${folder}/config.toml`)).values);
}
