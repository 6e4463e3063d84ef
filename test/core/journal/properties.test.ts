import { readdir, readFile, rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storeBlob } from '../../../src/core/journal/blobs.js';
import type { Entry } from '../../../src/core/journal/change.js';
import { hashOf } from '../../../src/core/journal/files.js';
import { inverse } from '../../../src/core/journal/inverse.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { follow, isUnder, stepsOf, trace } from '../../../src/core/journal/steps.js';
import { contents, put } from './workspace.js';

/** A random step of a person: which file, what with it. */
const step = fc.record({
  file: fc.nat(9),
  what: fc.constantFrom('write', 'write', 'delete', 'create', 'bytes', 'move', 'move folder'),
  folder: fc.constantFrom('1_a', '2_b', 'Left out/1_a', '3_new'),
  name: fc.constantFrom('x', 'y', 'z', 'w'),
  content: fc.constantFrom('fox', '\ufefffox\r\n', 'a, b\n', '狐'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const initial = { '1_a/x.txt': 'fox, a', '1_a/x.png': '\x89PNG', '1_a/y.txt': '', '2_b/x.txt': '\ufeffb\r\nline', '2_b/z.txt': 'z' };

let names = 0;

/** Turns steps into entries that are right one after the other, on a model of the files. */
function entriesFor(files: Map<string, string>, steps: readonly Step[], blobs: Map<string, string>): Entry[] {
  const entries: Entry[] = [];
  // A folder that the change itself makes cannot be renamed by it.
  const folders = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  for (const { file, what, folder, name, content } of steps) {
    const paths = [...files.keys()].sort();
    const path = paths[file % Math.max(1, paths.length)];
    const fresh = `${folder}/${name}.txt`;
    const isTaken = (to: string) => paths.some((other) => isUnder(other, to));
    if (what === 'create' || path === undefined) {
      if (isTaken(fresh)) continue;
      entries.push({ kind: 'text', path: fresh, before: null, after: content });
      files.set(fresh, content);
    } else if (what === 'write' || what === 'delete') {
      const after = what === 'delete' ? null : content;
      entries.push({ kind: 'text', path, before: files.get(path) ?? '', after });
      if (after === null) files.delete(path);
      else files.set(path, after);
    } else if (what === 'bytes') {
      const before = files.get(path) ?? '';
      for (const text of [before, `${content}!`]) blobs.set(hashOf(text), text);
      entries.push({ kind: 'blob', path, before: hashOf(before), after: hashOf(`${content}!`) });
      files.set(path, `${content}!`);
    } else {
      const from = what === 'move' ? path : (path.split('/')[0] ?? '');
      // An empty folder that is left behind cannot be seen in the model, so that folders get a name of their own.
      const to = what === 'move' ? fresh : `${folder}-${names++}`;
      if (from === 'Left out' || isTaken(to) || isUnder(to, from) || paths.some((other) => isUnder(to, other))) continue;
      if (what === 'move folder' && !folders.delete(from)) continue;
      if (what === 'move folder') folders.add(to.split('/')[0] === to ? to : '');
      entries.push({ kind: 'move', from, to });
      for (const old of paths) {
        if (!isUnder(old, from)) continue;
        const held = files.get(old) ?? '';
        files.delete(old);
        files.set(follow(old, [[from, to]]), held);
      }
    }
  }
  return entries;
}

test('undoing random changes of texts, bytes and names gives back every file, and redoing does them again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (changes) => {
      const root = await mkdtemp(join(tmpdir(), 'loradeck-random-'));
      try {
        await put(root, initial);
        const first = await openJournal(root, { fsync: false });
        const files = new Map<string, string>(Object.entries(initial));
        const states = [await bytesOf(root)];
        for (const steps of changes) {
          const blobs = new Map<string, string>();
          const entries = entriesFor(files, steps, blobs);
          if (entries.length === 0) continue;
          for (const text of blobs.values()) await storeBlob(root, Buffer.from(text), { fsync: false });
          await first.apply({ what: 'random', images: entries.length, entries });
          const now = await bytesOf(root);
          expect(now).toEqual(Object.fromEntries([...files].map(([path, text]) => [path, Buffer.from(text).toString('latin1')])));
          states.push(now);
        }
        const second = await openJournal(root, { fsync: false });
        for (const state of states.slice(0, -1).toReversed()) {
          await second.undo();
          expect(await bytesOf(root)).toEqual(state);
        }
        expect(await second.undo()).toBeNull();
        for (const state of states.slice(1)) {
          await second.redo();
          expect(await bytesOf(root)).toEqual(state);
        }
        for (const state of states.slice(0, -1).toReversed()) {
          await first.undo();
          expect(await bytesOf(root)).toEqual(state);
        }
        expect((await readdir(root, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      } finally {
        await rm(root, { recursive: true });
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a change cut off behind any of its entries is rolled back whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(6), async (steps, cut) => {
      const root = await mkdtemp(join(tmpdir(), 'loradeck-random-'));
      try {
        await put(root, initial);
        const before = await bytesOf(root);
        const blobs = new Map<string, string>();
        const entries = entriesFor(new Map(Object.entries(initial)), steps, blobs);
        if (entries.length === 0) return;
        for (const text of blobs.values()) await storeBlob(root, Buffer.from(text), { fsync: false });
        // Done to the end for its intent, taken back, then begun again with only the first entries carried out.
        const journal = await openJournal(root, { fsync: false });
        await journal.apply({ what: 'whole', images: 1, entries });
        const intent = await readFile(join(root, '.loradeck/journal/00000001.json'), 'utf8');
        await journal.undo();
        const part = entries.slice(0, cut);
        if (part.length > 0) await journal.apply({ what: 'part', images: 1, entries: part });
        await rm(join(root, '.loradeck/journal'), { recursive: true });
        const done = wholeSteps(entries, cut);
        await put(root, { '.loradeck/journal/00000001.intent': intent, '.loradeck/journal/00000001.steps': `${done}\n` });
        const again = await openJournal(root, { fsync: false });
        expect(again.recovered.map(({ inTheWay }) => inTheWay)).toEqual([[]]);
        expect(await bytesOf(root)).toEqual(before);
      } finally {
        await rm(root, { recursive: true });
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

/** How many steps lie whole before the cut; the last is never noted, as the commit follows it. */
function wholeSteps(entries: readonly Entry[], cut: number): number {
  const steps = stepsOf(entries);
  let seen = 0;
  const whole = steps.findIndex((step) => (seen += step.kind === 'moves' ? step.moves.length : step.files.length) > cut);
  return Math.min(whole < 0 ? steps.length : whole, steps.length - 1);
}

async function bytesOf(root: string): Promise<Record<string, string>> {
  return contents(root);
}

const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

test('the inverse of an inverse is the change, and paths traced back lead forth again', () => {
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), path, before: fc.option(fc.string()), after: fc.option(fc.string()) }),
    fc.record({ kind: fc.constant('blob' as const), path, before: fc.option(fc.string()), after: fc.option(fc.string()) }),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const change = { what: '', images: 1, entries };
      expect(inverse(inverse(change, []), []).entries).toEqual(entries);
    }),
  );
  fc.assert(
    fc.property(path, fc.array(fc.tuple(path, path), { maxLength: 4 }), (at, moves) => {
      const back = trace(at, moves);
      // A rename onto a name that is taken cannot happen, so a way back need not be the only one forth.
      if (back !== null && moves.every(([from, to]) => !isUnder(to, from) && !isUnder(from, to)) && moves.length === 1) expect(follow(back, moves)).toBe(at);
    }),
  );
});
