import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { assertTerminal, imagesOption, type AppOpener } from './open-app.js';
import { imageChoices } from '../terminal/images/drivers.js';
import { fail, guarded } from './run-program.js';

/** `loradeck [WORKSPACE]`: opens the app on the folder given, else on the current one. */
export function register(program: Command, openApp: AppOpener): void {
  program
    // Options of a command belong to it, also those that the program itself has too.
    .enablePositionalOptions()
    .argument('[workspace]', 'folder to open; the current one when none is given')
    .addOption(new Option('--images <how>', `how pictures are shown: ${imageChoices.join(', ')}`))
    .action(
      guarded(async (workspace: string | undefined, { images }: { images?: string }) => {
        if (workspace !== undefined && !workspace.includes('/') && !existsSync(workspace)) {
          fail(`There is no command and no folder “${workspace}” here (loradeck --help lists the commands).`, 2);
        }
        const choice = imagesOption(images);
        assertTerminal();
        await openApp({ root: workspace ?? process.cwd(), images: choice });
      }),
    );
}
