// What a move and a scroll cost in bytes and CPU, beside lf and ranger over the same files in the same pseudo-terminal of
// 200×50. CPU is of the whole process tree and read from /proc, so this bench needs Linux.
import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choose, openSession, position } from './session.mjs';
import { makeWorkspace, photograph } from './workspaces.mjs';

const images = 1_000;
const keys = 20;
/** A key until everything that it leads to is over, in milliseconds. */
const gap = 150;

const lists = {
  rich: undefined,
  plain: ['name'],
};

/** Beginning at the top of a list: moves within the window, then in steps that scroll it. */
async function measure(session, name, rows, { move: moveBudget, scroll: scrollBudget } = {}) {
  await session.idle();
  await session.skip('j', 5);
  const move = await session.keys('j', keys, gap);
  await session.skip('j', 30);
  const scroll = await session.keys('j', keys, gap);
  const row = (what, figure, unit, budget) => rows.push({ what: `${name}: ${what}`, figure, unit, budget });
  row('move, bytes', move.bytes, 'B', moveBudget);
  row('move, CPU', move.cpu, 'ms');
  row('scroll by a row, bytes', scroll.bytes, 'B', scrollBudget);
  row('scroll by a row, CPU', scroll.cpu, 'ms');
}

/** Opens a workspace in which everything is known already, as on any day but the first. */
async function ours(home, root, { columns, pictures, kitty = false }, name, rows, budgets) {
  await choose(home, { view: { mode: 'list', ...(columns ? { columns } : {}) } });
  const session = await openSession({ args: [`--images=${pictures}`, root], home, kitty, seen: (program) => position(program) !== null });
  try {
    await measure(session, name, rows, budgets);
  } finally {
    await session.leave();
  }
}

async function theirs(home, folder, name, rows) {
  if (!existsSync(`/usr/bin/${name}`)) return rows.push({ what: `${name} is not installed`, figure: '–' });
  const session = await openSession({ command: [name, folder], home, seen: (program) => program.screen().includes('00020') });
  try {
    await measure(session, name, rows);
  } finally {
    await session.leave();
  }
}

/** @returns {Promise<{what: string, figure: number | string, unit?: string, budget?: string}[]>} */
export async function run() {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const root = path.join(home, 'bench');
  const rows = [];
  try {
    const files = [];
    for (let seed = 1; seed <= 8; seed++) files.push({ bytes: await photograph({ width: 256, height: 320, format: 'jpeg', seed }), extension: 'jpg' });
    await makeWorkspace(root, { images, files });
    // The same pictures without captions, which those would show as files of their own.
    const folder = path.join(home, 'pictures');
    await mkdir(folder);
    const names = (await readdir(path.join(root, '10_bench'))).filter((name) => name.endsWith('.jpg'));
    for (const name of names) await link(path.join(root, '10_bench', name), path.join(folder, name));

    const first = await openSession({ args: [root], home, seen: (program) => position(program) !== null });
    await first.idle(120_000);
    await first.leave();
    await ours(home, root, { columns: lists.plain, pictures: 'none' }, 'loradeck, names only', rows, { move: '≤ 250', scroll: '≤ 1,000' });
    for (const name of ['lf', 'ranger']) await theirs(home, folder, name, rows);
    await ours(home, root, { columns: lists.rich, pictures: 'none' }, 'loradeck, list with columns and captions', rows, { move: 'about 120 + 3 a changed cell', scroll: 'shown' });
    await ours(home, root, { columns: lists.plain, pictures: 'blocks' }, 'loradeck, names and a large picture of half-blocks', rows);
    await ours(home, root, { columns: lists.plain, pictures: 'kitty', kitty: true }, 'loradeck, names and a large picture in kitty', rows);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.table(await run());
