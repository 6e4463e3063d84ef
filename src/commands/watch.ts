import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { whyNot } from '../core/dataset/workspace.js';
import type { TrainerEvent } from '../core/training/events.js';
import type { Outcome, RunState, Series } from '../core/training/run-state.js';
import type { Run } from '../runner/runs.js';
import { eventLine } from './event-line.js';
import { withJson } from './options.js';
import { printJson, printJsonLine, printLine } from './print.js';
import { findRunArgument } from './run-argument.js';
import { errorLines, runLine } from './run-line.js';
import { fail, guarded } from './run-program.js';

interface Options {
  json?: boolean;
  follow?: boolean;
  series?: boolean;
}

/** How a run may end without having trained what was asked for. */
const bad: ReadonlySet<Outcome | null> = new Set<Outcome>(['failed', 'killed', 'no-data', 'vanished']);

/** `watch RUN|FILE|-`: what a run is doing, or what any trainer's output says. */
export function register(program: Command): void {
  withJson(program.command('watch'))
    .description('show what a run, or a trainer’s output, is doing')
    .argument('<what>', 'id of a run, path of its folder or of a file with a trainer’s output, or - for standard input')
    .option('--follow', 'stay, and print what happens, one event a line')
    .option('--series', 'with the loss of every step')
    .action(guarded(run));
}

async function run(what: string, options: Options): Promise<void> {
  const found = what === '-' ? null : await findRunArgument(what);
  if (found) return watchOne(found, options);
  if (what !== '-') await assertFile(what);
  const { readOutput } = await import('../runner/runs/read-output.js');
  const { state, series } = await readOutput(what === '-' ? process.stdin : what, options.follow ? eventPrinter(options) : undefined);
  await show(state, series, options);
}

/** @throws CommandFailure (exit code 2) with one sentence for what is neither a run nor a file that can be read */
async function assertFile(what: string): Promise<void> {
  const [found, refused] = await Promise.all([stat(what).catch(() => null), access(what, constants.R_OK).catch((error: unknown) => error)]);
  if (!found) fail(`There is no run and no file ${what}; \`loradeck runs\` lists the runs.`, 2);
  if (found.isDirectory()) fail(`${what} is a folder, but not that of a run; \`loradeck runs\` lists the runs.`, 2);
  if (refused !== undefined) fail(`${what} ${whyNot(refused)}.`, 2);
}

async function watchOne(found: Run, options: Options): Promise<void> {
  const { watchRun } = await import('../runner/runs.js');
  if (found.file.recorded && !options.json) printLine(`${found.id} is a recording of a training (${found.file.recorded.name}), not a real one`);
  const watcher = watchRun(found, { onEvents: options.follow ? eventPrinter(options) : undefined });
  if (!options.follow) watcher.onChange(({ partial }) => partial || watcher.close());
  else process.once('SIGINT', () => watcher.close());
  const { state, series } = await watcher.done;
  await show(state, series, options);
}

function eventPrinter(options: Options): (events: readonly TrainerEvent[]) => void {
  return (events) => {
    for (const event of events) {
      if (options.json) printJsonLine(event);
      else printLine(eventLine(event));
    }
  };
}

/** The state as JSON (one line behind events), or in words. */
async function show(state: RunState, series: Series, options: Options): Promise<void> {
  if (bad.has(state.outcome)) process.exitCode = 1;
  if (options.json) {
    const { stateToJson } = await import('../core/training/state-json.js');
    const json = stateToJson(state, options.series ? series : undefined);
    if (!options.follow) return printJson(json);
    return printJsonLine({ kind: 'now', state: json });
  }
  printLine(runLine(state));
  for (const line of errorLines(state)) printLine(line);
  for (const { file, epoch, step } of state.checkpoints) {
    const at = [epoch === null ? '' : `epoch ${epoch}`, step === null ? '' : `step ${step}`].filter(Boolean).join(', ');
    printLine(`saved ${file}${at ? ` (${at})` : ''}${state.removed.includes(file) ? ', removed since' : ''}`);
  }
  for (const warning of state.warnings) printLine(`▲ ${warning}`);
  if (options.series) series.step.forEach((step, row) => printLine(`${step}\t${series.average_loss[row] ?? ''}`));
}
