import { Option, type Command } from 'commander';
import type { Facts } from '../core/dataset/model.js';
import { imageChoices } from '../terminal/images/drivers.js';
import { imagesOption } from './open-app.js';
import { configuredImages } from './configured-images.js';
import { complain, printLine } from './print.js';
import { fail, guarded } from './run-program.js';

interface Options {
  width?: number;
  height?: number;
  images?: string;
}

/** Rows that are kept for the line under a picture and the shell's own. */
const rowsLeft = 3;

/** `show PICTURE…`: the pictures, one under the other, on the command line. */
export function register(program: Command): void {
  const cells = (name: string) => (value: string) => {
    const count = Number(value);
    return Number.isInteger(count) && count > 0 && count <= 1000 ? count : fail(`--${name} needs a whole number of cells.`, 2);
  };
  program
    .command('show')
    .argument('<picture...>', 'picture files')
    .description('print pictures on the command line')
    .addOption(new Option('--width <columns>', 'how wide they may be; the window’s unless set').argParser(cells('width')))
    .addOption(new Option('--height <rows>', 'how high they may be; nearly the window’s unless set').argParser(cells('height')))
    .addOption(new Option('--images <how>', `how they are drawn: ${imageChoices.join(', ')}`))
    .action(guarded(show));
}

async function show(paths: string[], options: Options): Promise<void> {
  const wanted = imagesOption(options.images);
  const { resolve } = await import('node:path');
  const { readFacts } = await import('../core/images/facts.js');
  const print = await printer(wanted, options);
  for (const path of paths) {
    const file = resolve(path);
    const facts = await readFacts(file);
    const failed = facts.error ?? (print && (await print(file, facts).then(() => null, sentenceOf)));
    if (failed !== null) {
      complain(`${path}: ${failed}`);
      process.exitCode = 1;
    } else printLine([path, sizeOf(facts), facts.format].join('  '));
  }
}

/** A picture that cannot be read; its message is one sentence. */
class Unreadable extends Error {}

function sentenceOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  throw error;
}

/** The size as it is seen, turned by EXIF. */
function sizeOf({ width, height, orientation }: Facts): string {
  return orientation >= 5 ? `${height}×${width}` : `${width}×${height}`;
}

/** What prints one picture; null where there is no terminal to draw on, or no pictures are wanted. */
async function printer(asked: ReturnType<typeof imagesOption>, options: Options) {
  const { stdin, stdout, env } = process;
  if (!stdout.isTTY) return null;
  const configured = asked === undefined ? await configuredImages(env) : null;
  if (configured?.problem) complain(configured.problem);
  const wanted = asked ?? configured?.wanted;
  const [{ askTerminal }, { assumedCell, cellSize, choosePictures }, { plainSetting }, { picturePrinter }] = await Promise.all([
    import('../terminal/plain/ask.js'),
    import('../terminal/images/choose.js'),
    import('../terminal/images/display.js'),
    import('../terminal/plain/print-picture.js'),
  ]);
  const [{ readTurned }, { sentence }] = await Promise.all([import('../core/images/turned.js'), import('../core/images/facts.js')]);
  const { probe, colors, columns, rows } = await askTerminal({ stdin, stdout, env });
  const choice = choosePictures({ wanted, colors, probe, env });
  if (choice.driver === 'none') return null;
  const cell = cellSize(probe, columns, rows) ?? assumedCell(choice.driver);
  const room = { columns: Math.min(columns, options.width ?? columns), rows: options.height ?? Math.max(1, rows - rowsLeft) };
  const isSized = options.width !== undefined || options.height !== undefined;
  const print = picturePrinter({
    driver: choice.driver,
    isChosen: wanted !== undefined && wanted !== 'auto',
    setting: { ...plainSetting, ...choice.setting, colors, cell },
    room,
    write: (text) => void stdout.write(text),
  });
  return (file: string, { format, width, height }: Facts) =>
    print(
      (request) =>
        readTurned(file, request, isSized).catch((error: unknown) => {
          throw new Unreadable(sentence(error, format));
        }),
      { format, width, height },
    );
}
