import type { Family, SettingValue } from '../../core/settings/model.js';
import type { RunCommand } from '../engines/run-script.js';

/** What a trainer has to know to build its command. */
export interface TrainerPlan {
  /** Absolute path. */
  workspace: string;
  /** Absolute path of the run's folder, in which the settings as used lie as `config.toml`. */
  folder: string;
  /** Settings by the arguments' own names, defaults resolved. */
  values: Readonly<Record<string, SettingValue | null>>;
  /** Null when nothing says it. */
  family: Family | null;
}

/** The command of a run and where its files will lie. */
export interface TrainerCommand extends RunCommand {
  /** Absolute folder of the checkpoints. */
  output: string;
  /** What the output will name → where it really lies. */
  paths: Record<string, string>;
}

export interface Trainer {
  /** As people read it, e.g. `sd-scripts` or `recording of a training`. */
  label: string;
  /** Name of the recording that it plays; null for a trainer that trains. */
  recording: string | null;
  /** Why it cannot start, in one sentence; null when it can. */
  problem(): Promise<string | null>;
  command(plan: TrainerPlan): Promise<TrainerCommand>;
}

/**
 * Added to the trainer's environment: its output comes unbuffered and in order, in UTF-8, one record a line and with
 * short progress bars.
 */
export const outputEnvironment: Readonly<Record<string, string>> = {
  PYTHONUNBUFFERED: '1',
  PYTHONUTF8: '1',
  COLUMNS: '400',
};
