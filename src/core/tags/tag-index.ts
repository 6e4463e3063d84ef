import type { Picture } from '../dataset/model.js';
import { tagKey } from './same-tag.js';

/** A tag of the set. */
export interface TagCount {
  /** In the spelling that most of its captions use. */
  tag: string;
  /** On how many images it is. */
  count: number;
}

interface Posting {
  key: string;
  /** Spelling → how many images write it so. */
  spellings: Map<string, number>;
  pictures: Set<number>;
}

/** Which tag is on which images. Kept up to date one picture at a time; the cost is that of the picture's own tags. */
export class TagIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #tags = new Map<number, readonly string[]>();
  #version = 0;
  #sorted: TagCount[] | null = null;

  /** Grows with every change, for whoever keeps something computed from the index. */
  get version(): number {
    return this.#version;
  }

  /** How many images are indexed. */
  get size(): number {
    return this.#tags.size;
  }

  /** Takes a picture in, or its new tags when it is in already. */
  update(picture: Pick<Picture, 'id' | 'tags'>): void {
    const before = this.#tags.get(picture.id);
    if (before === picture.tags) return;
    if (before) this.#drop(picture.id, before);
    this.#tags.set(picture.id, picture.tags);
    for (const tag of picture.tags) {
      const key = tagKey(tag);
      let posting = this.#postings.get(key);
      if (!posting) this.#postings.set(key, (posting = { key, spellings: new Map(), pictures: new Set() }));
      if (posting.pictures.has(picture.id)) continue;
      posting.pictures.add(picture.id);
      posting.spellings.set(tag, (posting.spellings.get(tag) ?? 0) + 1);
    }
    this.#changed();
  }

  /** Forgets a picture. */
  remove(id: number): void {
    const before = this.#tags.get(id);
    if (!before) return;
    this.#drop(id, before);
    this.#tags.delete(id);
    this.#changed();
  }

  /** On how many images a tag is, in any spelling. */
  count(tag: string): number {
    return this.#postings.get(tagKey(tag))?.pictures.size ?? 0;
  }

  /** A tag as most captions write it; null when no image has it. */
  spelling(tag: string): string | null {
    const posting = this.#postings.get(tagKey(tag));
    return posting ? mostCommon(posting.spellings) : null;
  }

  /** The ids of the images that have a tag, in any spelling. */
  picturesWith(tag: string): ReadonlySet<number> {
    return this.#postings.get(tagKey(tag))?.pictures ?? new Set();
  }

  /** The tags of an image, as written. */
  tagsOf(id: number): readonly string[] {
    return this.#tags.get(id) ?? [];
  }

  /** All tags, the most frequent first, then by alphabet. Computed once between two changes. */
  list(): readonly TagCount[] {
    this.#sorted ??= [...this.#postings.values()]
      .map(({ spellings, pictures }) => ({ tag: mostCommon(spellings), count: pictures.size }))
      .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
    return this.#sorted;
  }

  #drop(id: number, tags: readonly string[]): void {
    for (const tag of tags) {
      const posting = this.#postings.get(tagKey(tag));
      // A tag that the caption repeats was counted once, in its first spelling.
      if (!posting?.pictures.delete(id)) continue;
      const count = (posting.spellings.get(tag) ?? 1) - 1;
      if (count > 0) posting.spellings.set(tag, count);
      else posting.spellings.delete(tag);
      if (posting.pictures.size === 0) this.#postings.delete(posting.key);
    }
  }

  #changed(): void {
    this.#version++;
    this.#sorted = null;
  }
}

function mostCommon(spellings: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [tag, count] of spellings) {
    if (count > most || (count === most && tag < best)) [best, most] = [tag, count];
  }
  return best;
}

/** Indexes the tags of these pictures. */
export function tagIndex(pictures: Iterable<Pick<Picture, 'id' | 'tags'>>): TagIndex {
  const index = new TagIndex();
  for (const picture of pictures) index.update(picture);
  return index;
}

/** The tags of these pictures with how many have each, the most frequent first. */
export function listTags(pictures: Iterable<Pick<Picture, 'id' | 'tags'>>): readonly TagCount[] {
  return tagIndex(pictures).list();
}
