// Pictures on the screen: a grid of 40 from nothing and from the cache, and the large preview of a 3000×2000 JPEG, by the built
// program in a pseudo-terminal, until all is painted; beside chafa and timg for the same files in the same cells.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from './load.mjs';
import { choose, frame, median, openSession, position } from './session.mjs';
import { makeWorkspace, photograph } from './workspaces.mjs';

/** Ten tiles of 16×8 cells in each of four rows. */
const window = { columns: 260, rows: 50 };
const tile = { width: 16, height: 8 };
const count = 40;
const preview = { width: 74, height: 43 };
const placeholder = '\u{10eeee}';
const config = (more = '') => `[pictures]\nquality = "full"\n${more}`;

/** The middle of the upper and the lower part of each tile whose frame is on the screen. */
function tilesOf(program) {
  const spots = [];
  for (let y = 0; y < window.rows - tile.height; y++) {
    for (const { index, 0: line } of program.row(y).matchAll(/[┌┏][─━]{14,}[┐┓]/g)) {
      for (const dy of [2, tile.height - 1]) spots.push({ x: index + (line.length >> 1), y: y + dy });
    }
  }
  return spots;
}

/** What of a picture a cell shows; null for a cell without one, or with one that has not come whole. */
function pictureAt({ program, pictures }, { x, y }) {
  const [[cell]] = program.cells(x, y, 1, 1);
  if (!pictures) return cell.char === '▀' ? cell.fg + cell.bg : null;
  if (!cell.char.startsWith(placeholder) || !cell.fg) return null;
  const id = cell.fg.startsWith('#') ? Number.parseInt(cell.fg.slice(1), 16) : Number(cell.fg.slice(1));
  return pictures.kept.has(id) ? `${id}` : null;
}

/** Says, each time it is asked, whether a grid that begins with this image has all its pictures. */
function isPainted(session, first) {
  let missing = null;
  return () => {
    if (!missing) {
      if (!session.program.screen().includes(`─${first} `) && !session.program.screen().includes(`━${first} `)) return false;
      const spots = tilesOf(session.program);
      if (spots.length < 2 * count) return false;
      missing = spots;
    }
    missing = missing.filter((spot) => pictureAt(session, spot) === null);
    return missing.length === 0;
  };
}

const open = (home, root, pictures, more = {}) =>
  openSession({ args: [`--images=${pictures}`, root], home, seen: frame, kitty: pictures === 'kitty', ...more });

/** Opens a workspace until the first page is painted; the milliseconds of it that come after the first frame. */
async function opening(home, root, pictures) {
  const session = await open(home, root, pictures, window);
  const cpu = await session.cpu();
  await session.until(isPainted(session, '00000'), session.started);
  const wall = performance.now() - session.started - session.firstSeen;
  return { session, first: session.firstSeen, wall, cpu: (await session.cpu()) - cpu };
}

async function grids(home, root, pictures, kind, row) {
  await choose(home, { view: { mode: 'grid', tile: 1 }, config: config() });
  const cold = await opening(home, root, pictures);
  row(`${kind}, ${pictures}: opened with nothing in the cache, after the first frame`, cold.wall, 'ms');
  row(`${kind}, ${pictures}: the same, CPU of all processes`, cold.cpu, 'ms');
  await cold.session.idle();
  await cold.session.leave();
  const cached = await opening(home, root, pictures);
  row(`${kind}, ${pictures}: opened from the cache, first frame`, cached.first, 'ms', 'shown');
  row(`${kind}, ${pictures}: opened from the cache, after the first frame`, cached.wall, 'ms', 'shown');
  row(`${kind}, ${pictures}: the same, CPU of all processes`, cached.cpu, 'ms', 'shown');
  const { session } = cached;
  await session.idle();
  const [bytes, cpu] = [session.bytes, await session.cpu()];
  const page = await session.keyToPaint('pagedown', isPainted(session, '00040'));
  const used = (await session.cpu()) - cpu;
  row(`${kind}, ${pictures}: a page of 40 others from the cache, key to paint`, page, 'ms', '≤ 100');
  row(`${kind}, ${pictures}: the same, CPU of all processes`, used, 'ms', 'shown');
  row(`${kind}, ${pictures}: the same, bytes`, session.bytes - bytes, 'B');
  await session.idle();
  row(`${kind}, ${pictures}: back to a page that was drawn`, await session.keyToPaint('pageup', isPainted(session, '00000')), 'ms', 'shown');
  await session.leave();
}

/** From one folder to the next, each with one large picture: until all of the preview is the new picture's. */
async function previews(home, root, pictures, folders, name, row) {
  const session = await open(home, root, pictures);
  await session.until(() => position(session.program) === 0);
  await session.idle();
  const spots = [-8, 0, 8].map((dy) => ({ x: 124 + 38, y: 1 + (preview.height >> 1) + dy }));
  const times = [];
  for (let at = 1; at < folders; at++) {
    const before = spots.map((spot) => pictureAt(session, spot));
    const isNew = () => position(session.program) === at && spots.every((spot, i) => ![null, before[i]].includes(pictureAt(session, spot)));
    times.push(await session.keyToPaint(']', isNew));
    await session.idle(5000);
  }
  row(`3000×2000 JPEG, ${pictures}: ${name}, key to paint, median`, median(times), 'ms');
  await session.leave();
}

/** A program that draws all of these files in one process: wall and CPU in milliseconds, and bytes. */
async function peer(name, args, files) {
  const line = `TIMEFORMAT='%R %U %S'; time ${name} "$@" | wc -c`;
  const { stdout, stderr } = await new Promise((resolve, reject) => {
    execFile('bash', ['-c', line, 'bash', ...args, ...files], { maxBuffer: 2 ** 28 }, (error, out, err) => (error ? reject(error) : resolve({ stdout: out, stderr: err })));
  });
  const [wall, user, system] = stderr.trim().split('\n').at(-1).split(' ').map((seconds) => Number(seconds) * 1000);
  return { wall, cpu: user + system, bytes: Number(stdout) };
}

const peers = {
  chafa: {
    blocks: ({ width, height }) => ['-f', 'symbols', '--symbols', 'vhalf', '-c', 'full', '-d', '0', '-s', `${width}x${height}`],
    kitty: ({ width, height }) => ['-f', 'kitty', '-d', '0', '-s', `${width}x${height}`],
  },
  timg: {
    blocks: ({ width, height }) => ['-ph', `-g${width}x${height}`],
    kitty: ({ width, height }) => ['-pk', `-g${width}x${height}`],
  },
};

async function beside(files, cells, pictures, kind, row) {
  for (const name of Object.keys(peers)) {
    if (!existsSync(`/usr/bin/${name}`)) {
      row(`${name} is not installed`, '–');
      continue;
    }
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await peer(name, peers[name][pictures](cells), files));
    row(`${kind}, ${pictures}: ${name}, from its start`, median(runs.map(({ wall }) => wall)), 'ms');
    row(`${kind}, ${pictures}: ${name}, CPU`, median(runs.map(({ cpu }) => cpu)), 'ms');
    if (files.length > 1) row(`${kind}, ${pictures}: ${name}, bytes`, runs[0].bytes, 'B');
  }
}

/** What of it the reading takes: no terminal, no process to be asked. */
async function read(home, files, large, row) {
  const { Thumbnails } = await load('src/core/images/thumbnails/thumbnails.ts');
  const request = (width, height) => ({ as: 'rgb', width, height });
  const timed = async (work) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const [cold, cached, forty] = [[], [], []];
  await new Thumbnails({ folder: path.join(home, 'cache-first') }).read(large, request(60, 60)); // loads what decodes
  for (let i = 0; i < 5; i++) {
    const thumbnails = new Thumbnails({ folder: path.join(home, `cache-${i}`) });
    cold.push(await timed(() => thumbnails.read(large, request(60, 60))));
    for (const file of files) await thumbnails.read(file, request(16, 16));
    await thumbnails.settled();
    const again = new Thumbnails({ folder: path.join(home, `cache-${i}`) });
    cached.push(await timed(() => again.read(large, request(60, 60))));
    forty.push(await timed(() => Promise.all(files.map((file) => again.read(file, request(16, 16))))));
  }
  row('3000×2000 JPEG: its thumbnail made, without terminal and process', median(cold), 'ms');
  row('3000×2000 JPEG: its thumbnail read, without terminal and process', median(cached), 'ms');
  row('40 thumbnails read, without terminal and process', median(forty), 'ms', '≤ 100');
}

/** As many files of one kind: a few pictures, with bytes behind their ends that make each another file. */
async function filesOf(number, seeds, of, extension) {
  const pictures = [];
  for (let seed = 1; seed <= seeds; seed++) pictures.push(await photograph({ ...of, seed }));
  return Array.from({ length: number }, (_, i) => ({ bytes: Buffer.concat([pictures[i % seeds], Buffer.from(`another ${i}`)]), extension }));
}

/** @returns {Promise<{what: string, figure: number | string, unit?: string, budget?: string}[]>} */
export async function run() {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const rows = [];
  const row = (what, figure, unit, budget) => rows.push({ what, figure, unit, budget });
  const newHome = (name) => path.join(home, name);
  try {
    const kinds = [
      ['40 PNG of 1024²', 'png', await filesOf(2 * count, 8, { width: 1024, height: 1024, format: 'png' }, 'png')],
      ['40 JPEG of 1024×1536', 'jpg', await filesOf(2 * count, 8, { width: 1024, height: 1536, format: 'jpeg' }, 'jpg')],
    ];
    for (const [kind, extension, files] of kinds) {
      const root = path.join(home, extension);
      await makeWorkspace(root, { images: files.length, files });
      const paths = Array.from({ length: count }, (_, i) => path.join(root, '10_bench', `${String(i).padStart(5, '0')}.${extension}`));
      for (const pictures of ['blocks', 'kitty']) {
        await grids(newHome(`${extension}-${pictures}`), root, pictures, kind, row);
        await beside(paths, tile, pictures, kind, row);
      }
    }
    const folders = 8;
    const root = path.join(home, 'large');
    await makeWorkspace(root, { images: folders, concepts: folders, files: await filesOf(folders, 2, { width: 3000, height: 2000, format: 'jpeg' }, 'jpg') });
    const large = path.join(root, '10_bench0000', '00000.jpg');
    for (const pictures of ['blocks', 'kitty']) {
      for (const [name, more] of [['from the file', 'cache_mb = 0\n'], ['from the cache', '']]) {
        const person = newHome(`large-${pictures}-${name.replaceAll(' ', '-')}`);
        await choose(person, { view: { mode: 'list' }, config: config(more) });
        await previews(person, root, pictures, folders, name, row);
      }
      await beside([large], preview, pictures, '3000×2000 JPEG', row);
    }
    await read(home, Array.from({ length: count }, (_, i) => path.join(home, 'jpg', '10_bench', `${String(i).padStart(5, '0')}.jpg`)), large, row);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.table(await run());
