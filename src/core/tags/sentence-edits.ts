import type { Concept, Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { startsWithWords } from './activation.js';
import { frame } from './caption.js';
import type { TagChange } from './edit-captions.js';
import { cleanSentence, editFirstLine, sentencesOf } from './sentences.js';

/*
 * Edits of single sentences of one image's caption. They keep the bytes of the other sentences, and the space between two places stays where it is.
 */

/** The sentences of a caption's first line, without the space around them. */
export function sentencesIn(text: string): string[] {
  return cutLine(/^[^\r\n]*/.exec(text)?.[0] ?? '').bodies;
}

/** Takes the sentence at a place out. What would be left empty becomes a blank line. */
export function removeSentenceAt(picture: Picture, at: number): TagChange {
  return edit(picture, [], 'removed a sentence from', (bodies, gaps) => {
    if (at >= bodies.length) return;
    bodies.splice(at, 1);
    // What stands behind the last one stays at the end.
    gaps.splice(Math.max(0, Math.min(at, gaps.length - 2)), gaps.length > 1 ? 1 : 0);
  });
}

/** Writes another sentence in the place of one. @throws InvalidTag for one that cannot be written */
export function replaceSentenceAt(picture: Picture, at: number, sentence: string): TagChange {
  const clean = cleanSentence(sentence);
  return edit(picture, [], 'edited a sentence of', (bodies) => {
    if (at < bodies.length) bodies[at] = clean;
  });
}

/** Moves a sentence to another place. One that begins with the activation text stays in front, and nothing goes before it (T03, T16). */
export function moveSentence(picture: Picture, from: number, to: number, concepts: readonly Concept[]): TagChange {
  return edit(picture, concepts, 'moved a sentence of', (bodies, _, activation) => {
    const words = activation.join(', ');
    const isPinned = words !== '' && startsWithWords(bodies[0] ?? '', words);
    if (isPinned && (from === 0 || to === 0)) return;
    const [moved] = bodies.splice(from, 1);
    if (moved !== undefined) bodies.splice(to, 0, moved);
  });
}

function edit(
  picture: Picture,
  concepts: readonly Concept[],
  what: string,
  change: (bodies: string[], gaps: string[], activation: readonly string[]) => void,
): TagChange {
  return editFirstLine({ pictures: [picture], concepts, captionExtension: '' }, () => `${what} ${printable(picture.name)}`, (line, activation) => {
    const { lead, bodies, gaps } = cutLine(line);
    change(bodies, gaps, activation);
    return lead + (bodies.length === 0 ? gaps.join('') : bodies.map((body, at) => body + (gaps[at] ?? '')).join(''));
  });
}

/** A line as its sentences and the space behind each; joined they are the line. */
function cutLine(line: string): { lead: string; bodies: string[]; gaps: string[] } {
  const [lead, text, trail] = frame(line);
  const bodies: string[] = [];
  const gaps: string[] = [];
  for (const segment of sentencesOf(text)) {
    const [before, body, after] = frame(segment);
    if (body === '') continue;
    bodies.push(before + body);
    gaps.push(after);
  }
  if (gaps.length > 0) gaps[gaps.length - 1] += trail;
  return { lead: bodies.length > 0 ? lead : line, bodies, gaps };
}
