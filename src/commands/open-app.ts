import { Option, type Command } from 'commander';
import { parseTheme, themeChoices, type ThemeChoice } from '../core/session/look.js';
import { isUsableTerminal } from '../terminal/fit.js';
import { parseImageChoice } from '../terminal/images/choose.js';
import { imageChoices, type ImageChoice } from '../terminal/images/drivers.js';
import { fail } from './run-program.js';

/** How the program opens the full-screen app; set by the command line, as commands never import screens. */
export type AppOpener = (options: { root: string; speed?: number } & AppLook) => Promise<void>;

/** How the app is to look and be read; what is absent is left to the environment, the configuration and the terminal. */
export interface AppLook {
  images?: ImageChoice | undefined;
  theme?: ThemeChoice | undefined;
  screenReader?: boolean | undefined;
}

/** What {@link withLook} adds, as it was typed. */
export interface LookOptions {
  images?: string;
  theme?: string;
  screenReader?: boolean;
}

/** Adds the options that say how the app looks. */
export function withLook(command: Command): Command {
  return command
    .addOption(new Option('--images <how>', `how pictures are shown: ${imageChoices.join(', ')}`))
    .addOption(new Option('--theme <name>', `colours: ${themeChoices.join(', ')}`))
    .addOption(new Option('--screen-reader', 'say everything in lines of text, for a screen reader'));
}

/** Reads what {@link withLook} added. @throws CommandFailure (exit 2) for an unknown value */
export function lookOf({ images, theme, screenReader }: LookOptions): AppLook {
  const chosen = theme === undefined ? undefined : (parseTheme(theme) ?? fail(`--theme is ${themeChoices.join(', ')}, not “${theme}”.`, 2));
  return { images: imagesOption(images), theme: chosen, screenReader };
}

/**
 * Makes sure that the app can be shown here.
 * @throws CommandFailure (exit 2) with the reason and the commands that work without a screen
 */
export function assertTerminal(): void {
  const reason = isUsableTerminal(process.stdin, process.stdout, process.env);
  if (reason === null) return;
  fail(`${reason} Commands work without one: loradeck check WORKSPACE, tags, settings, train, runs, watch (loradeck --help lists them).`, 2);
}

/** The value of `--images`. @throws CommandFailure (exit 2) for an unknown one */
export function imagesOption(value: string | undefined): ImageChoice | undefined {
  if (value === undefined) return undefined;
  return parseImageChoice(value) ?? fail(`--images is ${imageChoices.slice(0, -1).join(', ')} or ${imageChoices.at(-1)}, not “${value}”.`, 2);
}
