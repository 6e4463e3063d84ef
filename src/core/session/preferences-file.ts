import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../own-folders.js';
import { columnNames, sortNames, type ColumnName } from './columns.js';
import type { Preferences } from './preferences.js';

const name = z.string().min(1).max(80).nullable();
const names: readonly unknown[] = columnNames;

/** A value that means nothing is left out by itself; the others still count. */
const schema = z.looseObject({
  mode: z.enum(['grid', 'list']).optional().catch(undefined),
  tile: z.int().min(0).max(9).nullable().optional().catch(undefined),
  columns: z
    .array(z.unknown())
    .transform((list) => [...new Set(list)].filter((one): one is ColumnName => names.includes(one)))
    .refine((list) => list.length > 0)
    .optional()
    .catch(undefined),
  sort: z.object({ by: z.enum(sortNames), descending: z.boolean() }).nullable().optional().catch(undefined),
  theme: name.optional().catch(undefined),
  images: name.optional().catch(undefined),
  quality: name.optional().catch(undefined),
  eye: z.boolean().optional().catch(undefined),
});

/** Where the preferences lie: `view.json` in the data folder. */
export function preferencesPath(): string {
  return join(dataFolder(), 'view.json');
}

/** What was chosen in earlier sessions. A file that is missing or damaged says nothing. */
export async function readPreferences(path = preferencesPath()): Promise<Partial<Preferences>> {
  const { mode, tile, columns, sort, theme, images, quality, eye } = schema.parse(await readTable(path));
  const found = { mode, tile, columns, sort, theme, images, quality, eye };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/**
 * Writes what was chosen into the file, whole or not at all. What else stands in it stays: another session may have chosen
 * something else, and a later version of the program something that this one does not know.
 */
export async function writePreferences(changed: Partial<Preferences>, path = preferencesPath()): Promise<void> {
  const { default: write } = await import('write-file-atomic');
  await mkdir(dirname(path), { recursive: true });
  await write(path, `${JSON.stringify({ ...(await readTable(path)), ...changed }, null, 2)}\n`, { fsync: false });
}

async function readTable(path: string): Promise<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {};
  }
}
