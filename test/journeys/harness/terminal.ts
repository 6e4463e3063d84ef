import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { UnicodeGraphemesAddon } from './graphemes.js';
import { keyBytes } from './keys.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface ProgramOptions {
  /** What comes after `loradeck`. */
  args?: string[];
  /** Where it is started; the project's folder unless set. */
  cwd?: string;
  /** Added to the environment; undefined takes a name out. */
  env?: Record<string, string | undefined>;
  columns?: number;
  rows?: number;
  /** Its home with the XDG folders. Give the same one to open the program again as the same person; then it is not deleted. */
  home?: string;
  /** Another script than the built program, as an absolute path. */
  script?: string;
  /** Another program altogether, with its arguments: ssh, or a file manager to compare with. */
  command?: readonly string[];
  /** Gets what the program writes, as it comes; what it gives back is what the terminal answers beside the emulator's own answers. */
  watch?: (data: string) => string | void;
}

/** A cell in words: `#rrggbb`, `p5` (palette), or null for the terminal's own colour. */
export interface SeenCell {
  char: string;
  fg: string | null;
  bg: string | null;
  bold: boolean;
  dim: boolean;
  inverse: boolean;
  underline: boolean;
}

/** The program in a real pseudo-terminal, with a terminal emulator that reads it. */
export class Program {
  readonly emulator: xterm.Terminal;
  /** How the program ended; null while it runs. */
  exit: { code: number; signal: number } | null = null;
  /** Bytes that the program wrote so far. */
  bytes = 0;
  private readonly child: pty.IPty;

  constructor(
    options: ProgramOptions,
    /** The person's home folder. */
    readonly home: string,
    private readonly ownHome: boolean,
  ) {
    const cols = options.columns ?? 120;
    const rows = options.rows ?? 36;
    this.emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 200 });
    this.emulator.loadAddon(new UnicodeGraphemesAddon());
    const script = options.script ?? path.join(project, 'bin/loradeck.js');
    const [file = '', ...args] = options.command ?? [process.execPath, script, ...(options.args ?? [])];
    this.child = pty.spawn(file, args, {
      cols,
      rows,
      cwd: options.cwd ?? project,
      env: environment(home, options.env ?? {}),
    });
    this.child.onData((data) => {
      this.bytes += Buffer.byteLength(data);
      this.emulator.write(data);
      const answer = options.watch?.(data);
      if (answer) this.send(answer);
    });
    this.emulator.onData((answer) => this.send(answer));
    this.child.onExit(({ exitCode, signal }) => (this.exit = { code: exitCode, signal: signal ?? 0 }));
  }

  /** Presses keys one after the other, each by its name (`j`, `enter`, `ctrl-c`, `up`). */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.send(keyBytes(key));
      // An escape needs the time in which it could still become a longer sequence.
      await pause(key === 'escape' ? 80 : 25);
    }
  }

  /** Types text, as fast as a keyboard does over a slow line: all in one read. */
  async type(text: string): Promise<void> {
    this.send(text);
    await pause(25);
  }

  /** Pastes text as a terminal does that has been asked to mark pastes. */
  async paste(text: string): Promise<void> {
    await this.type(`\u001b[200~${text}\u001b[201~`);
  }

  /** Waits until the screen shows the text, or matches. Throws with the whole screen when it does not come to it. */
  async until(wanted: string | RegExp, timeout = 15_000): Promise<void> {
    const holds = (): boolean => (typeof wanted === 'string' ? this.screen().includes(wanted) : wanted.test(this.screen()));
    await this.wait(holds, `“${String(wanted)}”`, timeout);
  }

  /** Waits until the screen shows the text no more. */
  async untilGone(unwanted: string | RegExp, timeout = 15_000): Promise<void> {
    const holds = (): boolean => !(typeof unwanted === 'string' ? this.screen().includes(unwanted) : unwanted.test(this.screen()));
    await this.wait(holds, `“${String(unwanted)}” to go away`, timeout);
  }

  /** What the screen shows, a line a row, blanks at the end of rows left out. */
  screen(): string {
    return Array.from({ length: this.emulator.rows }, (_, y) => this.row(y)).join('\n');
  }

  /** One row from 0. */
  row(y: number): string {
    const buffer = this.emulator.buffer.active;
    return buffer.getLine(buffer.viewportY + y)?.translateToString(true) ?? '';
  }

  /** Is the full-screen program shown, and not the shell's own screen? */
  get fullScreen(): boolean {
    return this.emulator.buffer.active.type === 'alternate';
  }

  /** The cells of a rectangle, rows of cells. */
  cells(x: number, y: number, width: number, height: number): SeenCell[][] {
    return Array.from({ length: height }, (_, dy) => Array.from({ length: width }, (_, dx) => this.cell(x + dx, y + dy)));
  }

  /** Makes the window another size. */
  async resize(columns: number, rows: number): Promise<void> {
    this.emulator.resize(columns, rows);
    this.child.resize(columns, rows);
    await pause(100);
  }

  /** Waits for the end and gives the exit code. */
  async waitForExit(timeout = 15_000): Promise<number> {
    await this.wait(() => this.exit !== null, 'the program to end', timeout, true);
    return this.exit?.code ?? -1;
  }

  /** The line stalls: nothing that the program writes is read, until it is `resume`d. */
  pauseReading(): void {
    this.child.pause();
  }

  resumeReading(): void {
    this.child.resume();
  }

  /** The process that was started: the launcher, or the program itself where the system's Node is new enough. */
  get pid(): number {
    return this.child.pid;
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    if (!this.exit) this.child.kill(signal);
  }

  /** Ends the program if it still runs and removes its home. */
  async close(): Promise<void> {
    this.kill('SIGTERM');
    await this.wait(() => this.exit !== null, 'the program to end', 3000, true).catch(() => this.kill('SIGKILL'));
    this.emulator.dispose();
    if (this.ownHome) await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  private send(bytes: string): void {
    if (!this.exit) this.child.write(bytes);
  }

  private cell(x: number, y: number): SeenCell {
    const buffer = this.emulator.buffer.active;
    const cell = buffer.getLine(buffer.viewportY + y)?.getCell(x);
    if (!cell) throw new Error(`there is no cell ${x},${y}`);
    const color = (plain: boolean, is24: boolean, value: number): string | null =>
      plain ? null : is24 ? `#${value.toString(16).padStart(6, '0')}` : `p${value}`;
    return {
      char: cell.getChars() || ' ',
      fg: color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
      bg: color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      inverse: cell.isInverse() !== 0,
      underline: cell.isUnderline() !== 0,
    };
  }

  private async wait(holds: () => boolean, what: string, timeout: number, mayEnd = false): Promise<void> {
    const end = Date.now() + timeout;
    while (!holds()) {
      const over = this.exit !== null && !mayEnd;
      // What it wrote before it ended may still be on its way into the emulator.
      if (over) await new Promise<void>((resolve) => this.emulator.write('', resolve));
      if (holds()) return;
      if (over || Date.now() > end) {
        const state = this.exit ? `it ended with ${this.exit.code}` : `it runs, ${timeout} ms are over`;
        throw new Error(`waited in vain for ${what} (${state}); the screen shows:\n${this.screen()}`);
      }
      await pause(20);
    }
  }
}

function environment(home: string, added: Record<string, string | undefined>): Record<string, string> {
  const env: Record<string, string | undefined> = {
    ...process.env,
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_STATE_HOME: path.join(home, 'state'),
    // In CI Ink would draw nothing; the others would change what is tested.
    CI: undefined,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    NODE_ENV: undefined,
    VITEST: undefined,
    ...added,
  };
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Starts the built program as a person does, in a terminal of its own and with a home of its own. */
export async function openProgram(options: ProgramOptions = {}): Promise<Program> {
  const home = options.home ?? (await mkdtemp(path.join(os.tmpdir(), 'loradeck-home-')));
  return new Program(options, home, options.home === undefined);
}
