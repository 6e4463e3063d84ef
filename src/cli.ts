import { Command } from 'commander';
import { runProgram } from './commands/common.js';
import { registerAll } from './commands/all.js';

/** The command line: a command of its own, or a folder to open in the app. Each command loads what it needs when it runs. */
const program = new Command('loradeck')
  .description('Prepare, tag, check, train and watch LoRA and LyCORIS models from a terminal.')
  .version(__LORADECK_VERSION__)
  .showHelpAfterError('(loradeck --help lists the commands)');

registerAll(program, async (options) => {
  const { runApp } = await import('./app.js');
  await runApp(options);
});
await runProgram(program, process.argv);
