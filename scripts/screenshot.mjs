// Starts the program in a pseudo-terminal, plays keys, and draws what it shows:
//   node bin/with-node.js scripts/screenshot.mjs --keys "2,j,j" --size 160x45 --out docs/tags.png -- demo
// Keys are separated by commas: characters, names (enter, escape, tab, space, up, down, left, right, pageup, pagedown, comma,
// ctrl-x), `text:WORDS` to type, `wait:MS`, and `until:WORDS` to wait until the words are on the screen. With --script FILE the
// program is another one (for trying things out), with --svg a drawing with real text is written beside the PNG; --paper light
// draws it as on a white terminal.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { terminalToPng, terminalToSvg } from './terminal-picture.mjs';

// The addon reads its table rightly only from a buffer of its own, not from one of the pool.
Buffer.poolSize = 0;
const { default: graphemes } = await import('@xterm/addon-unicode-graphemes');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string', default: '' },
    size: { type: 'string', default: '160x45' },
    out: { type: 'string', default: 'screenshot.png' },
    script: { type: 'string', default: 'bin/loradeck.js' },
    wait: { type: 'string', default: '1500' },
    svg: { type: 'boolean', default: false },
    paper: { type: 'string', default: 'dark' },
  },
});
const [columns, rows] = values.size.split('x').map(Number);
if (!(columns > 0 && rows > 0)) {
  process.stderr.write('--size is COLUMNSxROWS, e.g. 160x45\n');
  process.exit(2);
}

const names = {
  enter: '\r', escape: '\u001b', tab: '\t', space: ' ', comma: ',', backspace: '\u007f', up: '\u001b[A', down: '\u001b[B', right: '\u001b[C',
  left: '\u001b[D', home: '\u001b[H', end: '\u001b[F', pageup: '\u001b[5~', pagedown: '\u001b[6~', delete: '\u001b[3~', 'shift-tab': '\u001b[Z',
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const home = await mkdtemp(path.join(os.tmpdir(), 'loradeck-screenshot-'));
const env = { ...process.env, TERM: 'xterm-256color', COLORTERM: 'truecolor', HOME: home };
for (const name of ['CONFIG', 'DATA', 'CACHE', 'STATE']) env[`XDG_${name}_HOME`] = path.join(home, name.toLowerCase());
for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR']) delete env[name];

const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
terminal.loadAddon(new graphemes.UnicodeGraphemesAddon());
const child = pty.spawn(process.execPath, [values.script, ...positionals], { cols: columns, rows, env, cwd: process.cwd() });
let lastOutput = Date.now();
child.onData((data) => {
  lastOutput = Date.now();
  terminal.write(data);
});
terminal.onData((answer) => child.write(answer));
let ended = false;
child.onExit(() => (ended = true));

const screen = () => {
  const buffer = terminal.buffer.active;
  return Array.from({ length: rows }, (_, y) => buffer.getLine(buffer.viewportY + y)?.translateToString(true) ?? '').join('\n');
};

async function until(condition, what, limit = 120_000) {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end || ended) throw new Error(`waited in vain for ${what}; the screen shows:\n${screen()}`);
    await pause(30);
  }
}
const quiet = async () => until(() => Date.now() - lastOutput > 400, 'the screen to be quiet', 6000).catch(() => {});

try {
  await until(() => terminal.buffer.active.type === 'alternate' && screen().trim() !== '', 'the first screen');
  await quiet();
  for (const step of values.keys.split(',').filter((key) => key !== '')) {
    if (step.startsWith('wait:')) await pause(Number(step.slice(5)));
    else if (step.startsWith('until:')) await until(() => screen().includes(step.slice(6)), step.slice(6));
    else if (step.startsWith('text:')) child.write(step.slice(5));
    else if (step.startsWith('ctrl-')) child.write(String.fromCharCode(step.charCodeAt(5) & 31));
    else child.write(names[step] ?? step);
    await pause(60);
    await quiet();
  }
  await pause(Number(values.wait));
  await mkdir(path.dirname(path.resolve(values.out)), { recursive: true });
  await writeFile(values.out, await terminalToPng(terminal, values.paper));
  if (values.svg) await writeFile(values.out.replace(/\.png$/, '') + '.svg', terminalToSvg(terminal, values.paper));
  process.stdout.write(`${values.out}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  if (!ended) child.kill('SIGTERM');
  await until(() => ended, 'the program to end', 5000).catch(() => child.kill('SIGKILL'));
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
}
