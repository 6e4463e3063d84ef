import type { Concept, Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { listed } from '../words.js';
import { joinCaption, splitCaption } from './caption.js';
import { editCaptions, type EditedCaption, type Scope, type TagChange } from './edit-captions.js';
import { pinned, placeTag, type Place } from './place-tag.js';
import { cleanTag, sameTag } from './same-tag.js';
import { TagLine } from './tag-line.js';

/**
 * Adds tags to every caption of the scope. Without a place a tag that is there stays where it is, with one it moves; it
 * never doubles. Several tags keep their order. A missing caption is made. Activation tags stay in front (T03).
 *
 * @throws InvalidTag for a tag that cannot be written
 */
export function addTags(scope: Scope, tags: readonly string[], place?: Place): TagChange {
  const clean = tags.map(cleanTag);
  return editLines(scope, (images) => `added ${quoted(clean)} to ${images}`, (line, { activation }) => {
    let next = place;
    for (const tag of clean) {
      placeTag(line, tag, next, activation, true);
      const follows = next !== undefined && next !== 'last' && !(typeof next === 'object' && 'before' in next);
      if (follows && !activation.some((other) => sameTag(other, tag))) next = { after: tag };
    }
  });
}

/** Takes tags, in any spelling, out of every caption of the scope. */
export function removeTags(scope: Scope, tags: readonly string[]): TagChange {
  const clean = tags.map(cleanTag);
  return editLines(scope, (images) => `removed ${quoted(clean)} from ${images}`, (line) => {
    for (const tag of clean) for (let at = line.find(tag); at >= 0; at = line.find(tag)) line.remove(at);
  });
}

/**
 * Writes another tag in the place of one. Where the new one is there already, the foremost of the two places is kept, so
 * that nothing doubles and an activation tag stays in front. With another spelling of the same tag it is respelled.
 *
 * @throws InvalidTag for a tag that cannot be written
 */
export function replaceTag(scope: Scope, old: string, replacement: string): TagChange {
  const [from, to] = [cleanTag(old), cleanTag(replacement)];
  return editLines(scope, (images) => `replaced ${quoted([from])} by ${quoted([to])} in ${images}`, (line) => {
    if (sameTag(from, to)) {
      for (let at = line.find(to); at >= 0; at = line.find(to, at + 1)) line.replace(at, to);
      return;
    }
    const first = line.find(from);
    if (first < 0) return;
    const there = line.find(to);
    if (there < 0 || first < there) {
      if (there >= 0) for (let at = there; at >= 0; at = line.find(to)) line.remove(at);
      line.replace(first, to);
    }
    for (let at = line.find(from); at >= 0; at = line.find(from)) line.remove(at);
  });
}

/** Moves a tag in every caption that has it; activation tags go nowhere but to the front (T03). */
export function moveTag(scope: Scope, tag: string, place: Place): TagChange {
  const clean = cleanTag(tag);
  return editLines(scope, (images) => `moved ${quoted([clean])} in ${images}`, (line, { activation }) => {
    placeTag(line, clean, place, activation, false);
  });
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
    const target = [...kept, ...clean.filter((tag) => !kept.includes(tag))];
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
  });
}

/** Gives one image this text as its whole caption. A byte order mark that the file has stays; empty becomes a blank line. */
export function editCaption(picture: Picture, text: string): TagChange {
  return editCaptions(alone(picture, []), () => `edited the caption of ${printable(picture.name)}`, () => text.toWellFormed());
}

function alone(picture: Picture, concepts: readonly Concept[]): Scope {
  return { pictures: [picture], concepts, captionExtension: '' };
}

function editLines(scope: Scope, what: (images: string) => string, edit: (line: TagLine, caption: EditedCaption) => void): TagChange {
  return editCaptions(scope, what, (caption) => {
    const { pieces, rest } = splitCaption(caption.text);
    const line = new TagLine(pieces);
    edit(line, caption);
    return joinCaption({ pieces: line.pieces, rest });
  });
}

function quoted(tags: readonly string[]): string {
  return listed(tags.map((tag) => `“${tag}”`));
}
