import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { assertTerminal, lookOf, withLook, type AppOpener, type LookOptions } from './open-app.js';
import { fail, guarded } from './run-program.js';

/** `loradeck [WORKSPACE]`: opens the app on the folder given, else on the current one. */
export function register(program: Command, openApp: AppOpener): void {
  // Options of a command belong to it, also those that the program itself has too.
  program.enablePositionalOptions().argument('[workspace]', 'folder to open; the current one when none is given');
  withLook(program).action(
    guarded(async (workspace: string | undefined, options: LookOptions) => {
      if (workspace !== undefined && !workspace.includes('/') && !existsSync(workspace)) {
        fail(`There is no command and no folder “${workspace}” here (loradeck --help lists the commands).`, 2);
      }
      const look = lookOf(options);
      assertTerminal();
      await openApp({ root: workspace ?? process.cwd(), ...look });
    }),
  );
}
