import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../../core/printable.js';
import { outputFolder } from './kohya.js';
import { packageRoot } from './package-root.js';
import { isRecordedCheckpoint } from './recorded-checkpoint.js';
import { readRecording, recordedOutput, type Recording } from './recording.js';
import { outputEnvironment, type Trainer, type TrainerPlan } from './trainer.js';

/** 400 steps in ten epochs with five saves; its first step comes some seconds after the start. */
const defaultRecording = 'x_long_400_steps';

export interface RecordedOptions {
  /** Name of a recording; one of 400 steps when absent. */
  name?: string;
  /** 1 = the recorded pace. */
  speed?: number;
  /** Folder of the recordings; that of the package when absent. */
  recordings?: string;
  /** The player; that of the package when absent. */
  child?: string;
}

/** Plays a recorded training in place of a real one, through the same engine, log and parser. */
export function recordedTrainer(options: RecordedOptions = {}): Trainer {
  const name = options.name ?? defaultRecording;
  const speed = options.speed ?? 1;
  const recordings = options.recordings ?? recordingsFolder();
  const child = options.child ?? join(packageRoot(), 'dist', 'recorded-child.js');
  const folder = join(recordings, name);
  return {
    label: `recording ${name}`,
    recording: name,
    problem: async () => {
      if (name.includes('/') || name.startsWith('.') || !existsSync(join(folder, 'truth.json'))) {
        return `There is no recording “${printable(name)}”; there are: ${(await recordingNames(recordings)).join(', ')}.`;
      }
      return existsSync(child) ? null : 'The recorded trainer is not built; run `npm run build`.';
    },
    command: async (plan) => {
      const recording = readRecording(folder);
      const output = freeOutput(plan, recording);
      const recorded = recordedOutput(recording);
      return {
        argv: [process.execPath, child, folder, '--output', output, '--speed', String(speed)],
        cwd: plan.workspace,
        env: { ...outputEnvironment },
        output,
        paths: recorded ? { [recorded]: output } : {},
      };
    },
  };
}

/** Names of the recordings there are, in order. */
async function recordingNames(recordings: string): Promise<string[]> {
  const names = await readdir(recordings).catch(() => []);
  return names.filter((name) => existsSync(join(recordings, name, 'truth.json'))).sort();
}

/** Where the recordings lie that come with the program. */
export function recordingsFolder(): string {
  return join(packageRoot(), 'fixtures', 'recordings');
}

/** The folder that the settings name; the run's own when a checkpoint of somebody's would stand in the way there. */
function freeOutput(plan: TrainerPlan, recording: Recording): string {
  const wanted = outputFolder(plan);
  const inTheWay = recording.saves.some(({ file }) => {
    const path = join(wanted, file);
    return existsSync(path) && !isRecordedCheckpoint(path);
  });
  return inTheWay ? join(plan.folder, 'output') : wanted;
}
