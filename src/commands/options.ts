import { Option, type Command } from 'commander';
import { fail } from './run-program.js';

/** The value of `--speed`: how much faster than real a recording plays. Exit code 2 for what is no number above 0. */
export function speedOf(value: string): number {
  const speed = Number(value);
  return speed > 0 && Number.isFinite(speed) ? speed : fail('--speed needs a number above 0.', 2);
}

/** Adds `--json`: the stable, documented shape on stdout. */
export function withJson(command: Command): Command {
  return command.addOption(new Option('--json', 'print JSON'));
}

/** Adds `--json`, `--dry-run` and `--where`, which every command has that changes pictures or captions. */
export function withEditing(command: Command): Command {
  return withJson(command)
    .addOption(new Option('--dry-run', 'show what would change and change nothing'))
    .addOption(new Option('--where <query>', 'only images that match, e.g. \'tag:"long hair" -solo\''));
}

/** What {@link withEditing} adds. */
export interface EditingOptions {
  json?: boolean;
  dryRun?: boolean;
  where?: string;
}
