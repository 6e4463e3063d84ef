import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { UnicodeGraphemesAddon } from '../../journeys/harness/graphemes.js';

const run = promisify(execFile);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Is there a tmux to test with? */
export function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V']);
    return true;
  } catch {
    console.log('There is no tmux here: what needs a real one is left out.');
    return false;
  }
}

export interface TmuxOptions {
  /** What tmux.conf says. */
  settings?: string[];
  /** What runs in the pane; without it the pane shows what is written to it. */
  command?: string;
  env?: Record<string, string>;
  columns?: number;
  rows?: number;
  /** Gets what tmux writes to the terminal around it, as it comes, and gives what that answers; without it a kitty answers who it is. */
  watch?: (data: string) => string;
}

/** A picture or another sequence that reached the terminal around tmux, and the cell where its cursor was. */
export interface Arrived {
  kind: 'osc 1337' | 'sixel';
  text: string;
  x: number;
  y: number;
}

/** A real tmux with its client in a pseudo-terminal, in which an emulator plays the terminal around it. */
export class RealTmux {
  /** All that tmux sent to the terminal around it. */
  sent = '';
  readonly arrived: Arrived[] = [];
  readonly emulator: xterm.Terminal;
  private readonly client: pty.IPty;
  private gone = false;

  private constructor(
    private readonly folder: string,
    private readonly pane: WriteStream | null,
    { columns = 80, rows = 24, watch }: TmuxOptions,
  ) {
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
    this.emulator.loadAddon(new UnicodeGraphemesAddon());
    this.client = pty.spawn('tmux', ['-S', path.join(folder, 'socket'), 'attach'], { cols: columns, rows, env: plainEnvironment({ TERM: 'xterm-256color' }) });
    const at = (): { x: number; y: number } => ({ x: this.emulator.buffer.active.cursorX, y: this.emulator.buffer.active.cursorY });
    this.emulator.parser.registerOscHandler(1337, (text) => this.arrived.push({ kind: 'osc 1337', text, ...at() }) > 0);
    this.emulator.parser.registerDcsHandler({ final: 'q' }, (text) => this.arrived.push({ kind: 'sixel', text, ...at() }) > 0);
    this.emulator.parser.registerCsiHandler({ prefix: '>', final: 'q' }, () => {
      if (!watch) this.client.write('\u001bP>|kitty(0.42.0)\u001b\\');
      return true;
    });
    this.emulator.onData((answer) => this.client.write(answer));
    this.client.onData((data) => {
      this.sent += data;
      this.emulator.write(data);
      const answer = watch?.(data);
      if (answer) this.client.write(answer);
      else if (!watch && data.includes('\u001b_Gi=31')) this.client.write('\u001b_Gi=31;OK\u001b\\');
    });
    this.client.onExit(() => (this.gone = true));
  }

  static async start(options: TmuxOptions = {}): Promise<RealTmux> {
    const { settings = [], command, env = {}, columns = 80, rows = 24 } = options;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-tmux-'));
    const fifo = path.join(folder, 'fifo');
    await run('mkfifo', [fifo]);
    const inPane = command ?? `stty raw -echo; exec cat ${fifo}`;
    const tmux = ['-S', path.join(folder, 'socket'), '-f', '/dev/null'];
    const all = [['new-session', '-d', '-x', String(columns), '-y', String(rows), inPane], ['set', '-g', 'status', 'off'], ...settings.map((line) => line.split(' '))];
    await run('tmux', [...tmux, ...all.flatMap((words, i) => (i === 0 ? words : [';', ...words]))], { env: plainEnvironment({ TERM: 'xterm-256color', ...env }) });
    const pane = command === undefined ? createWriteStream(fifo) : null;
    if (pane) await once(pane, 'open');
    const found = new RealTmux(folder, pane, options);
    await pause(300);
    return found;
  }

  /** Shows text in the pane. */
  async show(text: string): Promise<void> {
    this.pane?.write(text);
    await pause(200);
    await new Promise<void>((resolve) => this.emulator.write('', resolve));
  }

  /** Types on the keyboard of the terminal around it. */
  async type(text: string): Promise<void> {
    this.client.write(text);
    await pause(100);
  }

  async tmux(...words: string[]): Promise<string> {
    return (await run('tmux', ['-S', path.join(this.folder, 'socket'), ...words], { env: plainEnvironment({}), maxBuffer: 2 ** 24 })).stdout;
  }

  /** The pane's rows with their colours. */
  async capture(): Promise<string[]> {
    return (await this.tmux('capture-pane', '-p', '-e', '-N')).split('\n');
  }

  async resize(columns: number, rows: number): Promise<void> {
    this.client.resize(columns, rows);
    this.emulator.resize(columns, rows);
    await pause(300);
  }

  async close(): Promise<void> {
    this.pane?.destroy();
    await this.tmux('kill-server').catch(() => undefined);
    for (let i = 0; i < 50 && !this.gone; i++) await pause(20);
    this.emulator.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function plainEnvironment(added: Record<string, string>): Record<string, string> {
  const all = Object.entries({ ...process.env, LC_ALL: 'C.UTF-8', ...added });
  const wanted = ([name, value]: [string, string | undefined]): boolean => value !== undefined && (name in added || !['TMUX', 'TMUX_PANE', 'CI', 'COLORTERM'].includes(name));
  return Object.fromEntries(all.filter(wanted));
}
