import { Command } from 'commander';
import { runProgram } from './commands/run-program.js';
import { registerAll } from './commands/all.js';

/** The command line: a command of its own, or a folder to open in the app. Each command loads what it needs when it runs. */
const program = new Command('loradeck')
  .description('Prepare, tag, check, train and watch LoRA and LyCORIS models from a terminal.')
  .version(__LORADECK_VERSION__);

let opened = false;
registerAll(program, async (options) => {
  const { runApp } = await import('./app.js');
  opened = true;
  await runApp(options);
});
await runProgram(program, process.argv);
// Whoever leaves the app leaves at once, whatever was being looked at in the background.
if (opened) process.exit();
