import type { Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { guarded } from './run-program.js';

/** `doctor`: what the program runs on; with `--terminal`, what the terminal is asked, answers and can draw. */
export function register(program: Command): void {
  withJson(program.command('doctor').description('show what the program runs on, and what the terminal can do'))
    .option('--terminal', 'ask the terminal what it can do, and draw a picture in each way that it may understand')
    .action(guarded(doctor));
}

async function doctor({ terminal = false, json = false }: { terminal?: boolean; json?: boolean }): Promise<void> {
  const { configFolder, dataFolder, cacheFolder } = await import('../core/own-folders.js');
  const about = {
    version: __LORADECK_VERSION__,
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    folders: { config: configFolder(), data: dataFolder(), cache: cacheFolder() },
  };
  if (!terminal) {
    if (json) return printJson(about);
    return print(about);
  }
  const { examineTerminal } = await import('./doctor/examine-terminal.js');
  const examined = await examineTerminal();
  if (json) return printJson({ ...about, terminal: examined.facts });
  print(about);
  const { printTerminal } = await import('./doctor/print-terminal.js');
  await printTerminal(examined);
}

function print({ version, node, system, folders }: { version: string; node: string; system: string; folders: Record<string, string> }): void {
  printLine(`loradeck ${version} on Node ${node}, ${system}`);
  for (const [name, folder] of Object.entries(folders)) printLine(`${name.padEnd(8)}${folder}`);
}
