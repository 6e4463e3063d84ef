import { basename } from 'node:path';
import { inWords } from '../../core/journal/errors.js';
import type { Dataset } from '../../core/dataset/model.js';
import { printable } from '../../core/printable.js';
import type { Family, SettingValue } from '../../core/settings/model.js';
import { codeSaid, codeSentence } from '../../core/system-error.js';
import { runScript } from '../engines/run-script.js';
import type { Host } from '../hosts/host.js';
import { knownWorkspaces } from '../known-workspaces.js';
import type { Trainer } from '../trainers/trainer.js';
import { datasetAsTrained } from './dataset-as-trained.js';
import type { RunFile } from './run-file.js';
import { runId } from './run-id.js';
import { openRun, runsFolder, type Run } from './run.js';

/** What a run is made of. */
export interface RunPlan {
  trainer: Trainer;
  /** Text of the settings as used: what the trainer gets as `--config_file`. */
  config: string;
  /** The same by the arguments' own names, defaults resolved. */
  values: Readonly<Record<string, SettingValue | null>>;
  family: Family | null;
  dataset: Dataset;
}

/**
 * Makes the folder of a run, `.loradeck/runs/ID/`, with everything that tells later what was trained and how; nothing
 * is started. `run.sh` is written last: a folder without it was never complete.
 * @param workspace absolute path on the host
 * @throws Error with one sentence when the folder cannot be made or the trainer cannot be started
 */
export async function prepareRun(host: Host, workspace: string, plan: RunPlan): Promise<Run> {
  const created = new Date();
  const { id, folder } = await makeFolder(host, workspace, created, nameOf(workspace, plan));
  try {
    const command = await plan.trainer.command({ workspace, folder, values: plan.values, family: plan.family });
    const file: RunFile = {
      id,
      created: created.toISOString(),
      workspace,
      argv: [...command.argv],
      cwd: command.cwd,
      env: { ...command.env },
      host: host.name,
      engine: 'process',
      trainer: plan.trainer.label,
      recorded: plan.trainer.recording === null ? null : { name: plan.trainer.recording },
      paths: command.paths,
      output: command.output,
    };
    await host.write(`${folder}/config.toml`, plan.config);
    await host.write(`${folder}/dataset.json`, json(datasetAsTrained(plan.dataset)));
    await host.write(`${folder}/run.json`, json(file));
    await host.write(`${folder}/run.sh`, runScript(command));
    const run = await openRun(host, folder);
    if (!run) throw new Error(`The run's folder ${folder} could not be read back.`);
    return run;
  } catch (error) {
    await removeRunFolder(host, folder);
    throw inWords(error, workspace, nothing);
  }
}

/** Takes away the folder of a run that never started. */
export async function removeRunFolder(host: Host, folder: string): Promise<void> {
  await host.run(['rm', '-rf', '--', folder]);
}

/** How the sentence about a refusal of the system ends. */
const nothing = 'nothing was started';

/** `mkdir` without `-p` refuses a folder that is there: two programs that start in the same minute get two ids. */
async function makeFolder(host: Host, workspace: string, created: Date, name: string): Promise<{ id: string; folder: string }> {
  const parent = runsFolder(workspace);
  const refused = (stderr: string) => {
    const code = codeSaid(stderr);
    return new Error(code === null ? `The folder of the run cannot be made in ${printable(parent)}: ${nothing}.` : codeSentence(code, undefined, nothing));
  };
  // What `mkdir` says is read, so it has to say it in English.
  const env = { LC_ALL: 'C' };
  const ready = await host.run(['mkdir', '-p', '--', parent], { env });
  if (ready.code !== 0) throw refused(ready.stderr);
  const taken = new Set<string>();
  for (const known of new Set([workspace, ...(await knownWorkspaces())])) {
    for (const entry of await host.list(runsFolder(known)).catch(() => [])) taken.add(entry.name);
  }
  for (;;) {
    const id = runId(created, name, taken);
    const made = await host.run(['mkdir', '--', `${parent}/${id}`], { env });
    if (made.code === 0) return { id, folder: `${parent}/${id}` };
    if (!(await host.info(`${parent}/${id}`))) throw refused(made.stderr);
    taken.add(id);
  }
}

/** Runs are called as their files, else as their workspace. */
function nameOf(workspace: string, plan: RunPlan): string {
  const output = plan.values['output_name'];
  return typeof output === 'string' && output !== '' ? output : basename(workspace);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
