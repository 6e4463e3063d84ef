import { mkdtemp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const words = ['solo', 'standing', 'smile', 'outdoors', 'day', 'long hair', 'blue eyes', 'white background', 'from side', 'holding plate', 'sitting', 'hat'];

/** Writes a workspace of so many images in four concepts, each with a caption of about ten tags. */
async function makeWorkspace(root, count) {
  const old = new Date('2024-01-01');
  for (let concept = 0; concept < 4; concept++) {
    const folder = join(root, `${concept + 1}_act${concept}`);
    await mkdir(folder, { recursive: true });
    const write = async (at) => {
      const tags = Array.from({ length: 9 }, (_, i) => `${words[(at + i * 5) % words.length]}${i > 6 ? ` ${(at * 7) % 900}` : ''}`);
      const caption = join(folder, `${at}.txt`);
      await writeFile(join(folder, `${at}.png`), 'x');
      await writeFile(caption, `act${concept}, ${tags.join(', ')}`);
      await utimes(caption, old, old);
    };
    for (let from = 0; from < count / 4; from += 100) {
      await Promise.all(Array.from({ length: Math.min(100, count / 4 - from) }, (_, i) => write(from + i)));
    }
  }
}

async function timed(work) {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

async function median(times, work) {
  const all = [];
  for (let i = 0; i < times; i++) all.push((await timed(() => work(i))).ms);
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** Pretends that every file was looked at: a bench of the rules needs no ten thousand real pictures. */
const withFacts = (mapPictures, dataset) =>
  mapPictures(dataset, (picture) => ({
    ...picture,
    facts: { width: 700 + (picture.id % 500), height: 768, format: 'png', alpha: false, orientation: 1, frames: 1, space: 'srgb', depth: 8, error: null },
  }));

export async function run() {
  const core = await load(
    'src/core/dataset/scan.ts',
    'src/core/dataset/map-pictures.ts',
    'src/core/dataset/refresh.ts',
    'src/core/dataset/query/query.ts',
    'src/core/checks/by-image.ts',
    'src/core/checks/names.ts',
    'src/core/checks/run-checks.ts',
    'src/core/tags/verbs.ts',
  );
  const folder = await mkdtemp(join(tmpdir(), 'loradeck-bench-dataset-'));
  const rows = [];
  const row = (what, figure, unit, budget) => rows.push({ what, figure: Number(figure.toFixed(2)), unit, budget: budget === null ? 'shown' : `≤ ${budget}` });
  try {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    await makeWorkspace(small, 10_000);
    await makeWorkspace(large, 65_000);
    row('10,000 captions read and indexed', await median(3, () => core.scanWorkspace(small)), 'ms', 600);
    const { ms, value: many } = await timed(() => core.scanWorkspace(large));
    row('65,000 captions read and indexed', ms, 'ms', 4000);

    const scanned = await core.scanWorkspace(small);
    row('10,000 images scanned again, nothing changed', await median(3, () => core.scanWorkspace(small, { previous: scanned })), 'ms', null);
    const dataset = withFacts(core.mapPictures, scanned);
    const pictures = dataset.concepts.flatMap((concept) => concept.pictures);

    const issues = core.issuesByImage([{ rule: 'T06', level: 'info', blocks: false, images: pictures.filter((_, at) => at % 3 === 0).map(({ path }) => path) }]);
    const filter = (query) => {
      const matches = core.compileQuery(query, { sparse: 'tags<12 -tag:hat' });
      const context = { marked: new Set(), issues };
      return pictures.filter((picture) => matches(picture, context)).length;
    };
    row('filter 10,000 for the first time (makes the index)', (await timed(() => filter('tag:solo'))).ms, 'ms', null);
    for (const query of ['tag:"long hair"', 'not tag:"white background" and width>=768', 'tag:*hair or caption:hat -smile', 'plate', 'issue:T* or untagged', 'is:natural or first:*2', '@sparse tag:s*t*g', '(tags:5..9 or side<720) -concept:act1']) {
      row(`filter 10,000 by ${query}`, await median(15, () => filter(query)), 'ms', 5);
    }

    const all = many.concepts.flatMap((concept) => concept.pictures);
    const filterAll = (query) => {
      const matches = core.compileQuery(query);
      return all.filter((picture) => matches(picture, {})).length;
    };
    filterAll('tag:solo');
    for (const query of ['tag:"long hair"', 'plate', 'tag:*hair or caption:hat -smile']) row(`filter 65,000 by ${query}`, await median(9, () => filterAll(query)), 'ms', null);
    for (const [size, of] of [['10,000', dataset], ['65,000', many]]) {
      const scope = { pictures: of.concepts.flatMap((concept) => concept.pictures), concepts: of.concepts, captionExtension: '.txt' };
      row(`replace a tag in ${size} captions, in memory`, await median(3, () => core.replaceTag(scope, 'long hair', 'very long hair')), 'ms', null);
      row(`add a tag to ${size} captions, in memory`, await median(3, () => core.addTags(scope, ['brand new'])), 'ms', null);
    }

    const names = await core.namesOf('booru');
    row('check 10,000 for the first time, pictures known', (await timed(() => core.runChecks(dataset, { decode: false, names }))).ms, 'ms', null);
    const caption = pictures[5].captionPath;
    let current = dataset;
    const recheck = async (i) => {
      await writeFile(join(small, caption), `act0, solo, edit ${i}`);
      current = await core.refreshCaptions(current, [caption]);
      return timed(() => core.runChecks(current, { decode: false, names }));
    };
    const checks = [];
    for (let i = 0; i < 7; i++) checks.push((await recheck(i)).ms);
    row('check 10,000 again after one edit', checks.sort((a, b) => a - b)[3], 'ms', 50);
    row('read one caption again among 10,000', await median(7, (i) => core.refreshCaptions(current, [pictures[i].captionPath])), 'ms', null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
