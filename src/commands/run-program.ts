import { CommanderError, type Command } from 'commander';
import type { QueryError } from '../core/dataset/query/query-error.js';
import { printable } from '../core/printable.js';
import { explainError } from '../core/system-error.js';
import { complain } from './print.js';

/** 0 fine; 1 an error was found or the thing failed; 2 wrong use (no such workspace, unknown option, bad query). */
export type ExitCode = 0 | 1 | 2;

/** What a command throws to end with one clear line on stderr. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    message: string,
    readonly code: ExitCode,
  ) {
    super(message);
  }
}

/** Ends the command: `message` becomes the one line on stderr, `code` the exit code. */
export function fail(message: string, code: ExitCode = 1): never {
  throw new CommandFailure(message, code);
}

/** Errors that mean wrong use, by name: naming them here would load their modules before a command needs them. */
const WRONG_USE = new Set(['WorkspaceError', 'QueryError', 'InvalidTag', 'InvalidPattern', 'InvalidConcept']);

/**
 * Wraps a command's action: whatever it throws becomes one line on stderr and an exit code. The code is set, not
 * exited with, so that output still on its way to a pipe is not cut off.
 */
export function guarded<Arguments extends unknown[]>(
  action: (...parameters: Arguments) => Promise<void> | void,
): (...parameters: Arguments) => Promise<void> {
  return async (...parameters) => {
    try {
      await action(...parameters);
    } catch (error) {
      await report(error);
    }
  };
}

/**
 * Prints an error as one line on stderr and sets the exit code that belongs to it. Under what is wrong in a query a terminal gets the
 * query with a mark at the place.
 */
export async function report(error: unknown): Promise<void> {
  const name = error instanceof Error ? error.name : '';
  process.exitCode = error instanceof CommandFailure ? error.code : WRONG_USE.has(name) ? 2 : 1;
  if (name !== 'QueryError') return complain(explainError(error));
  const { column, query = '', message } = error as QueryError;
  complain(`${message} (character ${column + 1} of the query)`);
  if (!process.stderr.isTTY || query === '') return;
  const { default: width } = await import('string-width');
  process.stderr.write(`  ${printable(query)}\n  ${' '.repeat(width(printable(query.slice(0, column))))}^\n`);
}

/**
 * Parses the command line and runs what it names. Wrong use (unknown option, missing argument) exits with 2, not with
 * commander's 1; `--help` and `--version` with 0.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  // A reader that closes early (`… | head`) is no failure, and nobody is left to go on for: what a command changes is
  // written before it prints.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  throwInsteadOfExit(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) return report(error);
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

/** Lets commander's own complaints look like all others, and end with our exit codes. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  command.configureOutput({ outputError: (text) => complain(text.replace(/^error: /, '').trim().replace(/\s*\n\s*/g, ' ')) });
  for (const sub of command.commands) throwInsteadOfExit(sub);
}
