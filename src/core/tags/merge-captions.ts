import { mergeSequences } from '../merge-sequences.js';
import { frame, joinCaption, splitCaption } from './caption.js';
import { mergeTags } from './merge-tags.js';
import type { Merged } from './merged.js';

/**
 * Merges two texts that a caption became: by tags in the first line, or by sentences where it is natural language, and by lines below
 * it. What either side added is in the result; a tag that one side removed is gone; order and bytes are those of theirs except where only
 * ours changed them. Both changing the same tag, sentence or line differently is a conflict.
 *
 * @param base - what both began with
 * @param ours - what we want to write
 * @param theirs - what is in the file by now
 */
export function mergeCaptions(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || ours === base) return { text: theirs };
  if (theirs === base) return { text: ours };
  const [b, o, t] = [parts(base), parts(ours), parts(theirs)];
  const bom = o.bom === b.bom ? t.bom : o.bom;
  const bySentence = [b, o, t].some(({ line }) => isNatural(line));
  const first = bySentence ? mergeBy(sentences, b.line, o.line, t.line) : mergeTags(b.pieces, o.pieces, t.pieces);
  const rest = mergeBy(lines, b.rest, o.rest, t.rest);
  const conflicts = [...('conflicts' in first ? first.conflicts : []), ...('conflicts' in rest ? rest.conflicts : [])];
  if ('conflicts' in first || 'conflicts' in rest) return { conflicts };
  return { text: bom + first.text + rest.text };
}

/** Merges two descendants of a text line by line, as `loradeck.toml` is one. */
export function mergeLines(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || ours === base) return { text: theirs };
  if (theirs === base) return { text: ours };
  return mergeBy(lines, base, ours, theirs);
}

interface Parts {
  bom: string;
  line: string;
  pieces: string[];
  rest: string;
}

function parts(text: string): Parts {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const { pieces, rest } = splitCaption(text.slice(bom.length));
  return { bom, line: joinCaption({ pieces, rest: '' }), pieces, rest };
}

/** Is it a sentence or more, rather than a list of tags? A full stop that ends the line, or one that something follows, after several words. */
function isNatural(line: string): boolean {
  return /\p{L}\S*\s+\S+\s+\S+[.!?](\s|$)/u.test(line);
}

function mergeBy(cut: (text: string) => string[], base: string, ours: string, theirs: string): Merged {
  const { items, clashes } = mergeSequences(cut(base), cut(ours), cut(theirs));
  if (clashes.length === 0) return { text: items.join('') };
  const [was, our, their] = ['base', 'ours', 'theirs'] as const;
  return { conflicts: clashes.map((clash) => ({ was: joined(clash[was]), ours: joined(clash[our]), theirs: joined(clash[their]) })) };
}

function joined(items: readonly string[]): string {
  return frame(items.join(''))[1];
}

/** Sentences, each with the space before it, so that one that is put in at the end brings its own. */
function sentences(line: string): string[] {
  return line.split(/(?<=[.!?]['"”’)]*)(?=\s)/u).filter((sentence) => sentence !== '');
}

/** Lines, each with the line break before it; the first has none. */
function lines(text: string): string[] {
  return text.split(/(?=\r\n|(?<!\r)\n|\r(?!\n))/).filter((line) => line !== '');
}
