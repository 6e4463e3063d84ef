import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { readSettings } from '../settings/file.js';
import { fileText, readCaption } from './caption.js';

/** The file of prompts from which the trainer draws samples, when it is a text in the workspace. */
export interface SamplePrompts {
  /** Relative to the workspace, with `/`. */
  path: string;
  text: string;
}

/** Reads the file that `sample_prompts` names. Null when there is none, it lies outside of the workspace, or is no UTF-8 text. */
export async function readSamplePrompts(root: string): Promise<SamplePrompts | null> {
  const { sample_prompts: named } = (await readSettings(root)).values;
  if (typeof named !== 'string' || !/\.txt$/i.test(named)) return null;
  const path = relative(root, resolve(root, named));
  if (path === '' || path.startsWith('..') || isAbsolute(path)) return null;
  const bytes = await readFile(resolve(root, path)).catch(() => null);
  const text = bytes === null ? null : fileText(readCaption(bytes));
  return text === null ? null : { path: path.split(sep).join('/'), text };
}
