import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parse } from 'smol-toml';
import type { Goal, PromptStyle } from '../settings/model.js';
import { isTable, readOurs } from '../settings/ours.js';

/** What the dataset and its checks need to know of `loradeck.toml`. */
export interface WorkspaceFile {
  /** With its dot; `.txt` unless the file says otherwise (T01). */
  captionExtension: string;
  /** T02; booru unless the file says otherwise. */
  style: PromptStyle;
  /** Goals as written, by activation text or by folder name, `*` for the whole workspace (W07). */
  goals: Readonly<Record<string, Goal>>;
  /** Folders in the workspace that belong to the trainer: outputs, logs, regularisation. */
  trainerFolders: readonly string[];
  /** The trainer's arguments as they stand in the file, unchecked. */
  settings: Readonly<Record<string, unknown>>;
  /** Why the file could not be used, in one sentence; null when it could or when there is none. */
  problem: string | null;
}

/**
 * Reads `loradeck.toml` of a workspace as far as the dataset needs it. Never throws: without the file, or with one that
 * cannot be read, the defaults count and `problem` says why.
 */
export async function readWorkspaceFile(root: string): Promise<WorkspaceFile> {
  let text: string;
  try {
    text = await readFile(join(root, 'loradeck.toml'), 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return parseWorkspaceFile(root, '', missing ? null : 'loradeck.toml cannot be read, so the defaults count.');
  }
  return parseWorkspaceFile(root, text, null);
}

function parseWorkspaceFile(root: string, text: string, unreadable: string | null): WorkspaceFile {
  let settings: Record<string, unknown> = {};
  let problem = unreadable;
  try {
    settings = parse(text.replace(/^\ufeff/, ''));
  } catch {
    problem = 'loradeck.toml is not valid TOML, so the defaults count.';
  }
  const ours = readOurs(settings['loradeck'], () => {});
  const values = flat(settings);
  const extension = values['caption_extension'];
  return {
    captionExtension: typeof extension === 'string' && extension !== '' ? withDot(extension) : '.txt',
    style: ours.style,
    goals: ours.goals,
    trainerFolders: ['output_dir', 'logging_dir', 'reg_data_dir'].flatMap((key) => folderInside(root, values[key])),
    settings: values,
    problem,
  };
}

/** The goal of a concept: by its activation text, by its folder, or that of the whole workspace; null when none is set (W07). */
export function goalOf(file: Pick<WorkspaceFile, 'goals'>, concept: { folder: string; activationText: string }): Goal | null {
  for (const key of [concept.activationText, concept.folder, '*']) {
    if (Object.hasOwn(file.goals, key)) return file.goals[key] ?? null;
  }
  return null;
}

/** The trainer's arguments, tables flattened by one level as the trainer does; ours left out. */
function flat(settings: Record<string, unknown>): Record<string, unknown> {
  const trainers = Object.entries(settings).filter(([key]) => key !== 'loradeck');
  return Object.fromEntries(trainers.flatMap(([key, value]) => (isTable(value) ? Object.entries(value) : [[key, value]])));
}

/** The name of the folder directly in the workspace that a path leads into, if it leads there. */
function folderInside(root: string, path: unknown): string[] {
  if (typeof path !== 'string' || path === '') return [];
  const first = relative(root, resolve(root, path)).split(sep)[0];
  return first && first !== '..' && !first.includes(':') ? [first] : [];
}

function withDot(extension: string): string {
  return extension.startsWith('.') ? extension : `.${extension}`;
}
