import type { Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { fail, guarded } from './run-program.js';
import { rootForCommand } from './workspace-argument.js';

interface Options {
  json?: boolean;
  dryRun?: boolean;
}

/** What undo and redo have in common: both take the last change of their kind, or the one named. */
export function registerTakingBack(program: Command, direction: 'undo' | 'redo', description: string): void {
  const command = program
    .command(direction)
    .description(description)
    .argument('<workspace>', 'folder of the workspace')
    .argument('[id]', 'a change of the history; the last one unless given')
    .option('--dry-run', 'show what would change and change nothing');
  withJson(command).action(guarded((workspace: string, id: string | undefined, options: Options) => run(direction, workspace, id, options)));
}

async function run(direction: 'undo' | 'redo', workspace: string, id: string | undefined, options: Options): Promise<void> {
  const root = await rootForCommand(workspace);
  const { openJournal } = await import('../core/journal/journal.js');
  const journal = await openJournal(root);
  const outlook = options.dryRun ? await journal.outlook(direction, id) : null;
  if (outlook?.refusal) throw outlook.refusal;
  const recorded = outlook?.recorded ?? (options.dryRun ? null : ((await journal[direction](id))?.recorded ?? null));
  if (!recorded) fail(`There is nothing to ${direction}.`);
  if (options.json) return printJson([recorded]);
  printLine(`${options.dryRun ? 'would have ' : ''}${direction === 'undo' ? 'undone' : 'redone'}: ${recorded.what}`);
}
