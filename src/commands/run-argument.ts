import { resolve } from 'node:path';
import type { Run } from '../runner/runs.js';
import { fail } from './run-program.js';

/**
 * A run by what a person typed: its id, or (with a `/`) the path of its folder.
 * @throws CommandFailure (exit code 2) when there is none
 */
export async function runArgument(argument: string): Promise<Run> {
  return (await findRunArgument(argument)) ?? fail(`There is no run ${argument}; \`loradeck runs\` lists them.`, 2);
}

/** The same, null when there is none. */
export async function findRunArgument(argument: string): Promise<Run | null> {
  const { findRun, openLocalRun } = await import('../runner/runs.js');
  // The current folder may be a workspace that the program was never told of.
  return argument.includes('/') ? openLocalRun(resolve(argument)) : findRun(argument, [process.cwd()]);
}
