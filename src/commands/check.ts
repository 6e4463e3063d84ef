import type { Command } from 'commander';
import type { Finding } from '../core/checks/finding.js';
import { counted, listed } from '../core/words.js';
import { sayIfEmpty } from './empty-workspace.js';
import { findingLine } from './finding-line.js';
import { withJson } from './options.js';
import { complain, printJson, printLine } from './print.js';
import { guarded } from './run-program.js';
import { openForCommand } from './workspace-argument.js';

/** `check WORKSPACE`: what the guide and the trainer have to say of the dataset. Exits with 1 only when an error was found. */
export function register(program: Command): void {
  withJson(program.command('check').argument('<workspace>', 'folder that holds the N_name folders'))
    .description('check the folders, images and captions of a workspace against the guide')
    .action(guarded(check));
}

async function check(workspace: string, { json = false }: { json?: boolean }): Promise<void> {
  const dataset = await openForCommand(workspace);
  const [{ runChecks }, { namesOf }, { readWorkspaceFile }, { findingToJson, summarize }] = await Promise.all([
    import('../core/checks/run-checks.js'),
    import('../core/checks/names.js'),
    import('../core/dataset/workspace-file.js'),
    import('../core/checks/finding.js'),
  ]);
  const { problem, site } = await readWorkspaceFile(dataset.root);
  if (problem !== null) complain(problem);
  const findings = await runChecks(dataset, { names: await namesOf(site), onProgress: progress() });
  const summary = summarize(findings);
  if (json) printJson({ findings: findings.map(findingToJson), summary });
  else print(findings);
  if (sayIfEmpty(dataset)) return;
  if (!json) printLine(`${counted(summary.error, 'error')}, ${counted(summary.warn, 'warning')}, ${counted(summary.info, 'note')}.`);
  if (summary.error > 0) process.exitCode = 1;
}

function print(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { images, fix } = finding;
    printLine(findingLine(finding));
    if (images.length > 0) printLine(`         ${listed(images)}`);
    if (fix) printLine(`         can be fixed: ${fix.label}`);
  }
}

/** Says on a terminal how far it is, as decoding thousands of pictures takes a while; leaves nothing behind. */
function progress(): ((done: number, total: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  let last = 0;
  return (done, total) => {
    if (done < total && Date.now() - last < 200) return;
    last = Date.now();
    process.stderr.write(done < total ? `\r\u001b[Klooking at image ${done} of ${total}` : '\r\u001b[K');
  };
}
