import { Option, type Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { runArgument } from './run-argument.js';
import { runLine } from './run-line.js';
import { guarded } from './run-program.js';

interface Options {
  json?: boolean;
  now?: boolean;
  force?: boolean;
}

/** `stop RUN`: ends a run and prints the state after it. */
export function register(program: Command): void {
  withJson(program.command('stop'))
    .description('stop a run')
    .argument('<run>', 'its id, or the path of its folder')
    .addOption(new Option('--now', 'interrupt it, and insist when it does not end (the default)').conflicts('force'))
    .option('--force', 'kill it at once')
    .action(guarded(run));
}

async function run(argument: string, options: Options): Promise<void> {
  const { stopRun } = await import('../runner/runs.js');
  const { stateToJson } = await import('../core/training/state-json.js');
  const found = await runArgument(argument);
  const state = await stopRun(found, options.force ? 'force' : 'now');
  if (options.json) return printJson(stateToJson(state));
  printLine(`${found.id}: ${runLine(state)}`);
}
