import type { Caption, Facts, Picture } from '../../../src/core/dataset/model.js';
import { tagsOf } from '../../../src/core/tags/caption.js';

let lastId = 0;

/** A picture as a scan would give it, for tests that need no files. A caption of null = no caption file. */
export function picture(path: string, caption: string | null = null, facts: Partial<Facts> | null = null): Picture {
  const [folder = '', name = ''] = path.split('/');
  const stem = name.replace(/\.[^.]*$/, '');
  const captionPath = `${folder}/${stem}.txt`;
  const file: Caption | null =
    caption === null ? null : { path: captionPath, text: caption, encoding: 'utf-8', bytes: Buffer.byteLength(caption) };
  const still: Facts = { width: 768, height: 768, format: 'png', alpha: false, orientation: 1, frames: 1, space: 'srgb', depth: 8, error: null };
  return {
    id: ++lastId,
    path,
    folder,
    name,
    stem,
    bytes: 1000,
    mtimeMs: lastId,
    captionPath,
    caption: file,
    tags: tagsOf(caption ?? ''),
    facts: facts ? { ...still, ...facts } : null,
  };
}
