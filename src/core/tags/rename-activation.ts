import { InvalidConcept, renameConcept } from '../dataset/create.js';
import { folderName } from '../dataset/folder-name.js';
import type { Dataset } from '../dataset/model.js';
import { printable } from '../printable.js';
import { counted } from '../words.js';
import { splitCaption, tagsOf } from './caption.js';
import { editCaptions, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { rewrite } from './replace-tags.js';
import type { SamplePrompts } from './sample-prompts.js';
import { sameTag } from './same-tag.js';
import { TagLine } from './tag-line.js';

/**
 * Gives a concept another activation text, another number of repeats, or both, as one change: the folder is renamed, and in its captions the old
 * activation tags become the new ones where they stand, in every line; in sentences and sample prompts the words do (M08). The goal that was
 * set follows.
 *
 * @param folder - name of the concept's folder
 * @param prompts - the sample prompts, when they are to follow
 * @throws InvalidConcept when there is no such concept, or the new name cannot be used
 */
export function renameActivation(dataset: Dataset, folder: string, text: string, repeats?: number, prompts: SamplePrompts | null = null): TagChange {
  const concept = dataset.concepts.find((one) => one.folder === folder);
  // The digits stay as they are written, when they stay.
  const number = repeats === undefined ? folder.slice(0, folder.indexOf('_') < 0 ? folder.length : folder.indexOf('_')) : String(repeats);
  const next = `${number}_${text.trim()}`;
  if (!concept) throw new InvalidConcept(`There is no concept ${printable(folder)}.`);
  const renamed = renameConcept(dataset, folder, next);
  const [before, after] = [tagsOf(folderName(folder).text), tagsOf(text)];
  const scope = { pictures: concept.pictures, concepts: dataset.concepts, captionExtension: dataset.captionExtension };
  const isSame = folderName(folder).text === folderName(next).text;
  const captions = editCaptions(scope, () => '', (caption) =>
    isSame ? caption.text : isNatural(caption.text) ? renameWords(caption.text, before, after) : renameTags(caption.text, before, after),
  );
  const entries = folder === next ? [...captions.entries] : [...captions.entries, ...renamed.entries];
  const prompted = prompts && !isSame ? renameWords(prompts.text, before, after) : null;
  // First of all, while the folder still has its name.
  if (prompts && prompted !== null && prompted !== prompts.text) entries.unshift({ kind: 'text', path: prompts.path, before: prompts.text, after: prompted });
  return {
    ...captions,
    entries,
    what: `renamed ${printable(folder)} to ${printable(next)}${captions.images > 0 ? `, and its activation tags in ${counted(captions.images, 'image')}` : ''}`,
  };
}

function renameTags(text: string, before: readonly string[], after: readonly string[]): string {
  return text.replace(/[^\r\n]+/g, (one) => {
    const line = new TagLine(splitCaption(one).pieces);
    rewrite(line, (tag) => {
      const at = before.findIndex((old) => sameTag(old, tag));
      if (at < 0) return null;
      // Where there are more new ones than old ones, the last old one makes way for the rest.
      const next = at === before.length - 1 ? after.slice(at) : after.slice(at, at + 1);
      return next.length === 1 && next[0] === tag ? null : next;
    });
    return line.pieces.join(',');
  });
}

/** In sentences the words are exchanged, all at once: first the whole text, where it stands as such, else each of them. */
function renameWords(text: string, before: readonly string[], after: readonly string[]): string {
  const pairs = [[before.join(', '), after.join(', ')], ...before.flatMap((word, at) => (after[at] === undefined ? [] : [[word, after[at]]]))];
  const sources = pairs.map(([word = '']) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/[ _]/g, '[ _]'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(whole, (found) => pairs.find(([word = '']) => sameTag(word, found))?.[1] ?? found);
}
