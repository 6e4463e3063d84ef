import { Option, type Command } from 'commander';
import { assertTerminal, imagesOption, type AppOpener } from './open-app.js';
import { speedOf, withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { imageChoices } from '../terminal/images/drivers.js';
import { guarded } from './run-program.js';

interface Options {
  again?: boolean;
  headless?: boolean;
  json?: boolean;
  images?: string;
  speed: number;
}

/** `loradeck demo`: the app on a fresh copy of the sample workspace, with the recorded trainer. */
export function register(program: Command, openApp: AppOpener): void {
  const command = program
    .command('demo')
    .description('open a fresh copy of the sample workspace')
    .option('--again', 'the latest copy as it was left')
    .option('--headless', 'only make the copy and print where it is')
    .addOption(new Option('--speed <n>', 'how much faster than real the recorded trainer plays').argParser(speedOf).default(1))
    .addOption(new Option('--images <how>', `how pictures are shown: ${imageChoices.join(', ')}`));
  withJson(command).action(
    guarded(async ({ again = false, headless = false, json = false, images, speed }: Options) => {
      const choice = imagesOption(images);
      if (!headless) assertTerminal();
      const { sampleWorkspace } = await import('../runner/sample-workspace.js');
      const workspace = await sampleWorkspace({ again });
      if (headless) {
        const { rememberWorkspace } = await import('../runner/known-workspaces.js');
        await rememberWorkspace(workspace);
        return json ? printJson({ workspace }) : printLine(workspace);
      }
      await openApp({ root: workspace, images: choice, speed });
      printLine(`The sample workspace is at ${workspace}; loradeck demo --again opens it as you left it.`);
    }),
  );
}
