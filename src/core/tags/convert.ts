import { isNaturalCaption } from '../dataset/query/searchable.js';
import { printable } from '../printable.js';
import type { Near } from '../vocabulary/counterparts.js';
import { siteNames } from '../vocabulary/model.js';
import { written } from '../vocabulary/names.js';
import { aliasVerdict, siteVerdict, type Verdict } from '../vocabulary/verdicts.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { editLine } from './edit-lines.js';
import { rewrite } from './replace-tags.js';
import { tagKey } from './same-tag.js';
import { spellingOf, writtenAs } from './written-as.js';

/** A tag that became another. */
export interface Converted {
  from: string;
  to: string;
  via: 'alias' | Near['relation'] | null;
  images: number;
}

/** A tag that stays, and what it might become. */
export interface Left {
  tag: string;
  /** Names that are near, with how near; none where nothing is known. */
  near: readonly Near[];
  images: number;
}

export interface Conversion extends TagChange {
  converted: Converted[];
  left: Left[];
}

export interface ConvertOptions {
  /** Tags that stay as they are. */
  keep?: readonly string[];
  /** Take near, narrower and wider names too. Names that only the picture tells apart are left all the same. */
  loose?: boolean;
}

/** Writes every tag that is an alias on its site as the name it stands for (T10), in the set's spelling. Activation tags stay. */
export function convertAliases(scope: Scope, vocabulary: Vocabulary, options: ConvertOptions = {}): Conversion {
  return convert(scope, (images) => `converted aliases in ${images}`, options, (tag) => aliasVerdict(vocabulary, tag, options.loose));
}

/**
 * Writes the names of one site as those of the other (T11), in the set's spelling. Names that mean the same are converted;
 * near ones, and those that say more or less, are listed and left unless `loose`. Activation tags stay.
 *
 * @param own - of the site that is converted to
 * @param other - of the site that the captions are in, whose aliases are known; null for none
 */
export function convertTo(scope: Scope, own: Vocabulary, other: Vocabulary | null, options: ConvertOptions = {}): Conversion {
  return convert(scope, (images) => `converted the tags of ${images} to ${siteNames[own.site]}’s names`, options, (tag) => siteVerdict(own, other, tag, options.loose));
}

function convert(scope: Scope, what: (images: string) => string, { keep = [] }: ConvertOptions, judge: (tag: string) => Verdict | null): Conversion {
  const everywhere = new Set(scope.pictures);
  for (const { pictures } of scope.concepts) for (const picture of pictures) everywhere.add(picture);
  const spelling = spellingOf(everywhere);
  const kept = new Set(keep.map(tagKey));
  const verdicts = new Map<string, { verdict: Verdict; target: string | null } | null>();
  const verdictOf = (tag: string) => {
    let found = verdicts.get(tag);
    if (found === undefined) {
      const verdict = kept.has(tagKey(tag)) ? null : judge(tag);
      const target = typeof verdict === 'object' && verdict !== null && 'to' in verdict ? writtenAs(verdict.to, spelling, tag) : null;
      verdicts.set(tag, (found = verdict && { verdict, target }));
    }
    return found;
  };
  const activations = new Map(scope.concepts.map(({ folder, activation }) => [folder, new Set(activation.map(tagKey))]));
  const rows = new Map<string, { tag: string; verdict: Verdict; target: string | null; images: number }>();
  for (const picture of scope.pictures) {
    if (picture.locked || isNaturalCaption(picture)) continue;
    const own = activations.get(picture.folder);
    const seen = new Set<string>();
    for (const tag of picture.tags) {
      const found = verdictOf(tag);
      const key = tagKey(tag);
      if (!found || own?.has(key) || seen.has(key)) continue;
      seen.add(key);
      const row = rows.get(key);
      if (row) row.images++;
      else rows.set(key, { tag, ...found, images: 1 });
    }
  }
  const change = editCaptions(scope, what, (caption) => {
    const { picture, activation } = caption;
    if (isNaturalCaption(picture) || !picture.tags.some((tag) => verdictOf(tag)?.target)) return caption.text;
    const own = new Set(activation.map(tagKey));
    return editLine(caption, (line) => rewrite(line, (tag) => {
      const target = own.has(tagKey(tag)) ? null : verdictOf(tag)?.target;
      return typeof target === 'string' ? [target] : null;
    }));
  });
  const sentences = scope.pictures.filter((picture) => !picture.locked && isNaturalCaption(picture));
  const skipped = sentences.map(({ path }) => ({ image: path, why: `${printable(path)} is written in sentences, which have no tags to convert.` }));
  return { ...change, unchanged: change.unchanged - sentences.length, skipped: [...change.skipped, ...skipped], ...report([...rows.values()]) };
}

function report(rows: readonly { tag: string; verdict: Verdict; target: string | null; images: number }[]): Pick<Conversion, 'converted' | 'left'> {
  const converted: Converted[] = [];
  const left: Left[] = [];
  for (const { tag, verdict, target, images } of [...rows].sort((a, b) => b.images - a.images || (a.tag < b.tag ? -1 : 1))) {
    if (verdict === 'unknown') left.push({ tag, near: [], images });
    else if ('near' in verdict) left.push({ tag, near: verdict.near.map(({ name, relation }) => ({ name: written(name), relation })), images });
    else if ('saysMore' in verdict) left.push({ tag, near: [{ name: written(verdict.saysMore), relation: '+' }], images });
    else converted.push({ from: tag, to: target ?? verdict.to, via: verdict.via, images });
  }
  return { converted, left };
}
