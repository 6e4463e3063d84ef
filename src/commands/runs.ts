import type { Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine, printTable } from './print.js';
import { runLine } from './run-line.js';
import { guarded } from './run-program.js';
import { rootForCommand } from './workspace-argument.js';

/** `runs [WORKSPACE]`: the runs of a workspace, or of all that the program knows, newest first. */
export function register(program: Command): void {
  withJson(program.command('runs'))
    .description('list runs, newest first')
    .argument('[workspace]', 'only those of this workspace')
    .action(guarded(run));
}

async function run(workspace: string | undefined, options: { json?: boolean }): Promise<void> {
  const { listRuns } = await import('../runner/runs.js');
  const rows = await listRuns(workspace === undefined ? undefined : [await rootForCommand(workspace)]);
  if (options.json) {
    return printJson(
      rows.map(({ id, workspace: root, created, state: { outcome, phase, step, total_steps } }) => {
        return { id, workspace: root, outcome, phase, step, total_steps, created };
      }),
    );
  }
  if (rows.length === 0) return printLine('no runs yet; `loradeck train WORKSPACE` starts one');
  const cells = rows.map(({ id, workspace: root, recording, state }) => [id, `${recording === null ? '' : '[recording] '}${runLine(state)}`, root]);
  await printTable(['run', 'state', 'workspace'], cells);
}
