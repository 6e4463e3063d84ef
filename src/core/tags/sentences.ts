import { comparable } from '../dataset/query/searchable.js';
import { glob } from '../dataset/query/glob.js';
import { printable } from '../printable.js';
import { startsWithWords } from './activation.js';
import { frame, strip } from './caption.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { InvalidTag } from './same-tag.js';

/*
 * Captions in sentences are edited as text, never cut at their commas (T16). The first line is meant, as it is what the trainer uses.
 */

let segmenter: Intl.Segmenter | undefined;

/** The sentences of a line with the space behind them; joined they are the line. */
export function sentencesOf(line: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(line)].map(({ segment }) => segment);
}

/** Writes a sentence behind the caption, unless it holds it already. A missing caption is made. */
export function appendSentence(scope: Scope, sentence: string): TagChange {
  const clean = cleanSentence(sentence);
  return editFirstLine(scope, (images) => `wrote “${printable(clean)}” at the end of ${images}`, (line) => appended(line, clean));
}

/** A line with a sentence at its end, unless it holds it. */
export function appended(line: string, sentence: string): string {
  if (holds(line, sentence)) return line;
  const [lead, text, trail] = frame(line);
  if (text === '') return sentence + lead + trail;
  return `${lead}${text}${gapBehind(text)}${sentence}${trail}`;
}

/**
 * Writes a sentence in front of the caption, unless it holds it already: behind the activation text and its comma, or where a sentence begins with
 * the activation text, behind that sentence (T16).
 */
export function prependSentence(scope: Scope, sentence: string): TagChange {
  const clean = cleanSentence(sentence);
  return editFirstLine(scope, (images) => `wrote “${printable(clean)}” at the beginning of ${images}`, (line, activation) => prepended(line, clean, activation));
}

/** A line with a sentence at its beginning, behind the activation text, unless it holds it. */
export function prepended(line: string, sentence: string, activation: readonly string[]): string {
  if (holds(line, sentence)) return line;
  const [lead, text, trail] = frame(line);
  if (text === '') return (activation.length > 0 ? `${activation.join(', ')}, ` : '') + sentence + lead + trail;
  const front = frontOf(text, activation);
  const rest = text.slice(front.length);
  if (rest === '') return `${lead}${front}${/\s$/.test(front) ? '' : /[,.;:]$/.test(front) ? ' ' : ', '}${sentence}${trail}`;
  return `${lead}${front}${sentence}${/[\p{L}\p{N},]$/u.test(sentence) ? '. ' : ' '}${rest}${trail}`;
}

/**
 * Takes the sentences out that read like this: case, `_` and what ends them do not matter, `*` stands for any text. What
 * would be left empty becomes a blank line.
 */
export function removeSentence(scope: Scope, sentence: string): TagChange {
  const wanted = glob(bare(cleanSentence(sentence)));
  return editFirstLine(scope, (images) => `removed the sentence “${printable(sentence.trim())}” from ${images}`, (line) => {
    const all = sentencesOf(line);
    const kept = all.filter((one) => !wanted.matches(bare(one)));
    if (kept.length === all.length) return line;
    const [, , trail] = frame(line);
    // What stood behind the last sentence stays behind what is the last one now.
    return kept.length === 0 ? trail : kept.join('').replace(/\s+$/, '') + trail;
  });
}

/** A sentence as it may be written: surrounding space taken off. @throws InvalidTag when it is empty or holds a line break */
export function cleanSentence(sentence: string): string {
  const clean = strip(sentence);
  if (clean === '') throw new InvalidTag('A sentence cannot be empty.');
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(clean)) throw new InvalidTag(`“${printable(clean)}” holds a line break or another control character.`);
  if (!clean.isWellFormed()) throw new InvalidTag(`“${printable(clean)}” holds half a character.`);
  return clean;
}

/** The form in which sentences are compared. */
function bare(sentence: string): string {
  return comparable(strip(sentence)).replace(/[.!?…。！？"'”’)\]\s]+$/u, '');
}

function holds(line: string, sentence: string): boolean {
  const wanted = bare(sentence);
  if (sentencesOf(line).some((one) => bare(one) === wanted)) return true;
  // As a part of a sentence too, but not as a part of a word.
  const [all, words] = [comparable(line), comparable(sentence)];
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(all.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(all.slice(at + words.length))) return true;
  }
  return false;
}

/** What comes between a caption and a sentence behind it. */
function gapBehind(text: string): string {
  if (/[.!?…。！？,;:]["'”’)\]]*$/u.test(text)) return ' ';
  return isNatural(text) ? '. ' : ', ';
}

/** What no sentence may be written in front of, with the space behind it. */
function frontOf(text: string, activation: readonly string[]): string {
  const words = activation.join(', ');
  if (words === '' || !startsWithWords(text, words)) return '';
  // The words as they are written may be of another length: an underscore is none, a backslash is.
  let end = 0;
  while (end < text.length && !startsWithWords(text.slice(0, end), words)) end++;
  const [separator = ''] = /^\s*[,.;:]\s*/.exec(text.slice(end)) ?? [];
  if (separator !== '' || end === text.length) return text.slice(0, end) + separator;
  return sentencesOf(text)[0] ?? '';
}

/** Edits the line that the trainer uses as text; the others stay. */
export function editFirstLine(scope: Scope, what: (images: string) => string, edit: (line: string, activation: readonly string[]) => string): TagChange {
  return editCaptions(scope, what, ({ text, activation }) => {
    const [line = ''] = /^[^\r\n]*/.exec(text) ?? [];
    return edit(line, activation) + text.slice(line.length);
  });
}
