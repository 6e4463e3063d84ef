import { resolve } from 'node:path';
import { CommanderError, Option, type Command } from 'commander';
import type { Concept, Dataset, Picture } from '../core/dataset/model.js';
import { printable } from '../core/printable.js';

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
const WRONG_USE = new Set(['WorkspaceError', 'QueryError', 'InvalidTag']);

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
      report(error);
    }
  };
}

/** Prints an error as one line on stderr and sets the exit code that belongs to it. */
export function report(error: unknown): void {
  const known = error instanceof Error ? error : new Error(String(error));
  process.exitCode = known instanceof CommandFailure ? known.code : WRONG_USE.has(known.name) ? 2 : 1;
  process.stderr.write(`loradeck: ${printable(known.message.replace(/\s*\n\s*/g, ' '))}\n`);
}

/**
 * Parses the command line and runs what it names. Wrong use (unknown option, missing argument) exits with 2, not with
 * commander's 1; `--help` and `--version` with 0.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  // A reader that closes early (`… | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  throwInsteadOfExit(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) return report(error);
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) throwInsteadOfExit(sub);
}

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

/**
 * Reads a workspace for a command.
 *
 * @param path - as typed, relative to the current folder
 * @throws WorkspaceError (exit code 2) when it is missing, unreadable or no folder
 */
export async function openForCommand(path: string): Promise<Dataset> {
  const { scanWorkspace } = await import('../core/dataset/scan.js');
  return scanWorkspace(resolve(path));
}

/**
 * As {@link openForCommand}, for commands that have nothing to do without pictures in a concept: it ends with exit code
 * 2 and says what to do.
 */
export async function openWithPictures(path: string): Promise<Dataset> {
  const dataset = await openForCommand(path);
  if (dataset.concepts.some(({ pictures }) => pictures.length > 0)) return dataset;
  if (dataset.isConceptFolder) fail(`${path} is the folder of one concept; give the folder it lies in (W01).`, 2);
  fail(`${path} has no images in a folder named like 10_name, where the trainer looks for them (W02).`, 2);
}

/**
 * The absolute path of a workspace, for commands that need none of its pictures.
 *
 * @throws WorkspaceError (exit code 2) when it is missing, unreadable or no folder
 */
export async function rootForCommand(path: string): Promise<string> {
  const { assertReadable } = await import('../core/dataset/workspace.js');
  const root = resolve(path);
  await assertReadable(root);
  return root;
}

/** The pictures a bulk command works on: those of the concepts, not Raw or Left out. */
export interface Selection {
  pictures: readonly Picture[];
  concepts: readonly Concept[];
  captionExtension: string;
}

/**
 * What a bulk command works on, narrowed by `--where`.
 *
 * @throws QueryError (exit code 2) when the query cannot be read
 */
export async function select(dataset: Dataset, where?: string): Promise<Selection> {
  if (where === undefined) return selected(dataset, () => true);
  const { compileQuery, needsFacts } = await import('../core/dataset/query/query.js');
  const matches = compileQuery(where);
  if (!needsFacts(where)) return selected(dataset, (picture) => matches(picture, {}));
  const { factsOf } = await import('../core/images/read-all.js');
  return selected(await factsOf(dataset), (picture) => matches(picture, {}));
}

function selected({ concepts, captionExtension }: Dataset, matches: (picture: Picture) => boolean): Selection {
  return { pictures: concepts.flatMap((concept) => concept.pictures.filter(matches)), concepts, captionExtension };
}

/** Prints a value as JSON on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints one line for a person on stdout; control characters in it are made visible. */
export function printLine(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/**
 * Prints rows in columns for a person. Numbers stand to the right.
 *
 * @param head - the columns' names, printed in the first line; none when there are no rows
 */
export async function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Promise<void> {
  if (rows.length === 0) return;
  const { default: width } = await import('string-width');
  const lines = [head, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const widths = head.map((_, column) => lines.reduce((most, line) => Math.max(most, width(line[column] ?? '')), 0));
  const right = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const text = lines.map((line) =>
    line
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - width(cell));
        return right[column] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${text.join('\n')}\n`);
}

/** `1 image`, `12 images`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
