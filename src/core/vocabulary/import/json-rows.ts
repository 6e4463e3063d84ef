import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { Objects } from './objects.js';
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
  const decoder = new StringDecoder('utf8');
  const objects = new Objects();
  for await (const chunk of source) yield* objects.push(decoder.write(chunk as Buffer)) as Generator<Fields>;
  yield* objects.push(decoder.end()) as Generator<Fields>;
  objects.end();
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
