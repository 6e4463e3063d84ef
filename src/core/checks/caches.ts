import { metadataCache, staleMetadata, type StaleMetadata } from '../caches/metadata-cache.js';
import { staleCaches, type StaleCache } from '../caches/stale-caches.js';
import type { Concept } from '../dataset/model.js';
import { setAside } from '../journal/set-aside.js';
import { printable } from '../printable.js';
import { counted, listed } from '../words.js';
import type { Check } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** what the trainer has kept of images and captions that are other ones now, and would use all the same. */
export const staleFiles: Check = async (context) => {
  const { caches, captions } = context.file;
  const { root, concepts } = context.dataset;
  const found: Finding[] = [];
  if (!caches.latents && !caches.texts && !caches.info) return found;
  for (const concept of concepts) {
    const files = await context.otherFiles(concept);
    const stale = await staleCaches(root, concept, files, caches);
    for (const holds of ['latents', 'texts'] as const) {
      const own = stale.filter((one) => one.holds === holds);
      if (own.length > 0) found.push(ofCaches(concept, own));
    }
    const metadata = caches.info && files.includes(metadataCache) ? await staleMetadata(root, concept, captions) : null;
    if (metadata) found.push(ofMetadata(concept, metadata));
  }
  return found;
};

function ofCaches({ folder }: Concept, stale: readonly StaleCache[]): Finding {
  const images = [...new Set(stale.map(({ picture }) => picture.path))].sort();
  const [what, old] = stale[0]?.holds === 'latents' ? ['image', 'the old picture'] : ['caption', 'the old caption'];
  const one = stale.length === 1;
  const message = `${counted(stale.length, 'cache', 'is', 'are')} not of today’s ${what}${one ? '' : 's'} (${listed(stale.map(({ path }) => nameOf(path)))}), and the trainer would train ${old}${one ? '' : 's'}.`;
  return finding({ rule: 'R-85', level: 'error', concept: folder, images, message, fix: remove(stale.map(({ path }) => path), images.length) });
}

function ofMetadata({ folder }: Concept, { changed, missing, gone, broken }: StaleMetadata): Finding {
  const path = `${folder}/${metadataCache}`;
  const images = [...changed, ...missing].map((picture) => picture.path);
  const differences = [
    changed.length > 0 && `${counted(changed.length, 'image', 'has', 'have')} another caption or size`,
    missing.length > 0 && `${counted(missing.length, 'image', 'is', 'are')} not in it`,
    gone > 0 && `${counted(gone, 'image', 'is', 'are')} gone`,
  ].filter(Boolean);
  const message = broken
    ? `${printable(path)} cannot be read, and the trainer stops on it.`
    : `The trainer reads ${printable(path)} in place of images and captions, and it is out of date: ${differences.join(', ')}.`;
  return finding({ rule: 'R-68', level: 'error', blocks: broken, concept: folder, images, message, fix: remove([path], images.length) });
}

function remove(paths: readonly string[], images: number): Fix {
  return {
    label: `remove ${paths.length === 1 ? 'it' : 'them'}: the trainer makes ${paths.length === 1 ? 'it' : 'them'} anew`,
    change: async () => ({ what: `removed ${counted(paths.length, 'stale cache file')}`, images, entries: setAside(paths) }),
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
