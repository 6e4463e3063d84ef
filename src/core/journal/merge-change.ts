import { join } from 'node:path';
import { printable } from '../printable.js';
import { readToml } from '../settings/read-toml.js';
import { mergeCaptions, mergeLines } from '../tags/merge-captions.js';
import type { Conflict, Merged } from '../tags/merged.js';
import type { Change, Entry, TextEntry } from './change.js';
import { checkChange, type Checked } from './check.js';
import { ChangedMeanwhile, type InTheWay } from './errors.js';
import { readPlain } from './files.js';
import { follow, isUnder, trace } from './steps.js';

/** A change made to fit files that others wrote since it was thought of. */
export interface MergedChange {
  change: Change;
  /** Files whose new text was merged, also those that need no writing any more. */
  merged: string[];
  inTheWay: InTheWay[];
}

/** A change as it can be made on the files as they are, checked. */
export interface Fitted {
  change: Change;
  merged: readonly string[];
  checked: Checked;
}

/**
 * Checks a change and, where others wrote captions in between, makes it fit.
 *
 * @param cleared - as {@link checkChange} takes it
 * @throws ChangedMeanwhile when it cannot be merged with what is there
 */
export async function fitChange(root: string, change: Change, cleared: readonly string[]): Promise<Fitted> {
  try {
    return { change, merged: [], checked: await checkChange(root, change.entries, cleared) };
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
  }
  const { change: fitted, merged, inTheWay } = await mergeChange(root, change);
  if (inTheWay.length > 0) throw new ChangedMeanwhile(inTheWay);
  return { change: fitted, merged, checked: await checkChange(root, fitted.entries, cleared) };
}

/** What a file holds: null = nothing is there, a symbol = it is no text. */
type Content = string | null | typeof noText;

const noText = Symbol();

/**
 * Makes a change fit the files as they are: where a caption is not what the change expects, its edit is made on what is
 * there, by tag, sentence or line; settings are merged by line. What is as the change would leave it drops out. Bytes and names are not
 * merged: entries of those stay as they are.
 *
 * @param change - paths as they are named at each entry's turn
 */
export async function mergeChange(root: string, change: Change): Promise<MergedChange> {
  const result: MergedChange = { change, merged: [], inTheWay: [] };
  const entries: Entry[] = [];
  const moves: [string, string][] = [];
  const contents = new Map<string, Content>();
  for (const entry of change.entries) {
    if (entry.kind === 'move') {
      moves.push([entry.from, entry.to]);
      for (const [path, content] of [...contents]) {
        if (!isUnder(path, entry.from)) continue;
        contents.delete(path);
        contents.set(follow(path, [[entry.from, entry.to]]), content);
      }
    }
    if (entry.kind !== 'text') {
      if (entry.kind === 'blob') contents.set(entry.path, noText);
      entries.push(entry);
      continue;
    }
    const now = contents.get(entry.path) ?? (contents.has(entry.path) ? null : await contentOf(root, trace(entry.path, moves)));
    const fitted = now === entry.before || now === noText ? entry : fit(entry, now, result);
    if (fitted) entries.push(fitted);
    contents.set(entry.path, fitted ? fitted.after : now);
  }
  result.change = { ...change, entries };
  return result;
}

/** Null when the file needs no writing. */
function fit(entry: TextEntry, now: string | null, { merged, inTheWay }: MergedChange): TextEntry | null {
  const { path, before, after } = entry;
  const refuse = (why: string, was?: string) => {
    inTheWay.push({ path, why, ...(was !== undefined && { was }) });
    return entry;
  };
  merged.push(path);
  if (now === after) return null;
  if (now === null) return refuse(`${printable(path)} is not there any more`);
  const merge = path.endsWith('.toml') ? mergeSettings : mergeCaptions;
  const result = merge(before ?? '', after ?? '', now);
  if ('conflicts' in result) return refuse(inWords(path, result.conflicts), result.conflicts[0]?.was);
  // A file that is to go stays with what others wrote into it, as long as there is anything.
  if (after === null && result.text.trim() === '') return { ...entry, before: now };
  // No file is left with 0 bytes, at which the trainer stops (T01).
  const text = result.text === '' && after !== '' ? '\n' : result.text;
  return text === now ? null : { ...entry, before: now, after: text };
}

/** Merged lines need not be a whole: the same key may stand in two of them. */
function mergeSettings(base: string, ours: string, theirs: string): Merged {
  const result = mergeLines(base, ours, theirs);
  if ('conflicts' in result) return result;
  try {
    readToml(result.text);
    return result;
  } catch {
    return { conflicts: [] };
  }
}

function inWords(path: string, [conflict]: readonly Conflict[]): string {
  if (!conflict) return `${printable(path)} was changed in the same place`;
  const { was, theirs } = conflict;
  const quoted = (text: string) => `“${text.length > 40 ? `${printable(text.slice(0, 40))}…` : printable(text)}”`;
  return `in ${printable(path)} ${quoted(was)} is ${theirs === '' ? 'gone' : quoted(theirs)} by now`;
}

async function contentOf(root: string, path: string | null): Promise<Content> {
  const seen = path === null ? null : await readPlain(join(root, path));
  if (seen === null) return null;
  if (seen === 'other') return noText;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(seen.bytes);
  } catch {
    return noText;
  }
}
