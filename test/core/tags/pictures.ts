import type { Concept, Picture } from '../../../src/core/dataset/model.js';
import { readCaption, tagsOf } from '../../../src/core/tags/caption.js';
import type { Scope, TagChange } from '../../../src/core/tags/edit-captions.js';

/** A picture with this caption; null = it has none. */
export function picture(content: string | Uint8Array | null, { id = 1, folder = '1_fox' } = {}): Picture {
  const path = `${folder}/${id}.png`;
  const captionPath = `${folder}/${id}.txt`;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const caption = bytes && { path: captionPath, ...readCaption(bytes), bytes: bytes.length };
  const tags = caption ? tagsOf(caption.text) : [];
  return { id, path, folder, name: `${id}.png`, stem: `${id}`, bytes: 1, mtimeMs: 1, captionPath, caption, tags, facts: null };
}

/** A scope of one concept `1_fox` with the activation tags given. */
export function scope(pictures: readonly Picture[], activation: readonly string[] = ['fox']): Scope {
  const concept: Concept = { folder: '1_fox', repeats: 1, activationText: activation.join(', '), activation, pictures, ignored: [] };
  return { pictures, concepts: [concept], captionExtension: '.txt' };
}

/** The one caption's bytes after a change: null when it is not in it. */
export function after(change: TagChange): string | null {
  const [entry] = change.entries;
  return entry?.kind === 'text' ? entry.after : null;
}
