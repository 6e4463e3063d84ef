// npm run bench [NAME…]: every bench of this folder, or the ones named, each figure beside its budget.
import { readdir } from 'node:fs/promises';

const here = new URL('./', import.meta.url);
const helpers = new Set(['run.mjs', 'load.mjs', 'processes.mjs', 'session.mjs', 'workspaces.mjs']);
const wanted = process.argv.slice(2);
const files = (await readdir(here)).filter((name) => name.endsWith('.mjs') && !helpers.has(name)).sort();

for (const file of files) {
  const name = file.replace('.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { run } = await import(new URL(file, here).href);
  if (typeof run !== 'function') continue;
  console.log(`\n${name}`);
  for (const { what, figure, unit = '', budget = '' } of await run()) {
    const shown = typeof figure === 'number' ? figure.toLocaleString('en', { maximumFractionDigits: figure < 10 ? 2 : 0 }) : String(figure);
    console.log(`  ${what.padEnd(64)} ${`${shown} ${unit}`.padStart(16)}   ${budget === '' ? '' : `budget ${budget}`}`);
  }
}
