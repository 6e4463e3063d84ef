import { isUsableTerminal } from '../terminal/fit.js';
import { parseImageChoice } from '../terminal/images/choose.js';
import { imageChoices, type ImageChoice } from '../terminal/images/drivers.js';
import { fail } from './run-program.js';

/** How the program opens the full-screen app; set by the command line, as commands never import screens. */
export type AppOpener = (options: { root: string; images?: ImageChoice; speed?: number }) => Promise<void>;

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
