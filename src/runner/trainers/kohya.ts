import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { printable } from '../../core/printable.js';
import type { TrainerConfig } from '../user-config.js';
import { userConfigPath } from '../user-config.js';
import { outputEnvironment, type Trainer, type TrainerCommand, type TrainerPlan } from './trainer.js';

/** What was found of a checkout of sd-scripts. */
export interface Installation {
  /** Absolute folder that holds `train_network.py`. */
  scripts: string;
  /** Path of the Python to use. */
  python: string;
}

/** Kohya's sd-scripts, started as the kohya_ss GUI starts it. */
export function kohyaTrainer(config: TrainerConfig): Trainer {
  return {
    label: 'sd-scripts',
    recording: null,
    problem: async () => {
      const found = await findInstallation(config);
      return typeof found === 'string' ? found : null;
    },
    command: async (plan) => {
      const found = await findInstallation(config);
      if (typeof found === 'string') throw new Error(found);
      return kohyaCommand(found, plan, config.accelerate ?? true);
    },
  };
}

/**
 * The command as the GUI builds it. The workspace is the working directory, so that the relative paths of the settings
 * count from it (sd-scripts lists `train_data_dir = "."` as any other folder). SDXL has a script of its own.
 */
function kohyaCommand(found: Installation, plan: TrainerPlan, accelerate: boolean): TrainerCommand {
  const script = join(found.scripts, plan.family === 'sdxl' ? 'sdxl_train_network.py' : 'train_network.py');
  const launcher = ['-m', 'accelerate.commands.launch', '--dynamo_backend', 'no', '--dynamo_mode', 'default'];
  launcher.push('--mixed_precision', text(plan.values['mixed_precision']) ?? 'no');
  launcher.push('--num_processes', '1', '--num_machines', '1', '--num_cpu_threads_per_process', '2');
  return {
    argv: [found.python, ...(accelerate ? launcher : []), script, '--config_file', join(plan.folder, 'config.toml')],
    cwd: plan.workspace,
    env: { ...outputEnvironment },
    output: outputFolder(plan),
    paths: {},
  };
}

/** What sd-scripts calls its files: `last` when the settings say nothing. */
export function saveName(values: Readonly<Record<string, unknown>>): string {
  return text(values['output_name']) || 'last';
}

/** Absolute folder into which the settings let the trainer save; `output` in the workspace when they say nothing. */
export function outputFolder(plan: Pick<TrainerPlan, 'workspace' | 'values'>): string {
  return resolve(plan.workspace, text(plan.values['output_dir']) || 'output');
}

/** Finds the scripts and a Python for them, or says in one sentence what is missing. */
export async function findInstallation(config: TrainerConfig): Promise<Installation | string> {
  const scripts = await firstWith([config.path, join(config.path, 'sd-scripts')], 'train_network.py');
  const where = printable(userConfigPath());
  if (!scripts) return `There is no train_network.py in ${printable(config.path)}; set path under [trainer] in ${where}.`;
  const python = config.python ? await executable(config.python) : await pythonBeside(scripts);
  if (python) return { scripts, python };
  return config.python
    ? `The trainer's Python ${printable(config.python)} is not there or may not be run; set python under [trainer] in ${where}.`
    : `No Python was found beside ${printable(scripts)}; set python under [trainer] in ${where}.`;
}

async function firstWith(folders: readonly string[], file: string): Promise<string | null> {
  for (const folder of folders) {
    const found = await stat(join(folder, file)).catch(() => null);
    if (found?.isFile()) return folder;
  }
  return null;
}

/** The virtual environment of the checkout, or of the kohya_ss around it. */
async function pythonBeside(scripts: string): Promise<string | null> {
  for (const folder of [scripts, join(scripts, '..')]) {
    for (const environment of ['venv', '.venv']) {
      const found = await executable(join(folder, environment, 'bin', 'python'));
      if (found) return found;
    }
  }
  return null;
}

/** The path of a program that may be run; a name without `/` is looked for in PATH. */
async function executable(name: string): Promise<string | null> {
  const folders = name.includes('/') ? [''] : (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) {
    const path = folder ? join(folder, name) : name;
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && (await access(path, constants.X_OK).then(() => true, () => false))) return path;
  }
  return null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
