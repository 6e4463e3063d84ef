// npm run soak [KILLS]: kills a program that edits a workspace at random moments, 1,000 times unless told otherwise.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.ts';

const kills = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'loradeck-soak-'));
try {
  const { soak } = await import(pathToFileURL(await bundle(folder, 'soak')).href);
  const start = performance.now();
  const onKill = (count) => count % 100 === 0 && console.log(`${count} of ${kills} kills, ${Math.round((performance.now() - start) / 1000)} s`);
  const { midway, rolledBack, done, refused, backToTheStart } = await soak({ kills, worker: await bundle(folder, 'worker'), onKill });
  const count = (what) => (done[what] ?? 0).toLocaleString('en');
  console.log(`
${kills.toLocaleString('en')} kills by SIGKILL in ${Math.round((performance.now() - start) / 1000)} s, ${midway} of them while a change was being carried out
${count('apply')} changes, ${count('undo')} undone, ${count('redo')} redone, ${refused} refused for what was in the way
${rolledBack} cut short and put back by the next one to open the journal
no file torn, no change lost, none half done; ${backToTheStart} workspaces undone to their first bytes`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
