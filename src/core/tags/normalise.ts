import { joinCaption, splitCaption, strip } from './caption.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { sameTag, tagKey } from './same-tag.js';

/** What {@link normalise} puts right (T12). */
export interface NormaliseOptions {
  /** Keep the first of a tag that is there twice. Default true. */
  duplicates?: boolean;
  /** No stray commas, no odd spacing: tags joined by `, `. Default true. */
  separators?: boolean;
  /** `long_hair` becomes `long hair`; faces such as `^_^` and `score_9` stay. Default true. */
  underscores?: boolean;
  /** Write `\(` or `(`. Default: keep what is there. */
  parentheses?: 'keep' | 'escaped' | 'plain';
  /** Default false. */
  lowerCase?: boolean;
  /** Take the byte order mark off, which the trainer takes for a part of the first tag. Default true. */
  bom?: boolean;
  /** Line ends become `\n`. Default true. */
  lineEnds?: boolean;
}

/**
 * Puts captions in order. Activation tags keep their spelling, lines 2 to n their text; a caption in order keeps every byte. Of captions in sentences
 * only marks and line ends are put right.
 */
export function normalise(scope: Scope, options: NormaliseOptions = {}): TagChange {
  const { duplicates = true, separators = true, bom = true, lineEnds = true } = options;
  return editCaptions(scope, (images) => `put the captions of ${images} in order`, (caption) => {
    if (bom) caption.bom = false;
    // Sentences are not cut at their commas (T16).
    if (isNatural(caption.text)) {
      const text = bom ? caption.text.replace(/\ufeff/g, '') : caption.text;
      return lineEnds ? text.replace(/\r\n?/g, '\n') : text;
    }
    const { pieces, rest } = splitCaption(caption.text);
    const seen = new Set<string>();
    const kept: string[] = [];
    for (const written of pieces) {
      // The mark may also have come into the line with a text that was put together from files.
      const piece = bom ? written.replace(/\ufeff/g, '') : written;
      const tag = strip(piece);
      const pinned = caption.activation.some((other) => sameTag(other, tag));
      const spelled = tag === '' || pinned ? tag : respelled(tag, options);
      const isRepeat = tag !== '' && seen.has(tagKey(spelled));
      seen.add(tagKey(spelled));
      if ((duplicates && isRepeat) || (separators && tag === '')) continue;
      if (separators) kept.push(kept.length === 0 ? spelled : ` ${spelled}`);
      else kept.push(spelled === tag ? piece : piece.replace(tag, () => spelled));
    }
    const ended = lineEnds ? rest.replace(/\r\n?/g, '\n') : rest;
    return joinCaption({ pieces: kept, rest: ended });
  });
}

function respelled(tag: string, { underscores = true, parentheses = 'keep', lowerCase = false }: NormaliseOptions): string {
  let spelled = underscores && !keepsUnderscores(tag) ? strip(tag.replace(/_/g, ' ')) : tag;
  if (parentheses === 'plain') spelled = spelled.replace(/\\([()])/g, '$1');
  if (parentheses === 'escaped') spelled = spelled.replace(/(?<!\\)[()]/g, '\\$&');
  return lowerCase ? spelled.toLowerCase() : spelled;
}

/**
 * Tags whose underscore is no space: faces, which have no two letters side by side (`^_^`, `o_o`, `>_<`), and the quality
 * tags with which Pony models were trained (`score_9`, `score_8_up`, `source_anime`, `rating_safe`).
 */
export function keepsUnderscores(tag: string): boolean {
  if (!/\p{L}\p{L}|\d\p{L}|\p{L}\d/u.test(tag)) return true;
  return /^(score_\d+(_up)?|source_\w+|rating_\w+)$/i.test(tag);
}
