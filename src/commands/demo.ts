import { Option, type Command } from 'commander';
import { assertTerminal, lookOf, withLook, type AppOpener, type LookOptions } from './open-app.js';
import { speedOf, withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { guarded } from './run-program.js';

interface Options extends LookOptions {
  again?: boolean;
  headless?: boolean;
  json?: boolean;
  speed: number;
}

/** `loradeck demo`: the app on a fresh copy of the sample workspace, with the recorded trainer. */
export function register(program: Command, openApp: AppOpener): void {
  const command = program
    .command('demo')
    .description('open a fresh copy of the sample workspace')
    .option('--again', 'the latest copy as it was left')
    .option('--headless', 'only make the copy and print where it is')
    .addOption(new Option('--speed <n>', 'how much faster than real the recorded trainer plays').argParser(speedOf).default(1));
  withJson(withLook(command)).action(
    guarded(async ({ again = false, headless = false, json = false, speed, ...options }: Options) => {
      const look = lookOf(options);
      if (!headless) assertTerminal();
      const { sampleWorkspace } = await import('../runner/sample-workspace.js');
      const workspace = await sampleWorkspace({ again });
      if (headless) {
        const { rememberWorkspace } = await import('../runner/known-workspaces.js');
        await rememberWorkspace(workspace);
        return json ? printJson({ workspace }) : printLine(workspace);
      }
      await openApp({ root: workspace, speed, ...look });
      printLine(`The sample workspace is at ${workspace}; loradeck demo --again opens it as you left it.`);
    }),
  );
}
