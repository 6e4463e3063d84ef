import type { Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { counted } from '../words.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { InvalidTag, sameTag } from './same-tag.js';
import { addTags, setTagsOfAll } from './verbs.js';

/**
 * Gives the images of the scope the tags of another image: added to their own, or in their place. Activation tags belong to each concept: those of
 * the source are not copied, those of the others stay. A caption in sentences is copied as its first line.
 *
 * @throws InvalidTag when there is nothing to copy, or a caption in sentences is to be added to others
 */
export function pasteTags(scope: Scope, source: Picture, mode: 'add' | 'set'): TagChange {
  const others = { ...scope, pictures: scope.pictures.filter(({ captionPath }) => captionPath !== source.captionPath) };
  const text = source.caption?.text ?? '';
  if (isNatural(text)) return pasteSentences(others, source, text, mode);
  const own = scope.concepts.find(({ folder }) => folder === source.folder)?.activation ?? [];
  const tags = source.tags.filter((tag) => !own.some((other) => sameTag(other, tag)));
  if (tags.length === 0) throw new InvalidTag(`${printable(source.name)} has no tags to copy.`);
  const change = mode === 'add' ? addTags(others, tags) : setTagsOfAll(others, tags);
  return { ...change, what: `${mode === 'add' ? 'added' : 'copied'} the tags of ${printable(source.name)} to ${counted(change.images, 'image')}` };
}

function pasteSentences(scope: Scope, source: Picture, text: string, mode: 'add' | 'set'): TagChange {
  if (mode === 'add') throw new InvalidTag(`${printable(source.name)} has a caption in sentences: it can take the place of others, not be added to them.`);
  const [line = ''] = /^[^\r\n]*/.exec(text) ?? [];
  return editCaptions(scope, (images) => `copied the caption of ${printable(source.name)} to ${images}`, (caption) =>
    caption.text.replace(/^[^\r\n]*/, () => line),
  );
}
