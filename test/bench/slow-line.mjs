// The built program over real ssh through a line of 256 kbit/s and 150 ms round trip, beside lf and ranger over the same
// line: milliseconds from a key to the paint that it leads to, and how far a held key leaves the screen behind.
import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';
import { makeWorkspace, photograph } from './workspaces.mjs';

const launcher = fileURLToPath(new URL('../../bin/loradeck.js', import.meta.url));
const images = 600;
const keys = 50;
const size = { columns: 200, rows: 50 };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const statistics = (list) => {
  const sorted = list.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], worst: sorted.at(-1) };
};

/** Where the cursor is, from 0: loradeck names the image in the title of its details, the file managers count below. */
const positionIn = {
  loradeck: (program) => /╭ (\d{5})\.\w+ ─*╮$/.exec(program.row(1))?.[1],
  manager: (program) => /(\d+)\/\d+/.exec(program.row(size.rows - 1).slice(-40))?.[1],
};
const position = (kind, program) => {
  const found = positionIn[kind](program);
  return found === undefined ? null : Number(found) - (kind === 'manager' ? 1 : 0);
};

class Session {
  constructor(parts, line, program, kind) {
    Object.assign(this, { parts, line, program, kind });
    this.position = () => position(kind, program);
  }

  /** Presses a key again and again, each a moment after the last was seen. */
  async moves(key, by, times, gap) {
    await this.parts.untilQuiet(this.program);
    const down = this.line.down;
    const list = [];
    for (let i = 0; i < times; i++) {
      const want = (this.position() ?? 0) + by;
      list.push(await this.parts.keyToPaint(this.program, key, () => this.position() === want));
      await pause(gap);
    }
    await this.parts.untilQuiet(this.program);
    return { ...statistics(list), bytes: (this.line.down - down) / times };
  }

  async hold(key) {
    await this.parts.untilQuiet(this.program);
    return this.parts.hold(this.program, key, { perSecond: 30, seconds: 5, position: this.position });
  }

  async close() {
    await this.program.close();
    await this.line.close();
  }
}

/** Starts a command through ssh and a line of its own. */
async function open(parts, server, home, kind, command, env = {}) {
  const line = await parts.openSlowLine(server.port);
  const person = { HOME: home, COLORTERM: 'truecolor', ...env };
  for (const name of ['DATA', 'CONFIG', 'CACHE', 'STATE']) person[`XDG_${name}_HOME`] = path.join(home, name.toLowerCase());
  const words = ['env', ...Object.entries(person).map(([name, value]) => `${name}=${value}`), ...command];
  const started = performance.now();
  const program = await parts.openProgram({ ...size, home, cwd: home, command: server.ssh(line.port, words.map(quote).join(' ')) });
  const session = new Session(parts, line, program, kind);
  session.first = await parts.untilShown(program, () => session.position() !== null, { from: started });
  return session;
}

const ms = (what, figure, budget) => ({ what, figure: Number.isFinite(figure) ? figure : 'never', unit: 'ms', budget });

function movesRows(name, { median, worst, bytes }, budget) {
  return [ms(`${name}, median`, median, budget), ms(`${name}, the worst`, worst, budget && 'shown'), { what: `${name}, bytes`, figure: bytes, unit: 'B' }];
}

function holdRows(name, { behind, catchUp, sent }, budget) {
  return [
    { what: `${name}: behind when it is let go, of ${sent}`, figure: behind, unit: 'keys' },
    ms(`${name}: until the screen has caught up`, catchUp, budget),
  ];
}

async function deck(parts, server, home, root, rows) {
  const session = await open(parts, server, home, 'loradeck', [process.execPath, launcher, root]);
  try {
    rows.push(ms('loradeck: first frame', session.first));
    await parts.untilQuiet(session.program, 2000);
    rows.push(...movesRows('loradeck grid, next image with its pictures', await session.moves('l', 1, keys, 400), '≤ 300'));
    rows.push(...holdRows('loradeck grid, a key held at 30 a second for 5 s', await session.hold('l'), '≤ 500'));
    const pages = [];
    for (let i = 0; i < 10; i++) {
      await parts.untilQuiet(session.program);
      const before = session.position() ?? 0;
      await parts.keyToPaint(session.program, 'pagedown', () => (session.position() ?? before) > before);
      await pause(250);
      const want = (session.position() ?? 0) + 1;
      pages.push(await parts.keyToPaint(session.program, 'l', () => session.position() === want));
    }
    const paged = statistics(pages);
    rows.push(ms('loradeck grid, a key while a page of pictures comes, median', paged.median, '≤ 300'), ms('loradeck grid, a key while a page of pictures comes, the worst', paged.worst));
    void session.program.type('g');
    await parts.untilQuiet(session.program, 2000);
    await session.program.press('home');
    rows.push(...movesRows('loradeck list, move', await session.moves('j', 1, keys, 400), '≤ 300'));
    rows.push(...movesRows('loradeck list, scroll by one', await session.moves('j', 1, keys, 400), '≤ 300'));
    rows.push(...holdRows('loradeck list, a key held at 30 a second for 5 s', await session.hold('j'), '≤ 500'));
  } finally {
    await session.close();
  }
}

async function manager(parts, server, home, folder, name, rows) {
  if (!existsSync(`/usr/bin/${name}`)) return rows.push({ what: `${name} is not installed`, figure: '–' });
  const session = await open(parts, server, home, 'manager', [name, folder]);
  try {
    await parts.untilQuiet(session.program, 2000);
    rows.push(...movesRows(`${name}, move`, await session.moves('j', 1, keys - 5, 400)));
    rows.push(...movesRows(`${name}, scroll by one`, await session.moves('j', 1, keys, 400)));
    rows.push(...holdRows(`${name}, a key held at 30 a second for 5 s`, await session.hold('j')));
  } finally {
    await session.close();
  }
}

export async function run() {
  const parts = await load('test/bench/slow-line-parts.ts');
  if (parts.noSsh) return [{ what: parts.noSsh, figure: '–' }];
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const rows = [];
  const server = await parts.startSshServer();
  try {
    const files = [];
    for (let seed = 1; seed <= 12; seed++) files.push({ bytes: await photograph({ width: 1024, height: 1024 + 128 * (seed % 5), format: 'jpeg', seed }), extension: 'jpg' });
    const root = path.join(home, 'bench');
    await makeWorkspace(root, { images, files });
    // The same pictures without captions, for those who would show them as files of their own.
    const folder = path.join(home, 'pictures');
    await mkdir(folder);
    const names = (await readdir(path.join(root, '10_bench'))).filter((name) => name.endsWith('.jpg'));
    for (const name of names) await link(path.join(root, '10_bench', name), path.join(folder, name));
    await deck(parts, server, home, root, rows);
    for (const name of ['lf', 'ranger']) await manager(parts, server, home, folder, name, rows);
  } finally {
    await server.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.table(await run());
