import { stat } from 'node:fs/promises';
import type { Site } from './model.js';
import { importedPath, openVocabulary, type Opened } from './store.js';

const known = new Map<Site, { stamp: string; opened: Promise<Opened> }>();

/** As `openVocabulary`, read once and again only when lists were imported since, by whatever program. */
export async function openedVocabulary(site: Site): Promise<Opened> {
  const stamp = await stampOf(importedPath(site));
  const before = known.get(site);
  if (before?.stamp === stamp) return before.opened;
  const opened = openVocabulary(site);
  known.set(site, { stamp, opened });
  return opened;
}

async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found ? `${path} ${found.mtimeMs} ${found.size}` : path;
}
