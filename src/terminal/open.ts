import { colorsFromEnvironment, depthOf, tellChalk, type ColorDepth } from './colors.js';
import { assumedCell, cellSize, choosePictures, type PictureChoice } from './images/choose.js';
import { Display, plainSetting } from './images/display.js';
import { drivers, type ImageChoice } from './images/drivers.js';
import { createImageLayer, type ImageLayer } from './images/layer.js';
import { createInput, type Input, type TerminalInput } from './input/input.js';
import { guard } from './guard.js';
import { Notes } from './notes.js';
import { probe, type Probe } from './probe/probe.js';
import { restoreSequence, writeAtOnce } from './restore.js';
import { createScreen, type Screen } from './screen/screen.js';
import type { TerminalOutput } from './screen/stream.js';

export interface OpenOptions {
  stdin: TerminalInput;
  stdout: TerminalOutput & { fd?: number };
  stderr: { write(text: string): unknown };
  /** The environment; COLORTERM and FORCE_COLOR are set in it for chalk, so it is to be `process.env`. */
  env: Record<string, string | undefined>;
  images?: ImageChoice;
}

/** An open terminal: what is under Ink, and what to give it. */
export interface Terminal {
  screen: Screen;
  input: Input;
  layer: ImageLayer;
  colors: ColorDepth;
  /** How pictures are drawn. */
  display: Display;
  /** Which way to draw pictures was chosen, and why. */
  choice: PictureChoice;
  /** What the terminal said of itself. */
  probe: Probe;
  /** To be spread into Ink's `render` options. */
  renderOptions: {
    stdin: NodeJS.ReadStream;
    stdout: NodeJS.WriteStream;
    stderr: NodeJS.WriteStream;
    alternateScreen: true;
    exitOnCtrlC: false;
    patchConsole: true;
    interactive: true;
    incrementalRendering: false;
    maxFps: number;
  };
  /** To be called once Ink is imported: what was put in the environment for chalk is taken out again. */
  chalkIsLoaded: () => void;
  /** Gives the terminal back and prints what was logged meanwhile. Safe to call twice. */
  close: () => void;
}

/**
 * Opens the terminal for a full-screen program. It is given back on `close`, at the process's end, on SIGTERM and SIGHUP
 * and on an error that nobody caught, which is printed on the ordinary screen. Import Ink and chalk only afterwards.
 */
export async function openTerminal(options: OpenOptions): Promise<Terminal> {
  const { stdin, stdout, stderr, env } = options;
  const input = createInput(stdin);
  const guess = colorsFromEnvironment(env);
  // From the first moment on, so that what is typed while the program starts is kept and not shown.
  input.setRawMode(true);
  const answer = await probe(input, (text) => stdout.write(text), { env });
  const colors = depthOf(guess, answer);
  const chalkIsLoaded = tellChalk(colors, env);
  const choice = choosePictures({ wanted: options.images, colors, probe: answer, env });
  const cell = cellSize(answer, stdout.columns ?? 0, stdout.rows ?? 0) ?? assumedCell(choice.driver);
  const layer = createImageLayer();
  const notes = new Notes();
  writeWithoutBlocking(stdout);
  const screen = createScreen({
    stdout,
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
    images: layer,
    colorless: colors === 'none',
    onStray: (text) => notes.add(text),
  });

  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    release();
    const sequence = restoreSequence(screen.alternate);
    screen.close();
    input.close();
    writeAtOnce(stdout, sequence);
    const text = notes.take();
    if (text !== '') stderr.write(text);
  };
  const release = guard(close, stderr);
  // The window was closed or the line broke: the same as the signal for it, which does not always come.
  input.events.once('end', () => process.kill(process.pid, 'SIGHUP'));

  return {
    screen,
    input,
    layer,
    colors,
    display: new Display(drivers[choice.driver], { ...plainSetting, ...choice.setting, colors, cell }),
    choice,
    probe: answer,
    renderOptions: {
      stdin: input.stream,
      stdout: screen.stream,
      stderr: notes.stream,
      alternateScreen: true,
      exitOnCtrlC: false,
      patchConsole: true,
      interactive: true,
      incrementalRendering: false,
      maxFps: 30,
    },
    chalkIsLoaded,
    close,
  };
}

/**
 * Node writes to terminals in blocking mode: on a slow line the whole program would stand still during each frame. The
 * handle can be told otherwise (it is the process's own, not the one shared with the shell); then `write` says when it is
 * behind, and the screen skips frames.
 */
function writeWithoutBlocking(stdout: object): void {
  const handle: unknown = '_handle' in stdout ? stdout._handle : undefined;
  if (typeof handle === 'object' && handle !== null && 'setBlocking' in handle && typeof handle.setBlocking === 'function') {
    (handle.setBlocking as (on: boolean) => void).call(handle, false);
  }
}
