import { isNaturalCaption } from '../dataset/query/searchable.js';
import type { Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { impliedTags, ordinary, pathNames, type Implied, type Role } from '../vocabulary/implied.js';
import { meaningOf } from '../vocabulary/meaning.js';
import { written } from '../vocabulary/names.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { editLine } from './edit-lines.js';
import { tagKey } from './same-tag.js';

/** What {@link pruneImplied} leaves. */
export interface PruneOptions {
  /** Tags that stay, whatever implies them. */
  keep?: readonly string[];
  /** So many tags at the front stay: what `keep_tokens` holds there. Default 0. */
  front?: number;
  /**
   * Activation tags that are names of the vocabulary too take away what they imply. Off unless told, as a made-up word may
   * be a name of something else by chance. They themselves stay in any case.
   */
  byActivation?: boolean;
}

/** A tag that goes, over all images. */
export interface Dropped {
  tag: string;
  /** From how many images of the scope it goes. */
  images: number;
  /** On how many images of all concepts it is then left. */
  left: number;
  /** What says it, the most frequent first. */
  by: { tag: string; images: number; /** From what says it to what goes. */ path: string[] }[];
}

export interface PruneChange extends TagChange {
  /** What goes, the most frequent first. */
  dropped: Dropped[];
}

/** Gives what each tag of a caption may do, by its activation tags. */
function rolesOf(activation: readonly string[], { keep = [], front = 0, byActivation = false }: PruneOptions): (tag: string, at: number) => Role {
  const kept = new Set(keep.map(tagKey));
  const own = new Set(activation.map(tagKey));
  const isOwn: Role = { stays: true, causes: byActivation };
  const stays: Role = { stays: true, causes: true };
  return (tag, at) => {
    const key = tagKey(tag);
    if (own.has(key)) return isOwn;
    return at < front || kept.has(key) ? stays : ordinary;
  };
}

/** Finds the implied tags of a picture; sentences have none (T16). @param activation the activation tags by folder */
export function pruner(vocabulary: Vocabulary, activation: ReadonlyMap<string, readonly string[]>, options: PruneOptions = {}): (picture: Picture) => Implied[] {
  const roles = new Map<string, (tag: string, at: number) => Role>();
  return (picture) => {
    let role = roles.get(picture.folder);
    if (!role) roles.set(picture.folder, (role = rolesOf(activation.get(picture.folder) ?? [], options)));
    const found = impliedTags(vocabulary, picture.tags, role);
    return found.length > 0 && isNaturalCaption(picture) ? [] : found;
  };
}

/**
 * Takes out of every caption what another tag of it implies, transitively (T08): the specific tag stays. Activation tags
 * stay and take nothing away. Which tags imply others is the site's to say, so the vocabulary has to be the workspace's.
 */
export function pruneImplied(scope: Scope, vocabulary: Vocabulary, options: PruneOptions = {}): PruneChange {
  const look = pruner(vocabulary, new Map(scope.concepts.map(({ folder, activation }) => [folder, activation])), options);
  const found = new Map<string, Implied[]>();
  const change = editCaptions(scope, (images) => `removed implied tags from ${images}`, (caption) => {
    const implied = look(caption.picture);
    if (implied.length === 0) return caption.text;
    found.set(caption.picture.captionPath, implied);
    return editLine(caption, (line) => line.removeAll(implied.map(({ at }) => at)));
  });
  // Counted by themselves, so that nobody takes them for captions that are in order.
  const sentences = scope.pictures.filter((picture) => !picture.locked && isNaturalCaption(picture));
  const skipped = sentences.map(({ path }) => ({ image: path, why: `${printable(path)} is written in sentences, which have no tags to imply others.` }));
  const changed = new Set(change.entries.map((entry) => (entry.kind === 'move' ? entry.from : entry.path)));
  const pruned = scope.pictures.filter(({ captionPath, locked }) => !locked && changed.has(captionPath));
  return {
    ...change,
    unchanged: change.unchanged - sentences.length,
    skipped: [...change.skipped, ...skipped],
    dropped: countDropped(scope, vocabulary, pruned.map((picture) => ({ picture, implied: found.get(picture.captionPath) ?? [] }))),
  };
}

function countDropped(scope: Scope, vocabulary: Vocabulary, pruned: readonly { picture: Picture; implied: readonly Implied[] }[]): Dropped[] {
  const rows = new Map<number, { images: number; by: Map<number, number> }>();
  for (const { implied } of pruned) {
    const seen = new Set<number>();
    for (const { entry, byEntry } of implied) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      let row = rows.get(entry);
      if (!row) rows.set(entry, (row = { images: 0, by: new Map() }));
      row.images++;
      row.by.set(byEntry, (row.by.get(byEntry) ?? 0) + 1);
    }
  }
  if (rows.size === 0) return [];
  const having = countHaving(scope, vocabulary, rows);
  const name = (entry: number) => written(vocabulary.name(entry));
  return [...rows]
    .map(([entry, { images, by }]) => ({
      tag: name(entry),
      images,
      left: Math.max(0, (having.get(entry) ?? images) - images),
      by: [...by].sort((a, b) => b[1] - a[1]).map(([from, count]) => ({ tag: name(from), images: count, path: pathNames(vocabulary, from, entry) })),
    }))
    .sort((a, b) => b.images - a.images || (a.tag < b.tag ? -1 : 1));
}

/** On how many images of all concepts some names are, by whatever alias. */
function countHaving(scope: Scope, vocabulary: Vocabulary, wanted: ReadonlyMap<number, unknown>): Map<number, number> {
  const pictures = new Set(scope.pictures);
  for (const concept of scope.concepts) for (const picture of concept.pictures) pictures.add(picture);
  const counts = new Map<number, number>();
  for (const { tags } of pictures) {
    const seen = new Set<number>();
    for (const tag of tags) {
      const entry = meaningOf(vocabulary, tag);
      if (!wanted.has(entry) || seen.has(entry)) continue;
      seen.add(entry);
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  }
  return counts;
}

/** The way to an implied tag from what says it, in one line: `canid ← canine ← wolf`. Not made printable. */
export function pathLine(path: readonly string[]): string {
  return [...path].reverse().join(' ← ');
}
