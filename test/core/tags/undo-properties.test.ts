import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import type { Dataset } from '../../../src/core/dataset/model.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { pinActivation } from '../../../src/core/tags/activation.js';
import type { Scope, TagChange } from '../../../src/core/tags/edit-captions.js';
import { convertAliases, convertTo } from '../../../src/core/tags/convert.js';
import { joinLines, keepFirstLine } from '../../../src/core/tags/lines.js';
import { normalise } from '../../../src/core/tags/normalise.js';
import { pasteTags } from '../../../src/core/tags/paste-tags.js';
import { pruneImplied } from '../../../src/core/tags/prune.js';
import { removeDoubles } from '../../../src/core/tags/remove-doubles.js';
import { renameActivation } from '../../../src/core/tags/rename-activation.js';
import { repairEncoding } from '../../../src/core/tags/repair-encoding.js';
import { replacePattern, replaceText } from '../../../src/core/tags/replace-text.js';
import { InvalidTag } from '../../../src/core/tags/same-tag.js';
import { appendSentence, prependSentence, removeSentence } from '../../../src/core/tags/sentences.js';
import { sortTags } from '../../../src/core/tags/sort-tags.js';
import { byAlphabet, byCategory, reversed } from '../../../src/core/tags/tag-order.js';
import { addTags, moveTag, removeTags, replaceTags, setTagsOfAll } from '../../../src/core/tags/verbs.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';
import { tableOfText } from '../vocabulary/lists.js';
import { contents, workspace } from '../journal/workspace.js';

const name = fc.constantFrom('fox', 'Fox', 'a', 'Long_Hair', 'long hair', 'miku \\(v\\)', '狐', '1girl', 'day', 'Snow', 'outside');
const place = fc.constantFrom('first' as const, 'last' as const, { before: 'a' }, { after: 'day' }, { at: 1 }, undefined);
const vocabulary = vocabularyOf(tableOfText('booru', 'a=>day snow=>day long_hair=>hair 1girl>a solo:5 outdoors:9 day:9'));
type Verb = (scope: Scope, dataset: Dataset) => TagChange | Promise<TagChange>;

/** Every verb that there is, with arguments of all kinds. */
const verb: fc.Arbitrary<Verb> = fc.oneof(
  fc.tuple(fc.array(name, { minLength: 1, maxLength: 3 }), place).map(([tags, at]): Verb => (one) => addTags(one, tags, at)),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((tags): Verb => (one) => removeTags(one, tags)),
  fc.tuple(name, name, name).map(([a, b, c]): Verb => (one) => replaceTags(one, [a, b], [c])),
  fc.tuple(name, name).map(([a, b]): Verb => (one) => replaceTags(one, [a, b], [b, a])),
  fc.tuple(name, place).map(([tag, at]): Verb => (one) => moveTag(one, tag, at ?? 'first')),
  fc.array(name, { maxLength: 4 }).map((tags): Verb => (one) => setTagsOfAll(one, tags)),
  fc.nat(5).map((at): Verb => (one) => pasteTags(one, one.pictures[at % one.pictures.length]!, at > 2 ? 'add' : 'set')),
  fc.constantFrom<Verb>(
    (one) => sortTags(one, byAlphabet),
    (one) => sortTags(one, reversed(byCategory()), { keep: 1 }),
    (one) => removeDoubles(one),
    (one) => normalise(one),
    (one) => normalise(one, { parentheses: 'escaped', lowerCase: true }),
    (one) => pruneImplied(one, vocabulary),
    (one) => pruneImplied(one, vocabulary, { byActivation: true, keep: ['day'], front: 2 }),
    (one) => convertAliases(one, vocabulary, { loose: true }),
    (one) => convertTo(one, vocabulary, null),
    (one) => pinActivation(one),
    (one) => replaceText(one, 'o', ''),
    (one) => replaceText(one, ', ', ',\n'),
    (one) => replacePattern(one, '^(.)', '$1$1'),
    (one) => replacePattern(one, '.*', '', { within: 'text' }),
    (one) => appendSentence(one, 'It is cold, and windy.'),
    (one) => prependSentence(one, 'A photo.'),
    (one) => removeSentence(one, 'A*'),
    (one) => joinLines(one),
    (one) => keepFirstLine(one),
    (one, { root }) => repairEncoding(root, one.pictures),
    (_, dataset) => renameActivation(dataset, dataset.concepts[0]!.folder, 'vix', 3),
    (_, dataset) => renameActivation(dataset, dataset.concepts[0]!.folder, 'fox, hat'),
  ),
);

const text = fc.oneof(
  fc.array(fc.tuple(fc.constantFrom('', ' ', '  '), name, fc.constantFrom('', ' ')).map((parts) => parts.join('')), { maxLength: 6 }).map((parts) => parts.join(',')),
  fc.constantFrom('A fox stands in the deep snow, looking at the viewer. It is cold.', 'fox, a photo of a fox in the deep, deep snow at night'),
);
const caption = fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom('', '', '\ufeff'), text, fc.constantFrom('', '\n', '\r\n', '\nline, two\r\n', '\r')).map((parts) => parts.join('')), weight: 6 },
  { arbitrary: text.map((words) => Buffer.from(`\ufeff${words}\r\n`, 'utf16le')), weight: 1 },
  { arbitrary: fc.constantFrom(Buffer.from([0x66, 0xe9, 0x2c, 0x20, 0x61]), Buffer.from([0xff, 0xfe, 0, 0xd8]), Buffer.from([])), weight: 1 },
  { arbitrary: fc.constant(null), weight: 1 },
);

test('any verbs one after the other, and then undo of all, give back every byte; none makes a file of 0 bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(caption, { minLength: 1, maxLength: 4 }), fc.array(verb, { minLength: 1, maxLength: 6 }), async (captions, verbs) => {
      const files: Record<string, string | Uint8Array> = { 'loradeck.toml': '[loradeck.goals]\nfox = "object"\n' };
      for (const [at, content] of captions.entries()) {
        files[`2_fox/${at}.png`] = 'x';
        if (content !== null) files[`2_fox/${at}.txt`] = content;
      }
      const root = await workspace(files);
      try {
        const before = await contents(root);
        const journal = await openJournal(root, { fsync: false });
        let done = 0;
        for (const run of verbs) {
          const dataset = await scanWorkspace(root);
          const pictures = dataset.concepts.flatMap((concept) => concept.pictures);
          let change: TagChange;
          try {
            change = await run({ pictures, concepts: dataset.concepts, captionExtension: '.txt' }, dataset);
          } catch (error) {
            if (error instanceof InvalidTag) continue;
            throw error;
          }
          // All images are accounted for, but the one from which tags are copied.
          expect(pictures.length - change.images - change.unchanged - change.skipped.length).toBe(/^(copied|added) the (tags|caption) of /.test(change.what) ? 1 : 0);
          if (change.entries.length === 0) continue;
          const empty = Object.entries(await contents(root)).filter(([, content]) => content === '').map(([path]) => path.replace(/.*\//, ''));
          await journal.apply(change);
          done++;
          for (const [path, content] of Object.entries(await contents(root))) if (content === '') expect(empty).toContain(path.replace(/.*\//, ''));
        }
        for (let left = done; left > 0; left--) expect(await journal.undo()).not.toBeNull();
        expect(await journal.undo()).toBeNull();
        expect(await contents(root)).toEqual(before);
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
