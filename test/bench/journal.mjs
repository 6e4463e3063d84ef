import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const pictures = 10_000;
const round = (figure) => Number(figure.toPrecision(3));

/** A caption of some 25 tags out of 3,000, the frequent ones more often, as in a real set. */
function captionOf(id) {
  const tags = Array.from({ length: 24 }, (_, n) => `tag number ${Math.floor(3_000 * ((((id * 31 + n * 977) % 1_009) / 1_009) ** 2))}`);
  return ['fox', 'long hair', ...tags].join(', ');
}

function pictureOf(id, text, { readCaption, tagsOf }) {
  const captionPath = `1_fox/${id}.txt`;
  const bytes = Buffer.from(text);
  const caption = { path: captionPath, bytes: bytes.length, ...readCaption(bytes) };
  return { id, path: `1_fox/${id}.png`, folder: '1_fox', name: `${id}.png`, stem: `${id}`, bytes: 1, mtimeMs: 1, captionPath, caption, tags: tagsOf(text), facts: null };
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

/** @returns {Promise<{what: string, figure: number, unit: string, budget: string}[]>} */
export async function run() {
  const core = await load(
    'src/core/tags/caption.ts',
    'src/core/tags/verbs.ts',
    'src/core/tags/tag-index.ts',
    'src/core/tags/completions.ts',
    'src/core/journal/journal.ts',
  );
  const { addTags, completions, tagIndex } = core;
  const rows = [];

  for (const captions of [2000, 10_000]) rows.push(...(await replaceOnDisk(core, captions)));

  const texts = Array.from({ length: pictures }, (_, id) => captionOf(id));
  const { result: all, ms: cut } = await timed(() => texts.map((text, id) => pictureOf(id, text, core)));
  const { result: index, ms: built } = await timed(() => tagIndex(all));
  rows.push({ what: '10,000 captions cut into tags', figure: round(cut), unit: 'ms', budget: 'shown' });
  rows.push({ what: '10,000 captions indexed', figure: round(built), unit: 'ms', budget: '≤ 600 with reading' });
  const concept = { folder: '1_fox', repeats: 1, activationText: 'fox', activation: ['fox'], pictures: all };
  const edits = [];
  for (const picture of all.slice(0, 500)) {
    const start = performance.now();
    const [entry] = addTags({ pictures: [picture], concepts: [concept], captionExtension: '.txt' }, ['brand new'], 'first').entries;
    index.update({ id: picture.id, tags: core.tagsOf(entry.after) });
    edits.push(performance.now() - start);
  }
  if (index.count('brand new') !== 500) throw new Error('the index did not follow');
  rows.push({ what: 'one tag edit in memory at 10,000 images, median', figure: round(median(edits)), unit: 'ms', budget: '≤ 1' });
  rows.push({ what: 'one tag edit in memory at 10,000 images, worst of 500', figure: round(Math.max(...edits)), unit: 'ms', budget: 'shown' });
  const keys = Array.from({ length: 200 }, (_, n) => 'tag number 1234'.slice(0, 1 + (n % 15)));
  index.list();
  const times = [];
  for (const key of keys) times.push((await timed(() => completions(index, key))).ms);
  rows.push({ what: 'completion from the set’s own tags, a key, worst of 200', figure: round(Math.max(...times)), unit: 'ms', budget: '≤ 5' });
  return rows;
}

async function replaceOnDisk({ openJournal, replaceTag, ...core }, captions) {
  const rows = [];
  const many = captions.toLocaleString('en');
  // In /var/tmp: the folder for temporary files may be in memory, where waiting for the disk costs nothing.
  const root = await mkdtemp(join('/var/tmp', 'loradeck-bench-')).catch(() => mkdtemp(join(tmpdir(), 'loradeck-bench-')));
  try {
    await mkdir(join(root, '1_fox'));
    const set = Array.from({ length: captions }, (_, id) => pictureOf(id, captionOf(id), core));
    for (const { captionPath, caption } of set) await writeFile(join(root, captionPath), caption.text);
    const scope = { pictures: set, concepts: [{ folder: '1_fox', repeats: 1, activationText: 'fox', activation: ['fox'], pictures: set }], captionExtension: '.txt' };
    const { result: change, ms: verb } = await timed(() => replaceTag(scope, 'long hair', 'very long hair'));
    const journal = await openJournal(root);
    const { ms } = await timed(() => journal.apply(change));
    if (!(await readFile(join(root, `1_fox/${captions - 1}.txt`), 'utf8')).includes('very long hair')) throw new Error('the captions were not written');
    const { ms: undo } = await timed(() => journal.undo());
    rows.push({ what: `replace a tag in ${many} captions on disk, journal and fsync included`, figure: round(verb + ms), unit: 'ms', budget: captions === 2000 ? '≤ 1000' : 'shown' });
    rows.push({ what: 'undo that', figure: round(undo), unit: 'ms', budget: 'shown' });
    const { result: again, ms: reopened } = await timed(() => openJournal(root));
    if (again.last.redo === null) throw new Error('the history was not read');
    rows.push({ what: 'open the journal again', figure: round(reopened), unit: 'ms', budget: 'shown' });
    // A probe of the disk, to hold the figure against: the same files, with nothing but the system's own calls.
    rows.push({ what: `the same ${many} files by write, fsync and rename alone`, figure: round(await bare(root, captions)), unit: 'ms', budget: 'shown' });
    return rows;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function bare(root, captions) {
  const { open, rename } = await import('node:fs/promises');
  let next = 0;
  const worker = async () => {
    while (next < captions) {
      const id = next++;
      const file = await open(join(root, `1_fox/.bare-${id}`), 'wx');
      await file.writeFile(captionOf(id));
      await file.sync();
      await file.close();
      await rename(join(root, `1_fox/.bare-${id}`), join(root, `1_fox/${id}.txt`));
    }
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: 16 }, worker)));
  return ms;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
