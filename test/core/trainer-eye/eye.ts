import { captionRules, type CaptionRules } from '../../../src/core/trainer-eye/caption-rules.js';
import { parseSettings } from '../../../src/core/settings/file.js';
import type { Picture } from '../../../src/core/dataset/model.js';
import { readCaption, tagsOf } from '../../../src/core/tags/caption.js';

/** The rules that these lines of settings give, with no recipe behind them. */
export function rulesOf(toml: string): CaptionRules {
  return captionRules(parseSettings('/work/burger', `${toml}\n[loradeck]\nrecipe = "none"\n`));
}

/** A picture of the concept `10_hmbrgr` with this caption; null = there is no file. */
export function pictureWith(caption: string | Uint8Array | null, path = '10_hmbrgr/one.png', captionPath = path.replace(/\.\w+$/, '.txt')): Picture {
  const bytes = typeof caption === 'string' ? new TextEncoder().encode(caption) : caption;
  const read = bytes && readCaption(bytes);
  const name = path.split('/').at(-1) ?? '';
  return {
    id: 1,
    path,
    folder: '10_hmbrgr',
    name,
    stem: name.replace(/\.\w+$/, ''),
    bytes: 1,
    mtimeMs: 0,
    captionPath,
    caption: read && bytes ? { path: captionPath, bytes: bytes.length, ...read } : null,
    tags: read ? tagsOf(read.text) : [],
    facts: null,
  };
}
