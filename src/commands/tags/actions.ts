import type { TagChange } from '../../core/tags/edit-captions.js';
import type { TagOrder } from '../../core/tags/tag-order.js';
import { fail } from '../run-program.js';
import type { Action, Given, Prepared } from './action.js';
import { readConvert, readPrune } from './names-actions.js';
import { placeOf, placeOptions, tagsOfWords, wholeNumber, type TagOptions } from './options.js';

const verbs = () => import('../../core/tags/verbs.js');
const only = async (change: Promise<TagChange>): Promise<Prepared> => ({ change: await change });

/** The bulk edits of captions by name. */
export const actions = {
  add: {
    usage: 'add TAG…',
    options: placeOptions,
    read: (words, options) => {
      const [tags, place] = [someTags('add', words), placeOf(options)];
      return ({ scope }) => only(verbs().then(({ addTags }) => addTags(scope, tags, place)));
    },
  },
  remove: {
    usage: 'remove TAG…',
    read: (words) => {
      const tags = someTags('remove', words);
      return ({ scope }) => only(verbs().then(({ removeTags }) => removeTags(scope, tags)));
    },
  },
  replace: { usage: 'replace OLD NEW', options: ['text', 'regex', 'case'], read: readReplace },
  move: {
    usage: 'move TAG',
    options: placeOptions,
    read: (words, options) => {
      const [tag, ...more] = someTags('move', words);
      const place = placeOf(options) ?? fail('tags move needs a position, such as --first.', 2);
      if (tag === undefined || more.length > 0) fail('tags move takes one tag.', 2);
      return ({ scope }) => only(verbs().then(({ moveTag }) => moveTag(scope, tag, place)));
    },
  },
  set: {
    usage: 'set TAG…',
    read: (words) => {
      const tags = someTags('set', words);
      return ({ scope }) => only(verbs().then(({ setTagsOfAll }) => setTagsOfAll(scope, tags)));
    },
  },
  copy: { usage: 'copy IMAGE', options: ['add'], read: readCopy },
  sort: { usage: 'sort', options: ['by', 'order', 'reverse', 'keep'], read: readSort },
  dedupe: {
    usage: 'dedupe',
    read: (words) => {
      noWords('dedupe', words);
      return ({ scope }) => only(import('../../core/tags/remove-doubles.js').then(({ removeDoubles }) => removeDoubles(scope)));
    },
  },
  normalise: {
    usage: 'normalise',
    options: ['parentheses', 'keepUnderscores', 'lowerCase'],
    read: (words, { parentheses = 'keep', keepUnderscores = false, lowerCase = false }) => {
      noWords('normalise', words);
      if (parentheses !== 'keep' && parentheses !== 'escaped' && parentheses !== 'plain') fail('--parentheses is escaped or plain.', 2);
      return ({ scope }) => only(import('../../core/tags/normalise.js').then(({ normalise }) => normalise(scope, { parentheses, underscores: !keepUnderscores, lowerCase })));
    },
  },
  prune: { usage: 'prune', options: ['except', 'byActivation'], read: readPrune },
  convert: { usage: 'convert', options: ['aliases', 'to', 'loose', 'except', 'setStyle'], read: readConvert },
  pin: {
    usage: 'pin',
    read: (words) => {
      noWords('pin', words);
      return ({ scope }) => only(import('../../core/tags/activation.js').then(({ pinActivation }) => pinActivation(scope)));
    },
  },
  rename: { usage: 'rename CONCEPT NEW', options: ['repeats'], read: readRename },
  append: { usage: 'append SENTENCE', read: readSentence('append') },
  prepend: { usage: 'prepend SENTENCE', read: readSentence('prepend') },
  'remove-sentence': { usage: 'remove-sentence SENTENCE', read: readSentence('remove-sentence') },
  'join-lines': { usage: 'join-lines', read: readLines('join-lines') },
  'first-line': { usage: 'first-line', read: readLines('first-line') },
  'repair-encoding': { usage: 'repair-encoding', read: readRepair },
} as const satisfies Record<string, Action>;

/** The actions with their types made alike. */
export type ActionName = keyof typeof actions;

export function isAction(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

function someTags(action: string, words: readonly string[]): string[] {
  const tags = tagsOfWords(words);
  return tags.length > 0 ? tags : fail(`tags ${action} needs a tag.`, 2);
}

function noWords(action: string, words: readonly string[]): void {
  if (words.length > 0) fail(`tags ${action} takes no tags; --where chooses images.`, 2);
}

function readReplace(words: readonly string[], { text = false, regex = false, case: matchCase = false }: TagOptions) {
  if (text || regex) {
    const [old, replacement, ...more] = words;
    if (old === undefined || replacement === undefined || more.length > 0) fail('tags replace needs two texts: the old one and the new one.', 2);
    return ({ scope }: Given) =>
      only(import('../../core/tags/replace-text.js').then(({ replaceText, replacePattern }) =>
        regex ? replacePattern(scope, old, replacement, { matchCase, within: text ? 'text' : 'tags' }) : replaceText(scope, old, replacement, { matchCase }),
      ));
  }
  if (matchCase) fail('--case goes with --text and --regex: the case of a tag never matters.', 2);
  // `replace a,b` is `replace a b`, `replace a,b c` makes one of two.
  const lists = words.length === 1 ? tagsOfWords(words).map((tag) => [tag]) : words.map((word) => tagsOfWords([word]));
  const [old, replacement, ...more] = lists;
  if (!old?.length || !replacement?.length || more.length > 0) fail('tags replace needs two tags: the old one and the new one; or two lists, each with commas.', 2);
  return ({ scope }: Given) => only(verbs().then(({ replaceTags }) => replaceTags(scope, old, replacement)));
}

function readCopy(words: readonly string[], { add = false }: TagOptions) {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) fail('tags copy needs the image whose tags are copied, as a path in the workspace.', 2);
  return async ({ dataset, scope }: Given) => {
    const source = dataset.concepts.flatMap(({ pictures }) => pictures).find((picture) => picture.path === path || picture.captionPath === path);
    if (!source) fail(`No concept has an image ${path}.`, 2);
    const { pasteTags } = await import('../../core/tags/paste-tags.js');
    return { change: pasteTags(scope, source, add ? 'add' : 'set') };
  };
}

function readSort(words: readonly string[], { by, order, reverse = false, keep }: TagOptions) {
  noWords('sort', words);
  if (by !== undefined && order !== undefined) fail('Only one of --by and --order can be given.', 2);
  if (by !== undefined && by !== 'frequency' && by !== 'alphabet' && by !== 'category') fail('--by is frequency, alphabet or category.', 2);
  if (by === undefined && order === undefined) fail('tags sort needs --by frequency, alphabet or category, or --order.', 2);
  const kept = keep === undefined ? 0 : wholeNumber('--keep', keep);
  return async ({ dataset, scope }: Given) => {
    const { byAlphabet, byCategory, byFrequency, byPatterns, reversed } = await import('../../core/tags/tag-order.js');
    const { tagIndex } = await import('../../core/tags/tag-index.js');
    const { sortTags } = await import('../../core/tags/sort-tags.js');
    let chosen: TagOrder;
    if (order !== undefined) chosen = byPatterns(tagsOfWords([order]));
    else if (by === 'alphabet') chosen = byAlphabet;
    else if (by === 'category') chosen = byCategory();
    else {
      const index = tagIndex(dataset.concepts.flatMap(({ pictures }) => pictures));
      chosen = byFrequency((tag) => index.count(tag));
    }
    return { change: sortTags(scope, reverse ? reversed(chosen) : chosen, { keep: kept }) };
  };
}

function readRename(words: readonly string[], { repeats, where }: TagOptions) {
  const [name, text, ...more] = words;
  if (name === undefined || text === undefined || more.length > 0) fail('tags rename needs a concept and its new activation text.', 2);
  if (where !== undefined) fail('tags rename takes a whole concept; --where does not go with it.', 2);
  const number = repeats === undefined ? undefined : wholeNumber('--repeats', repeats);
  return async ({ dataset }: Given) => {
    const { sameTag } = await import('../../core/tags/same-tag.js');
    const found = dataset.concepts.filter(({ folder, activationText }) => folder === name || sameTag(activationText, name));
    const [concept, other] = found;
    if (!concept) fail(`There is no concept ${name}.`, 2);
    if (other) fail(`More than one concept is called ${name}: give the folder’s name.`, 2);
    const { renameActivation } = await import('../../core/tags/rename-activation.js');
    const { readSamplePrompts } = await import('../../core/tags/sample-prompts.js');
    const change = renameActivation(dataset, concept.folder, text, number, await readSamplePrompts(dataset.root));
    const move = change.entries.find((entry) => entry.kind === 'move');
    return { change, folder: { before: concept.folder, after: move?.to ?? concept.folder } };
  };
}

function readSentence(action: 'append' | 'prepend' | 'remove-sentence') {
  return (words: readonly string[]) => {
    const [sentence, ...more] = words;
    if (sentence === undefined || more.length > 0) fail(`tags ${action} needs a sentence, in quotes.`, 2);
    return ({ scope }: Given) =>
      only(import('../../core/tags/sentences.js').then(({ appendSentence, prependSentence, removeSentence }) => {
        const verb = { append: appendSentence, prepend: prependSentence, 'remove-sentence': removeSentence }[action];
        return verb(scope, sentence);
      }));
  };
}

function readLines(action: 'join-lines' | 'first-line') {
  return (words: readonly string[]) => {
    noWords(action, words);
    return ({ scope }: Given) => only(import('../../core/tags/lines.js').then(({ joinLines, keepFirstLine }) => (action === 'join-lines' ? joinLines : keepFirstLine)(scope)));
  };
}

function readRepair(words: readonly string[]) {
  noWords('repair-encoding', words);
  return async ({ dataset: { root }, scope: { pictures } }: Given): Promise<Prepared> => {
    const { repairEncoding, repairsOf, repairSummary } = await import('../../core/tags/repair-encoding.js');
    const repairs = repairsOf(pictures);
    const edits = repairs.flatMap(({ caption, text, images }) => images.map((image) => ({ image, before: caption.text, after: text })));
    const entries = repairs.map(({ caption: { path } }) => ({ kind: 'blob' as const, path, before: null, after: null }));
    return { change: { ...repairSummary(pictures, repairs), entries }, edits, complete: () => repairEncoding(root, pictures) };
  };
}
