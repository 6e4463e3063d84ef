import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Finding } from '../core/checks/finding.js';
import { explainError } from '../core/system-error.js';
import type { TrainingPlan } from '../runner/preflight.js';
import { findingLine } from './finding-line.js';
import { speedOf, withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { fail, guarded } from './run-program.js';
import { openForCommand } from './workspace-argument.js';

interface Options {
  json?: boolean;
  dryRun?: boolean;
  anyway?: boolean;
  speed?: number;
  recording?: string;
}

/** `train WORKSPACE`: starts a training that goes on by itself. */
export function register(program: Command): void {
  withJson(program.command('train'))
    .description('start a training that goes on when you leave')
    .argument('<workspace>', 'folder of the workspace')
    .option('--dry-run', 'show what would be started and start nothing')
    .option('--anyway', 'start in spite of errors that do not stop the trainer')
    .option('--recording <name>', 'play a recorded training in place of a real one')
    .option('--speed <n>', 'how much faster than recorded a recording plays', speedOf)
    .action(guarded(run));
}

async function run(workspace: string, options: Options): Promise<void> {
  const dataset = await openForCommand(workspace);
  const { planTraining, mayStart } = await import('../runner/preflight.js');
  const wish = { dataset, recording: options.recording, speed: options.speed };
  const training = await planTraining(resolve(workspace), wish).catch((error: unknown) => unstartable(explainError(error), [], options));
  if (training.problem !== null) return unstartable(training.problem, training.findings, options);
  const verdict = mayStart(training.findings, options.anyway ?? false);
  if (options.dryRun) return dryRun(training, verdict === 'start', options);
  if (verdict !== 'start') return refuse(training.findings, verdict, options);
  const { startRun } = await import('../runner/runs.js');
  const started = await startRun(training.workspace, training.plan);
  if (options.json) return printJson({ run: started.id });
  const what = started.file.recorded ? `a recording of a training (${started.file.recorded.name}), not a real one` : 'the training';
  printLine(`started ${what}: ${started.id}`);
  printLine(`watch it: loradeck watch ${started.id} --follow`);
}

async function dryRun({ workspace, plan, findings }: TrainingPlan, starts: boolean, options: Options): Promise<void> {
  const { runsFolder } = await import('../runner/runs.js');
  const { values, family, config, trainer } = plan;
  const command = await trainer.command({ workspace, folder: `${runsFolder(workspace)}/ID`, values, family });
  if (!starts) process.exitCode = 1;
  if (options.json) {
    const { findingToJson } = await import('../core/checks/finding.js');
    return printJson({ argv: command.argv, cwd: command.cwd, env: command.env, config, findings: findings.map(findingToJson) });
  }
  const { shellWord } = await import('../runner/engines/shell-word.js');
  const variables = Object.entries(command.env).map(([name, value]) => `${name}=${shellWord(value)}`);
  printLine(`in ${command.cwd}:`);
  printLine([...variables, ...command.argv.map(shellWord)].join(' '));
  for (const finding of findings) if (finding.level === 'error') printLine(findingLine(finding));
}

/** Which trainer is meant cannot be told, or it is not there: with it no finding matters, and none helps. */
async function unstartable(why: string, findings: readonly Finding[], options: Options): Promise<never> {
  if (options.json) {
    const { finding, findingToJson } = await import('../core/checks/finding.js');
    const first = finding({ rule: 'S32', level: 'error', blocks: true, message: why });
    printJson({ run: null, findings: [first, ...findings].map(findingToJson) });
  }
  fail(why);
}

async function refuse(findings: readonly Finding[], verdict: 'ask' | 'blocked', options: Options): Promise<void> {
  const errors = findings.filter(({ level, blocks }) => blocks || level === 'error');
  if (options.json) {
    const { findingToJson } = await import('../core/checks/finding.js');
    printJson({ run: null, findings: findings.map(findingToJson) });
  } else for (const finding of errors) printLine(findingLine(finding));
  fail(
    verdict === 'blocked'
      ? 'not started, as the trainer would stop, train nothing or train the wrong files.'
      : `not started because of ${errors.length === 1 ? 'an error' : `${errors.length} errors`}; --anyway starts all the same.`,
  );
}
