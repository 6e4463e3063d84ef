// The built program in a real pseudo-terminal of 200×50, on a workspace of 10,000 images: bytes and CPU per key, memory, and
// what the first frame costs. CPU and memory are read from /proc, so this bench needs Linux.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choose, frame, median, openSession } from './session.mjs';
import { makeWorkspace, photograph } from './workspaces.mjs';

const images = 10_000;
const rows = [];
const row = (what, figure, unit, budget) => rows.push({ what, figure, unit, budget });

async function firstFrames(open) {
  const starts = [];
  for (let i = 0; i < 5; i++) {
    const session = await open('--images=none');
    starts.push({ wall: session.firstSeen, cpu: await session.cpu() });
    await session.program.close();
  }
  row('first frame, CPU', median(starts.map(({ cpu }) => cpu)), 'ms', '≤ 300 ms');
  row('first frame, wall', median(starts.map(({ wall }) => wall)), 'ms');
}

async function withPictures(open) {
  const session = await open();
  const rested = await session.idle(120_000);
  row('until the checks in the background are through', rested ? performance.now() - session.started : 'not in 120 s', rested ? 'ms' : '');
  const rest = await session.memory();
  row(`memory with ${images.toLocaleString('en')} images, at rest`, rest.main, 'MB', '≤ 300 MB');
  row('the same of the process that opens pictures', rest.children, 'MB', 'shown');
  const grid = await session.keys('l', 20);
  row('Dataset, grid: next image (with its large picture), bytes', grid.bytes, 'B');
  row('Dataset, grid: next image, CPU', grid.cpu, 'ms');
  const tiles = await session.keys('pagedown', 5, 1000);
  row('Dataset, grid: a page of pictures, bytes', tiles.bytes, 'B');
  row('Dataset, grid: a page of pictures, CPU', tiles.cpu, 'ms');
  await session.program.press('g', 'home');
  await session.idle();
  const down = await session.keys('j', 30);
  row('Dataset, list: move with its large picture, bytes', down.bytes, 'B');
  row('Dataset, list: move with its large picture, CPU', down.cpu, 'ms');
  row('Dataset, list: move with its large picture, CPU without the process that opens it', down.main, 'ms');
  const page = await session.keys('pagedown', 10);
  row('Dataset, list: a page of 40 rows, bytes', page.bytes, 'B');
  row('Dataset, list: a page of 40 rows, CPU', page.cpu, 'ms');
  const still = await session.keys('ctrl-_', 5);
  row('a key that changes nothing, bytes', still.bytes, 'B', '0');
  await session.keys('j', 55);
  const moved = await session.memory();
  row('memory after 100 moves with pictures', moved.main, 'MB', '≤ 300 MB');
  row('the same of the process that opens pictures', moved.children, 'MB', 'shown');
  await session.leave();
}

async function withoutPictures(home, open) {
  // The last session leaves behind what was chosen in it.
  await choose(home, { view: { mode: 'list' } });
  const session = await open('--images=none');
  await session.idle();
  const plain = await session.keys('j', 30);
  row('Dataset, list: move, bytes, pictures left out', plain.bytes, 'B', 'about 120 + 3 a changed cell');
  row('Dataset, list: move, CPU, pictures left out', plain.cpu, 'ms', '≤ 10 ms');
  await session.skip('j', 30);
  const scroll = await session.keys('j', 30);
  row('Dataset, list: scroll by a row, bytes, pictures left out', scroll.bytes, 'B', '≤ 1,000');
  row('Dataset, list: scroll by a row, CPU, pictures left out', scroll.cpu, 'ms', '≤ 10 ms');
  await session.leave();
}

export async function run() {
  rows.length = 0;
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const root = path.join(home, 'bench');
  const open = (...args) => openSession({ args: [...args, root], home, seen: frame });
  try {
    const files = [];
    for (let seed = 1; seed <= 8; seed++) files.push({ bytes: await photograph({ width: 256, height: 320, format: 'jpeg', seed }), extension: 'jpg' });
    await makeWorkspace(root, { images, files });
    await firstFrames(open);
    await withPictures(open);
    await withoutPictures(home, open);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.table(await run());
