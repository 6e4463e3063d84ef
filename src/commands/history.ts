import type { Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine, printTable } from './print.js';
import { guarded } from './run-program.js';
import { rootForCommand } from './workspace-argument.js';

/** `history WORKSPACE`: every change that was made, the newest first, undone ones among them. */
export function register(program: Command): void {
  withJson(program.command('history'))
    .description('list the changes of a workspace, newest first')
    .argument('<workspace>', 'folder of the workspace')
    .action(guarded(run));
}

async function run(workspace: string, options: { json?: boolean }): Promise<void> {
  const root = await rootForCommand(workspace);
  const { openJournal } = await import('../core/journal/journal.js');
  const changes = await (await openJournal(root)).history();
  if (options.json) return printJson(changes);
  if (changes.length === 0) return printLine('Nothing was changed yet.');
  const rows = changes.map(({ id, at, what, images, undone }) => [id, at.slice(0, 19).replace('T', ' '), images, undone ? `${what} (undone)` : what]);
  await printTable(['id', 'at (UTC)', 'images', 'what'], rows);
}
