import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/**
 * A table in the measures of e621's: 100,000 names, 53,000 implications of which a sixth have several ends, chains of up
 * to nine.
 */
function makeTable({ emptyTable, addTag, addImplication, addAlias }) {
  const table = emptyTable('e6');
  const next = numbers(7);
  const levels = [40_000, 3000, 1500, 800, 400, 200, 100, 50, 20];
  const name = (level, at) => `name_${level}_${at}`;
  for (const [level, count] of levels.entries()) {
    for (let at = 0; at < count; at++) {
      addTag(table, { name: name(level, at), category: 'general', posts: 1000 + level * 1000 });
      if (level + 1 === levels.length) continue;
      const ends = next(6) === 0 ? 2 + next(3) : 1;
      for (let end = 0; end < ends; end++) addImplication(table, { from: name(level, at), to: name(level + 1, next(levels[level + 1])) });
    }
  }
  for (let at = 0; at < 54_000; at++) addTag(table, { name: `plain_${at}`, category: 'general', posts: 20 + (at % 900) });
  for (let at = 0; at < 60_000; at++) addAlias(table, { from: `other_${at}`, to: `plain_${at % 54_000}` });
  return table;
}

/** Captions of so many tags, of which about a third are implied by others. */
function makePictures(count, tags, vocabulary, { readCaption, tagsOf }) {
  const next = numbers(11);
  const plain = Array.from({ length: 1500 }, () => `plain ${next(54_000)}`);
  const specific = Array.from({ length: 1500 }, () => `name 0 ${next(40_000)}`);
  return Array.from({ length: count }, (_, id) => {
    const words = new Set(['act']);
    while (words.size < tags) {
      const one = specific[next(specific.length)];
      words.add(one);
      const closure = vocabulary.closure(vocabulary.find(one));
      for (let more = next(4); more > 0; more--) words.add(vocabulary.name(closure[next(closure.length)]).replaceAll('_', ' '));
      for (let more = next(5); more > 0; more--) words.add(plain[next(plain.length)]);
    }
    const text = [...words].slice(0, tags).join(', ');
    const captionPath = `1_act/${id}.txt`;
    return {
      id, path: `1_act/${id}.png`, folder: '1_act', name: `${id}.png`, stem: `${id}`, bytes: 1, mtimeMs: 1, captionPath, facts: null,
      caption: { path: captionPath, ...readCaption(Buffer.from(text)), bytes: text.length }, tags: tagsOf(text),
    };
  });
}

async function median(times, work) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

export async function run() {
  const core = await load(
    'src/core/vocabulary/store.ts',
    'src/core/vocabulary/table.ts',
    'src/core/tags/caption.ts',
    'src/core/tags/prune.ts',
  );
  const rows = [];
  const row = (what, figure, unit, budget) => rows.push({ what, figure: Number(figure.toFixed(2)), unit, budget: budget === null ? 'shown' : `≤ ${budget}` });
  const table = makeTable(core);
  // A closure is remembered: each run begins with a vocabulary that has none yet.
  const fresh = () => core.vocabularyOf(table);
  const scopeOf = (pictures) => ({ pictures, concepts: [{ folder: '1_act', repeats: 1, activationText: 'act', activation: ['act'], pictures, ignored: [] }], captionExtension: '.txt' });
  const large = () => makePictures(10_000, 40, fresh(), core);
  const sets = Array.from({ length: 3 }, large);
  const vocabularies = sets.map(fresh);
  let at = 0;
  let change;
  const first = await median(3, () => (change = core.pruneImplied(scopeOf(sets[at]), vocabularies[at++])));
  row('implied tags of 10,000 captions of 40, found and taken out', first, 'ms', 500);
  row('   of them have changed', change.images, '', null);
  row('   tags that went', change.dropped.reduce((sum, { images }) => sum + images, 0), '', null);
  row('the same again', await median(3, () => core.pruneImplied(scopeOf(sets[0]), vocabularies[0])), 'ms', null);
  const small = makePictures(50, 20, fresh(), core);
  row('of 50 captions of 20', await median(9, () => core.pruneImplied(scopeOf(small), vocabularies[1])), 'ms', null);
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
