import { isDeepStrictEqual } from 'node:util';
import * as toml from '@decimalturn/toml-patch';
import { SETTINGS_FILE } from '../dataset/workspace.js';
import { isTable } from './ours.js';
import { readToml, TomlMistake } from './read-toml.js';

/** Integers are `bigint`, so that a whole number that is a float in the trainer is written with its point. */
export type TomlValue = string | number | bigint | boolean | readonly (string | number | bigint)[];

/** The file cannot be read or changed; its message is one clear sentence. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

type Block = ReturnType<typeof toml.parseDocument>['cst'][number];
type Pair = Extract<Block, { equals: number }>;
type Section = Exclude<Extract<Block, { items: unknown }>, Pair>;

const isPair = (block: Block): block is Pair => String(block.type) === 'KeyValue';
const isSection = (block: Block): block is Section => String(block.type) === 'Table';

/** A byte order mark at the start of a text stays, but no tool need see it. */
const MARK = '\ufeff';

const format = { minimumDecimals: 1, bracketSpacing: false };

/** `key = value` as one line of TOML, without a line end. */
export function tomlLine(key: string, value: TomlValue): string {
  return toml.stringify({ [key]: value }, format).trimEnd();
}

/**
 * Sets one value in the text of a TOML file. Comments, order, spacing and line ends of everything else stay. A new key
 * goes after the last one of its table, a new table to the end.
 * @throws SettingsError when the text cannot be changed without changing something else
 */
export function setToml(text: string, path: readonly string[], value: TomlValue): string {
  if (text.startsWith(MARK)) return MARK + setToml(text.slice(1), path, value);
  const all = tableOf(text);
  const wanted = withValue(all, path, plain(value));
  const found = lookUp(all, path);
  const edited = found !== undefined ? replaced(text, path, value) : inserted(text, path, value);
  return verified(edited, wanted);
}

/**
 * Takes one key out of the text of a TOML file. Comments above it and behind it stay where they are.
 * @throws SettingsError as {@link setToml}
 */
export function removeToml(text: string, path: readonly string[]): string {
  if (text.startsWith(MARK)) return MARK + removeToml(text.slice(1), path);
  const all = tableOf(text);
  if (lookUp(all, path) === undefined) return text;
  const wanted = withValue(all, path, undefined);
  const pair = findPair(text, path);
  if (!pair) return verified(patched(text, path, undefined), wanted);
  const lines = text.split('\n');
  const from = pair.loc.start.line - 1;
  const to = pair.loc.end.line - 1;
  const behind = (lines[to] ?? '').slice(pair.loc.end.column).trim();
  lines.splice(from, to - from + 1, ...(behind.startsWith('#') ? [lineLike(text, behind)] : []));
  return verified(lines.join('\n'), wanted);
}

function replaced(text: string, path: readonly string[], value: TomlValue): string {
  const pair = findPair(text, path);
  const place = pair && 'loc' in pair.value ? pair.value.loc : null;
  if (place && place.start.line === place.end.line) {
    const lines = text.split('\n');
    const at = place.start.line - 1;
    const line = lines[at] ?? '';
    lines[at] = line.slice(0, place.start.column) + tomlLine('x', value).slice('x = '.length) + line.slice(place.end.column);
    return lines.join('\n');
  }
  // A list over several lines may hold comments, which only the library can keep.
  return patched(text, path, Array.isArray(value) ? [...(value as readonly string[])] : value);
}

function patched(text: string, path: readonly string[], value: unknown): string {
  const all: unknown = toml.parse(text);
  return toml.patch(text, withValue(all, path, value), { minimumDecimals: 1 });
}

function inserted(text: string, path: readonly string[], value: TomlValue): string {
  const key = path.at(-1) ?? '';
  const line = tomlLine(key, value);
  const table = path.slice(0, -1);
  const blocks = text.trim() === '' ? [] : toml.parseDocument(text).cst;
  if (table.length === 0) return insertedAtRoot(text, blocks, line);
  const home = blocks.filter(isSection).find((section) => isDeepStrictEqual(section.key.item.value, table));
  if (home) {
    const last = home.items.findLast(isPair);
    return withLineAfter(text, last ? last.loc.end.line : home.key.loc.end.line, line);
  }
  if (lookUp(tableOf(text), table) !== undefined && !canOpen(blocks, table)) return patched(text, path, value);
  const header = toml.stringify(nested(table), { inlineTableStart: 9 }).trim().split('\n').at(-1) ?? '';
  const gap = text.trim() === '' ? '' : lineEnd(text);
  return withEnd(text) + gap + header + lineEnd(text) + line + lineEnd(text);
}

/** A table that exists only because of tables below it may still be opened. */
function canOpen(blocks: readonly Block[], table: readonly string[]): boolean {
  return !blocks.some((block) => isPair(block) && block.key.value[0] === table[0]);
}

function insertedAtRoot(text: string, blocks: readonly Block[], line: string): string {
  const last = blocks.findLast(isPair);
  if (last) return withLineAfter(text, last.loc.end.line, line);
  const table = blocks.find((block) => /^Table/.test(block.type));
  if (!table) return withEnd(text) + line + lineEnd(text);
  // Above the table, and above the comment that stands directly over it; a blank line keeps them apart.
  const lines = text.split('\n');
  let at = table.loc.start.line - 1;
  while (at > 0 && /^\s*#/.test(lines[at - 1] ?? '')) at--;
  lines.splice(at, 0, lineLike(text, line), lineLike(text, ''));
  return lines.join('\n');
}

/** @param after 1-based number of the line that it follows */
function withLineAfter(text: string, after: number, line: string): string {
  const whole = withEnd(text).split('\n');
  whole.splice(after, 0, lineLike(text, line));
  return whole.join('\n');
}

function findPair(text: string, path: readonly string[]): Pair | undefined {
  const table = path.slice(0, -1);
  const key = path.slice(-1);
  const blocks = toml.parseDocument(text).cst;
  const sections = blocks.filter(isSection).filter((section) => isDeepStrictEqual(section.key.item.value, table));
  const home: readonly Block[] = table.length === 0 ? blocks : sections.flatMap((section) => section.items);
  return home.filter(isPair).find((pair) => isDeepStrictEqual(pair.key.value, key));
}

function tableOf(text: string): Record<string, unknown> {
  try {
    return readToml(text);
  } catch (error) {
    throw error instanceof TomlMistake ? new SettingsError(`${error.sentence(SETTINGS_FILE)} Mend it in an editor first.`) : error;
  }
}

function verified(edited: string, wanted: unknown): string {
  let got: unknown;
  try {
    got = readToml(edited);
  } catch {
    got = undefined;
  }
  if (!isDeepStrictEqual(jsonOf(got), jsonOf(wanted))) {
    throw new SettingsError(
      `This value cannot be changed here without changing something else in ${SETTINGS_FILE}; change it in an editor.`,
    );
  }
  return edited;
}

function jsonOf(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function plain(value: TomlValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value)
    ? (value as readonly (string | number | bigint)[]).map((item) => (typeof item === 'bigint' ? Number(item) : item))
    : value;
}

/** A copy with one value set, or with the key taken out when the value is undefined. */
function withValue(all: unknown, path: readonly string[], value: unknown): Record<string, unknown> {
  const copy: Record<string, unknown> = isTable(all) ? Object.assign({}, all) : {};
  const [key = '', ...rest] = path;
  if (rest.length > 0) copy[key] = withValue(copy[key], rest, value);
  else if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

function lookUp(all: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined), all);
}

function nested(path: readonly string[]): Record<string, unknown> {
  const [key = '', ...rest] = path;
  return { [key]: rest.length > 0 ? nested(rest) : {} };
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A line as it stands between `\n`: with a `\r` where the file uses them. */
function lineLike(text: string, line: string): string {
  return text.includes('\r\n') ? `${line}\r` : line;
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : text + lineEnd(text);
}
