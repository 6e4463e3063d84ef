import type { Concept, Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { pinnedInSentences } from './activation.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { editLine, editLines, quoted } from './edit-lines.js';
import { isNatural } from './natural.js';
import { pinned, placeTag, type Place } from './place-tag.js';
import { cleanTag, sameTag } from './same-tag.js';
import { appended, prepended } from './sentences.js';
import type { TagLine } from './tag-line.js';

export { replaceTag, replaceTags } from './replace-tags.js';

/**
 * Adds tags to every caption of the scope. Without a place a tag that is there stays where it is, with one it moves; it
 * never doubles. Several tags keep their order. A missing caption is made. Activation tags stay in front (T03). To a caption in sentences
 * they are written as text, at its beginning for `first` and else at its end (T16).
 *
 * @throws InvalidTag for a tag that cannot be written
 */
export function addTags(scope: Scope, tags: readonly string[], place?: Place): TagChange {
  const clean = tags.map(cleanTag);
  return editCaptions(scope, (images) => `added ${quoted(clean)} to ${images}`, (caption) => {
    const { activation } = caption;
    if (isNatural(caption.text)) return addToSentences(caption.text, clean, place, activation);
    return editLine(caption, (line) => {
      let next = place;
      for (const tag of clean) {
        placeTag(line, tag, next, activation, true);
        const follows = next !== undefined && next !== 'last' && !(typeof next === 'object' && 'before' in next);
        if (follows && !activation.some((other) => sameTag(other, tag))) next = { after: tag };
      }
    });
  });
}

function addToSentences(text: string, tags: readonly string[], place: Place | undefined, activation: readonly string[]): string {
  const isActivation = (tag: string) => activation.some((other) => sameTag(other, tag));
  const others = tags.filter((tag) => !isActivation(tag)).join(', ');
  const front = tags.some(isActivation) ? pinnedInSentences(text, activation) : text;
  const [line = ''] = /^[^\r\n]*/.exec(front) ?? [];
  if (others === '') return front;
  return (place === 'first' ? prepended(line, others, activation) : appended(line, others)) + front.slice(line.length);
}

/** Takes tags, in any spelling, out of every caption of the scope. */
export function removeTags(scope: Scope, tags: readonly string[]): TagChange {
  const clean = tags.map(cleanTag);
  return editLines(scope, (images) => `removed ${quoted(clean)} from ${images}`, (line) => {
    for (const tag of clean) for (let at = line.find(tag); at >= 0; at = line.find(tag)) line.remove(at);
  });
}

/** Moves a tag in every caption that has it; activation tags go nowhere but to the front (T03). */
export function moveTag(scope: Scope, tag: string, place: Place): TagChange {
  const clean = cleanTag(tag);
  return editLines(scope, (images) => `moved ${quoted([clean])} in ${images}`, (line, { activation }) => {
    placeTag(line, clean, place, activation, false);
  }, { sentences: 'in which no tag is moved' });
}

/**
 * Gives one image this list of tags, in this order. Tags that stay keep their bytes. Activation tags that stand in front
 * stay there as long as they are in the list (T03).
 *
 * @param concepts - where the activation tags come from
 */
export function setTags(picture: Picture, tags: readonly string[], concepts: readonly Concept[] = []): TagChange {
  const clean = tags.map(cleanTag);
  return editLines(alone(picture, concepts), () => `edited the tags of ${printable(picture.name)}`, (line, { activation }) => {
    const front = activation.slice(0, pinned(line.tags, activation));
    const kept = front.flatMap((tag) => clean.find((other) => sameTag(other, tag)) ?? []);
    writeTags(line, [...kept, ...clean.filter((tag) => !kept.includes(tag))]);
  });
}

/** Makes these the tags of a line, in this order. Those that stay keep their bytes. */
function writeTags(line: TagLine, target: readonly string[]): void {
  for (let at = line.tags.length - 1; at >= 0; at--) {
    if (!target.some((tag) => sameTag(tag, line.tags[at] ?? ''))) line.remove(at);
  }
  for (const [at, tag] of target.entries()) {
    const found = line.find(tag, at);
    if (found < 0) line.insert(at, tag);
    else line.move(found, at);
    if (line.tags[at] !== tag) line.replace(at, tag);
  }
  for (let at = line.tags.length - 1; at >= target.length; at--) line.remove(at);
}

/**
 * Gives every image of the scope this list of tags, in this order, behind the activation tags that stand in front of its caption (T03).
 * A missing caption is made.
 *
 * @throws InvalidTag for a tag that cannot be written
 */
export function setTagsOfAll(scope: Scope, tags: readonly string[]): TagChange {
  const clean = tags.map(cleanTag);
  return editLines(scope, (images) => `set the tags of ${images}`, (line, { activation }) => {
    const front = line.tags.slice(0, pinned(line.tags, activation));
    writeTags(line, [...front, ...clean.filter((tag) => !front.some((other) => sameTag(other, tag)))]);
  });
}

/** Gives one image this text as its whole caption. A byte order mark that the file has stays; empty becomes a blank line. */
export function editCaption(picture: Picture, text: string): TagChange {
  return editCaptions(alone(picture, []), () => `edited the caption of ${printable(picture.name)}`, () => text.toWellFormed());
}

function alone(picture: Picture, concepts: readonly Concept[]): Scope {
  return { pictures: [picture], concepts, captionExtension: '' };
}
