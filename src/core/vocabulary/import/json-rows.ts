import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { ListError } from './list-error.js';
import type { Rows } from './rows.js';
import { shapeOfJson } from './shape.js';
import type { Row } from './take.js';

type Fields = Readonly<Record<string, unknown>>;

/** The rows of a JSON list, whole or an object a line, as the sites' APIs give them. */
export async function rowsOfJson(source: Readable, fileName: string): Promise<Rows> {
  const objects = objectsOf(source)[Symbol.asyncIterator]();
  const first = await objects.next();
  const shape = shapeOfJson(first.done ? {} : first.value, fileName);
  async function* rows() {
    for (let next = first; !next.done; next = await objects.next()) yield rowOfJson(next.value);
  }
  return { shape, rows: rows() };
}

async function* objectsOf(source: Readable): AsyncGenerator<Fields> {
  let text = '';
  let isLines: boolean | null = null;
  for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    isLines ??= isWholeObject(line);
    if (isLines) yield* listIn(JSON.parse(line));
    else text += `${line}\n`;
  }
  if (!isLines) yield* listIn(JSON.parse(text));
}

function isWholeObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The objects of a value: it is one, a list of them, or an object that holds a list (`{"tags": []}`). */
function listIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.filter(isFields);
  if (!isFields(value)) throw new ListError('The file holds no list of tags.');
  const inner = ['tags', 'tag_aliases', 'tag_implications'].map((name) => value[name]).find((one) => Array.isArray(one));
  return inner ? (inner as unknown[]).filter(isFields) : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowOfJson(fields: Fields): Row {
  return {
    name: fields['name'] ?? fields['tag'],
    category: fields['category'] ?? fields['category_id'] ?? fields['type'],
    posts: fields['post_count'] ?? fields['count'],
    aliases: fields['aliases'],
    retired: fields['is_deprecated'],
    from: fields['antecedent_name'],
    to: fields['consequent_name'],
    status: fields['status'],
  };
}
