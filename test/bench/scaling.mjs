// How the program grows with the dataset: from 100 to 65,000 images in many concepts, in a real pseudo-terminal of 200×50.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choose, frame, openSession, position } from './session.mjs';
import { makeWorkspace, photograph } from './workspaces.mjs';

const sizes = [
  { images: 100, concepts: 4 },
  { images: 1000, concepts: 10 },
  { images: 10_000, concepts: 50 },
  { images: 65_000, concepts: 200 },
];

export async function run() {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-bench-'));
  const rows = [];
  const row = (what, figure, unit, budget) => rows.push({ what, figure, unit, budget });
  try {
    const files = [];
    for (let seed = 1; seed <= 8; seed++) files.push({ bytes: await photograph({ width: 256, height: 320, format: 'jpeg', seed }), extension: 'jpg' });
    for (const { images, concepts } of sizes) {
      const name = `${images.toLocaleString('en')} images in ${concepts} concepts`;
      const root = path.join(home, `bench-${images}`);
      const own = path.join(home, `home-${images}`);
      await makeWorkspace(root, { images, concepts, files });
      await choose(own, { view: { mode: 'list' } });
      const open = () => openSession({ args: ['--images=none', root], home: own, seen: frame });
      const isListed = (session) => () => position(session.program) === 0;
      const first = await open();
      row(`${name}: list shown and usable, first opening`, await first.until(isListed(first), first.started), 'ms', images === 65_000 ? '≤ 4,000' : '');
      await first.idle(180_000);
      await first.leave();
      const session = await open();
      row(`${name}: the same, opened again`, await session.until(isListed(session), session.started), 'ms', images === 65_000 ? '≤ 4,000' : '');
      await session.idle(180_000);
      const rest = await session.memory();
      row(`${name}: memory at rest, main + children`, rest.main + rest.children, 'MB', images <= 10_000 ? '≤ 300 MB' : 'shown');
      const move = await session.keys('j', 20);
      row(`${name}: list move, bytes`, move.bytes, 'B');
      row(`${name}: list move, CPU`, move.cpu, 'ms', '≤ 10');
      const page = await session.keys('pagedown', 10);
      row(`${name}: list page, bytes`, page.bytes, 'B');
      row(`${name}: list page, CPU`, page.cpu, 'ms', 'shown');
      await session.program.press('/');
      const letter = await session.keys('o', 6);
      row(`${name}: a letter of the filter, CPU`, letter.cpu, 'ms', 'shown');
      await session.program.press('escape');
      await session.leave();
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

if (import.meta.url === `file://${process.argv[1]}`) console.table(await run());
