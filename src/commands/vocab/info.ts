import { stat } from 'node:fs/promises';
import { formats, type Format } from '../../core/vocabulary/import/shape.js';
import { siteNames, sites, type Site } from '../../core/vocabulary/model.js';
import { importedPath, openVocabulary, shippedPath } from '../../core/vocabulary/store.js';
import { counted, dateTime, number } from '../../core/words.js';
import { printJson, printLine } from '../print.js';
import { fail } from '../run-program.js';
import { siteOf, type VocabOptions } from './options.js';
import { aliasesOf, countsOf, placeOf } from './report.js';

/** `vocab info [SITE]`: what is known of a site's names, or of both sites'. */
export async function info([typed, ...more]: readonly string[], { json }: VocabOptions): Promise<void> {
  if (more.length > 0) fail('vocab info takes one site, or none for both.', 2);
  const wanted = typed === undefined ? sites : [siteOf(typed)];
  const known = [];
  for (const site of wanted) known.push(await look(site));
  if (json) return printJson(known);
  known.forEach((one, at) => {
    if (at > 0) printLine('');
    print(one);
  });
}

async function look(site: Site) {
  // What comes with the program is put together the first time: that is no opening.
  await openVocabulary(site);
  const start = performance.now();
  const { about, problem } = await openVocabulary(site);
  const opensMs = Math.round(10 * (performance.now() - start)) / 10;
  const imported = problem === null && about.sources.length > 0;
  const index = imported || problem !== null ? importedPath(site) : shippedPath(site);
  const bytes = await stat(index).then(
    ({ size }) => size,
    () => null,
  );
  const sources = about.sources.map(({ from, format, at, tags, aliases, implications }) => ({ from, format, at, tags, aliases, implications }));
  return { site, imported, ...countsOf(about.counts), index, bytes, opens_ms: opensMs, sources, problem };
}

function print({ site, names, aliases, implications, index, bytes, opens_ms: opensMs, sources, problem }: Awaited<ReturnType<typeof look>>): void {
  printLine(`${siteNames[site]} (${site}): ${counted(names, 'name')}, ${aliasesOf(aliases)}, ${counted(implications, 'implication')}`);
  for (const { from, format, at, tags, aliases: others, implications: implied } of sources) {
    const counts = [tags > 0 && counted(tags, 'name'), others > 0 && aliasesOf(others), implied > 0 && counted(implied, 'implication')].filter((text) => text !== false);
    printLine(`  ${dateTime(Date.parse(at))}  ${placeOf(from)}: ${counts.join(', ')} (${formats[format as Format] ?? format})`);
  }
  if (problem !== null) printLine(`  ▲ ${problem}`);
  else if (sources.length === 0) printLine(`  only what comes with the program; \`loradeck vocab fetch ${site}\` gets all`);
  if (bytes !== null) printLine(`  ${index}  ${number(Math.ceil(bytes / 1000))} KB, opens in ${opensMs} ms`);
}
