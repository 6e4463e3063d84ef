import { pipeline, type Readable } from 'node:stream';
import type { Options } from 'csv-parse';
import type { Rows } from './rows.js';
import { shapeOfCsv } from './shape.js';
import { rowOf } from './take.js';

/** Lists are written by many hands: quotes in the middle of a name (`"_"`), rows of different lengths, marks at the start. */
const options = {
  relax_quotes: true, relax_column_count: true, skip_empty_lines: true, bom: true, trim: true,
  // A name has at most some hundred aliases. Without a bound a file of one endless line would be held in memory.
  max_record_size: 1 << 20,
} as const satisfies Options;

/** So many rows tell what a list is. */
const looked = 200;

/** The rows of a CSV, or of a file with a name a line. */
export async function rowsOfCsv(source: Readable, start: Buffer, fileName: string): Promise<Rows> {
  const [{ parse }, { parse: parseAtOnce }] = await Promise.all([import('csv-parse'), import('csv-parse/sync')]);
  const end = start.lastIndexOf(0x0a);
  // Quotes that end behind the first piece would be said to be torn.
  const rows: string[][] = parseAtOnce(end > 0 ? start.subarray(0, end + 1) : start, { ...options, to: looked });
  const shape = shapeOfCsv(rows, fileName);
  const parser = pipeline(source, parse(options), () => {});
  return { shape, rows: shape.format === 'plain' ? names(parser) : table(parser, shape.header, shape.columns) };
}

async function* names(parser: AsyncIterable<string[]>) {
  for await (const cells of parser) {
    // A remark; a name may begin with the sign, but not with a space behind it.
    if (/^#(\s|$)/.test(cells[0] ?? '')) continue;
    for (const name of cells) if (name !== '') yield { name };
  }
}

async function* table(parser: AsyncIterable<string[]>, header: boolean, columns: Parameters<typeof rowOf>[1]) {
  let first = header;
  for await (const cells of parser) {
    if (!first) yield rowOf(cells, columns);
    first = false;
  }
}
