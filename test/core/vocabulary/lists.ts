import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { Category, Site } from '../../../src/core/vocabulary/model.js';
import { addAlias, addImplication, addTag, emptyTable, type Table } from '../../../src/core/vocabulary/table.js';

/** A folder for the lists of a test file, and a home in which indexes lie; both go when it is done. */
export const folder = mkdtempSync(join(tmpdir(), 'loradeck-vocabulary-'));
process.env['XDG_DATA_HOME'] = join(folder, 'data');
process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a list, compressed when its name says so, and gives its path. */
export async function list(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await writeFile(path, name.endsWith('.gz') ? gzipSync(bytes) : bytes);
  return path;
}

/** A table of a few names: `name:posts` or `name:posts:category`, aliases `from>to`, implications `from=>to`. */
export function tableOfText(site: Site, text: string): Table {
  const table = emptyTable(site);
  for (const word of text.trim().split(/\s+/)) {
    const [from = '', to = ''] = word.split(/=?>/);
    if (word.includes('=>')) addImplication(table, { from, to });
    else if (word.includes('>')) addAlias(table, { from, to });
    else {
      const [name = '', posts = '', category = 'general'] = word.split(':');
      addTag(table, { name, posts: posts === '' ? null : Number(posts), category: category as Category });
    }
  }
  return table;
}
