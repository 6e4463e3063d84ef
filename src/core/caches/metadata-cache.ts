import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Concept, Picture } from '../dataset/model.js';
import type { CaptionRules } from '../trainer-eye/caption-rules.js';
import { loadedCaption } from '../trainer-eye/loaded-caption.js';

/** The file in an image folder that the trainer reads in place of captions and images, once it is there. */
export const metadataCache = 'metadata_cache.json';

/** In what a `metadata_cache.json` differs from what lies beside it. */
export interface StaleMetadata {
  /** Pictures whose caption, or size, is another one there. */
  changed: Picture[];
  /** Pictures that it does not know: they are not trained. */
  missing: Picture[];
  /** How many images it names that are gone. */
  gone: number;
  /** It cannot be read, and the trainer stops on it. */
  broken: boolean;
}

/** The file as it was read last, by path. */
const read = new Map<string, { stamp: string; table: Record<string, unknown> | null }>();

/** Compares a concept's `metadata_cache.json` with its images. Null when they agree. */
export async function staleMetadata(root: string, concept: Concept, rules: CaptionRules): Promise<StaleMetadata | null> {
  const table = await readTable(join(root, concept.folder, metadataCache));
  if (!table) return { changed: [], missing: [], gone: 0, broken: true };
  // The trainer knows images by the paths that it was given; only their names count here.
  const known = new Map(Object.entries(table).map(([path, value]) => [path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), value]));
  const stale: StaleMetadata = { changed: [], missing: [], gone: 0, broken: false };
  const names = new Set(concept.pictures.map(({ name }) => name));
  for (const name of known.keys()) if (!names.has(name)) stale.gone++;
  for (const picture of concept.pictures) {
    if (!known.has(picture.name)) stale.missing.push(picture);
    else if (differs(known.get(picture.name), picture, loadedCaption(picture, concept.activationText, rules).text)) stale.changed.push(picture);
  }
  return stale.changed.length + stale.missing.length + stale.gone === 0 ? null : stale;
}

function differs(value: unknown, { facts }: Picture, caption: string): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const { caption: kept, resolution } = value as { caption?: unknown; resolution?: unknown };
  if ((kept ?? '') !== caption) return true;
  if (!facts || facts.error !== null || !Array.isArray(resolution)) return false;
  const [width, height] = resolution as unknown[];
  return Math.abs(Number(width) - facts.width) > 1 || Math.abs(Number(height) - facts.height) > 1;
}

async function readTable(path: string): Promise<Record<string, unknown> | null> {
  const info = await stat(path).catch(() => null);
  const stamp = info ? `${info.size} ${info.mtimeMs} ${info.ino}` : '';
  const before = read.get(path);
  if (before?.stamp === stamp) return before.table;
  const table = await readFile(path, 'utf8').then(parsed, () => null);
  read.set(path, { stamp, table });
  return table;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
