import { colorsFromEnvironment, depthOf, tellChalk, type ColorDepth } from './colors.js';
import { assumedCell, cellSize, choosePictures, type PictureChoice } from './images/choose.js';
import { Display, plainSetting } from './images/display.js';
import { drivers, type ImageChoice } from './images/drivers.js';
import { createImageLayer, type ImageLayer } from './images/layer.js';
import { createInput, type Input, type TerminalInput } from './input/input.js';
import { guard } from './guard.js';
import { Notes } from './notes.js';
import { probe, type Probe } from './probe/probe.js';
import { Reader } from './reader/reader.js';
import { writeAtOnce } from './restore.js';
import { answer, Flow, type LineState } from './screen/flow.js';
import { createScreen, type Screen } from './screen/screen.js';
import type { TerminalOutput } from './screen/stream.js';
import { stopGroup } from './stop.js';

export interface OpenOptions {
  stdin: TerminalInput;
  stdout: TerminalOutput & { fd?: number };
  stderr: { write(text: string): unknown };
  /** The environment; COLORTERM and FORCE_COLOR are set in it for chalk, so it is to be `process.env`. */
  env: Record<string, string | undefined>;
  images?: ImageChoice | undefined;
  /** Lines of text on the ordinary screen, without pictures, for a screen reader. */
  screenReader?: boolean;
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
  /** Shows pictures another way from now on; `auto`: as suits this terminal. */
  showPictures: (wanted: ImageChoice) => void;
  /** What the terminal said of itself. */
  probe: Probe;
  /** To be spread into Ink's `render` options. */
  renderOptions: {
    stdin: NodeJS.ReadStream;
    stdout: NodeJS.WriteStream;
    stderr: NodeJS.WriteStream;
    alternateScreen: boolean;
    isScreenReaderEnabled: boolean;
    exitOnCtrlC: false;
    patchConsole: true;
    interactive: true;
    incrementalRendering: false;
    maxFps: number;
  };
  /** To be called once Ink is imported: what was put in the environment for chalk is taken out again. */
  chalkIsLoaded: () => void;
  /** What was measured of the line to the terminal. */
  line: Readonly<LineState>;
  /** Calls back when the line was measured anew; gives the function that ends it. */
  onLine: (listener: () => void) => () => void;
  /** Mouse reports on or off. */
  setMouse: (on: boolean) => void;
  /** Gives the terminal to somebody else while `run` goes on (an editor, a shell), then draws everything again. */
  suspend: (run: () => Promise<void>) => Promise<void>;
  /** Stops the program as ctrl-z does, until the shell continues it. */
  stop: () => Promise<void>;
  /** Gives the screen back at once and waits a moment for answers still on their way, which would be typed into the shell. */
  leave: () => Promise<void>;
  /** Gives the terminal back and prints what was logged meanwhile. Safe to call twice. */
  close: () => void;
}

/** How long answers that are still on their way are waited for when the terminal is given back, in milliseconds. */
const answersMs = 1000;

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
  const asked = await probe(input, (text) => stdout.write(text), { env });
  const colors = depthOf(guess, asked);
  const chalkIsLoaded = tellChalk(colors, env);
  const choose = (wanted: ImageChoice | undefined): PictureChoice => choosePictures({ wanted, colors, probe: asked, env, screenReader: options.screenReader });
  const choice = choose(options.screenReader ? 'none' : options.images);
  const cell = cellSize(asked, stdout.columns ?? 0, stdout.rows ?? 0) ?? assumedCell(choice.driver);
  const layer = createImageLayer();
  const notes = new Notes();
  writeWithoutBlocking(stdout);
  const flow = new Flow(asked.answered);
  const screen = createScreen({
    stdout,
    flow,
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
    images: layer,
    colorless: colors === 'none',
    // Margins above and below are as old as the VT100; one that answers nothing may be no terminal at all.
    scrolling: asked.answered ? (asked.sideMargins ? 'columns' : 'rows') : 'none',
    onStray: (text) => notes.add(text),
  });

  screen.modes.set('keyboard', asked.kittyKeyboard);
  const reader = options.screenReader ? new Reader(stdout) : null;
  const display = new Display(drivers[choice.driver], { ...plainSetting, ...choice.setting, colors, cell });
  const lineListeners = new Set<() => void>();
  flow.onLine = () => lineListeners.forEach((listener) => listener());
  const askCellSize = (): void => void (asked.answered && screen.alternate && stdout.write('\u001b[16t'));
  input.events.on('reply', ({ kind, text }) => {
    if (kind === 'csi' && text === answer) flow.take();
    // The size of a cell changes with the font.
    const [, height, width] = (kind === 'csi' && /^6;(\d+);(\d+)t$/.exec(text)) || [];
    if (Number(width) > 0 && Number(height) > 0) display.change({ cell: { width: Number(width), height: Number(height) } });
  });
  stdout.on('resize', askCellSize);
  // tmux knows nothing of pictures that go through it: coming back to its window it draws the text alone.
  const watchFocus = ({ driver, setting }: PictureChoice): void => screen.modes.set('focus', setting.passthrough && (driver === 'iterm2' || driver === 'sixel'));
  watchFocus(choice);
  input.events.on('focus', (gained) => gained && screen.modes.has('focus') && screen.redraw());

  const suspend = async (run: () => Promise<void>): Promise<void> => {
    reader?.hold(true);
    screen.pause();
    await flow.idle(answersMs);
    input.setRawMode(false);
    try {
      await run();
    } finally {
      if (isOpen) {
        input.setRawMode(true);
        screen.resume();
        reader?.hold(false);
      }
    }
  };
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await suspend(() => stopGroup(onStop)).finally(() => (stopping = false));
  };
  const onStop = (): void => void stop();
  process.on('SIGTSTP', onStop);

  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    release();
    reader?.close();
    process.off('SIGTSTP', onStop);
    stdout.off('resize', askCellSize);
    const sequence = screen.leaving();
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
    display,
    choice,
    showPictures: (wanted) => {
      const chosen = choose(wanted);
      const { driver, setting } = chosen;
      watchFocus(chosen);
      display.change({ driver: drivers[driver], ...setting });
    },
    probe: asked,
    line: flow.line,
    onLine: (listener) => {
      lineListeners.add(listener);
      return () => lineListeners.delete(listener);
    },
    setMouse: (on) => screen.modes.set('mouse', on),
    suspend,
    stop,
    leave: async () => {
      screen.pause();
      // Ink has let go of the keyboard by now, and with it of the answers.
      if (isOpen) input.setRawMode(true);
      await flow.idle(answersMs);
    },
    renderOptions: {
      stdin: input.stream,
      stdout: (reader ?? screen).stream,
      stderr: notes.stream,
      alternateScreen: !reader,
      isScreenReaderEnabled: reader !== null,
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
