// The built program in a real pseudo-terminal of 200×50, on a workspace of 10,000 images: bytes and CPU per key, and what
// the first frame costs. CPU is read from /proc, so this bench needs Linux.
import { link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import sharp from 'sharp';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ticksPerSecond = 100;

/** Seconds of CPU that a process has used: user and system. */
async function cpuOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function makeWorkspace(root, images) {
  const folder = path.join(root, '10_bench');
  await mkdir(folder, { recursive: true });
  const picture = await sharp({ create: { width: 640, height: 768, channels: 3, background: '#c06030' } }).png().toBuffer();
  await writeFile(path.join(folder, '00000.png'), picture);
  await writeFile(path.join(root, 'loradeck.toml'), 'output_name = "bench"\n');
  for (let i = 0; i < images; i++) {
    const stem = String(i).padStart(5, '0');
    if (i > 0) await link(path.join(folder, '00000.png'), path.join(folder, `${stem}.png`));
    await writeFile(path.join(folder, `${stem}.txt`), `bench, solo, tag ${i % 97}, tag ${i % 31}, outdoors, smile`);
  }
}

class Session {
  bytes = 0;
  constructor(args, home) {
    const env = { ...process.env, TERM: 'xterm-256color', COLORTERM: 'truecolor', HOME: home };
    for (const name of ['DATA', 'CONFIG', 'CACHE', 'STATE']) env[`XDG_${name}_HOME`] = path.join(home, name.toLowerCase());
    delete env.CI;
    this.started = performance.now();
    this.child = pty.spawn(process.execPath, [program, ...args], { cols: 200, rows: 50, env });
    this.first = new Promise((resolve) => {
      let text = '';
      this.child.onData((data) => {
        this.bytes += Buffer.byteLength(data);
        if (text.length < 100_000) text += data;
        if (text.includes('loradeck') && text.includes('Training')) resolve(performance.now() - this.started);
      });
    });
    this.gone = new Promise((resolve) => this.child.onExit(resolve));
  }

  async quiet() {
    let before = -1;
    for (let still = 0; still < 4; ) {
      await pause(150);
      const cpu = await cpuOf(this.child.pid);
      still = this.bytes === before && cpu - (this.cpu ?? 0) < 0.02 ? still + 1 : 0;
      before = this.bytes;
      this.cpu = cpu;
    }
  }

  /** Bytes and CPU of one key, from several of them 150 ms apart. */
  async keys(key, times) {
    await this.quiet();
    const bytes = this.bytes;
    const cpu = await cpuOf(this.child.pid);
    for (let i = 0; i < times; i++) {
      this.child.write(key);
      await pause(150);
    }
    await pause(300);
    return { bytes: (this.bytes - bytes) / times, cpu: (((await cpuOf(this.child.pid)) - cpu) * 1000) / times };
  }

  async leave() {
    this.child.write('q');
    await this.gone;
  }
}

export async function run() {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const root = path.join(home, 'bench');
  const rows = [];
  try {
    const images = 10_000;
    await makeWorkspace(root, images);
    const starts = [];
    for (let i = 0; i < 5; i++) {
      const session = new Session(['--images=none', root], home);
      const wall = await session.first;
      starts.push({ wall, cpu: (await cpuOf(session.child.pid)) * 1000 });
      session.child.kill();
      await session.gone;
    }
    const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
    rows.push({ what: 'first frame, CPU', figure: median(starts.map(({ cpu }) => cpu)), unit: 'ms', budget: '≤ 300 ms' });
    rows.push({ what: 'first frame, wall', figure: median(starts.map(({ wall }) => wall)), unit: 'ms' });

    const session = new Session([root], home);
    await session.first;
    await pause(4000);
    await session.quiet();
    rows.push({ what: `memory with ${images.toLocaleString('en')} images`, figure: await memoryOf(session.child.pid), unit: 'MB', budget: '≤ 300 MB' });
    const grid = await session.keys('l', 20);
    rows.push({ what: 'Dataset, grid: next image (with its large picture), bytes', figure: grid.bytes, unit: 'B' });
    rows.push({ what: 'Dataset, grid: next image, CPU', figure: grid.cpu, unit: 'ms' });
    session.child.write('g');
    const down = await session.keys('j', 30);
    rows.push({ what: 'Dataset, list: move, bytes', figure: down.bytes, unit: 'B', budget: 'about 120 + 3 a changed cell' });
    rows.push({ what: 'Dataset, list: move, CPU, with the decoding of its large picture', figure: down.cpu, unit: 'ms' });
    const page = await session.keys('\u001b[6~', 10);
    rows.push({ what: 'Dataset, list: a page of 40 rows, bytes', figure: page.bytes, unit: 'B' });
    rows.push({ what: 'Dataset, list: a page of 40 rows, CPU', figure: page.cpu, unit: 'ms' });
    const still = await session.keys('\u001b[99~', 5);
    rows.push({ what: 'a key that changes nothing, bytes', figure: still.bytes, unit: 'B', budget: '0' });
    await session.leave();

    const bare = new Session(['--images=none', root], home);
    await bare.first;
    await pause(1500);
    bare.child.write('g');
    const plain = await bare.keys('j', 60);
    rows.push({ what: 'Dataset, list: move, CPU, pictures left out', figure: plain.cpu, unit: 'ms', budget: '≤ 10 ms' });
    await bare.leave();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.log(await run());
