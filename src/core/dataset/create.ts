import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change, Entry, TextEntry } from '../journal/change.js';
import { storeBlob } from '../journal/blobs.js';
import { printable } from '../printable.js';
import { newFileText } from '../settings/edit.js';
import type { Goal, PromptStyle } from '../settings/model.js';
import { readOurs } from '../settings/ours.js';
import { readToml } from '../settings/read-toml.js';
import { removeToml, setToml } from '../settings/toml.js';
import { fileText } from '../tags/caption.js';
import { counted } from '../words.js';
import { folderName } from './folder-name.js';
import type { Dataset, Picture } from './model.js';
import { SETTINGS_FILE, whyNot } from './workspace.js';

/** A name or a choice of images that cannot be used. Its message is one sentence. */
export class InvalidConcept extends Error {
  override name = 'InvalidConcept';
}

/**
 * Makes a folder a workspace: its `loradeck.toml` gets the prompting style (T02) and a goal for all of it (W07). What the
 * file holds already stays.
 * @throws SettingsError when there is a `loradeck.toml` that cannot be edited
 */
export function newWorkspace(root: string, { style, goal }: { style: PromptStyle; goal: Goal }): Change {
  const edit = settingsEntry(root, (text) =>
    setToml(setToml(text === '' ? newFileText() : text, ['loradeck', 'style'], style), ['loradeck', 'goals', '*'], goal),
  );
  return { what: 'made this folder a workspace', images: 0, entries: [edit] };
}

/**
 * Makes a concept: a folder with repeats 1, into which the chosen pictures of `Raw` are copied with their captions (W06);
 * a picture without one gets the activation text as its caption (T01). The originals stay as they are.
 * @throws InvalidConcept when the name or the pictures cannot be used
 */
export async function newConcept(
  dataset: Dataset,
  { name, goal, images }: { name: string; goal: Goal; images: readonly Picture[] },
): Promise<Change> {
  const text = name.trim();
  const folder = `1_${text}`;
  checkFolder(dataset, folder, null);
  if (images.length === 0) throw new InvalidConcept('A concept needs at least one image.');
  const entries: Entry[] = [];
  const taken = new Set<string>();
  for (const picture of images) {
    const stem = freeStem(picture.stem, taken);
    const image = await stored(dataset.root, picture.path);
    entries.push({ kind: 'blob', path: `${folder}/${stem}${picture.name.slice(picture.stem.length)}`, before: null, after: image });
    const path = `${folder}/${stem}${dataset.captionExtension}`;
    entries.push({ kind: 'text', path, before: null, after: captionOf(picture) ?? text });
  }
  entries.push(settingsEntry(dataset.root, (before) => setToml(before, ['loradeck', 'goals', text], goal)));
  return { what: `made the concept ${printable(folder)} from ${counted(images.length, 'image')}`, images: images.length, entries };
}

/**
 * Gives the folder of a concept, or a folder that is to become one, another name (W02–W04, M08 without the captions).
 * The goal that was set for its activation text follows it.
 * @throws InvalidConcept when the trainer would not read a folder of that name, or when there is one already
 */
export function renameConcept(dataset: Dataset, folder: string, newFolder: string): Change {
  checkFolder(dataset, newFolder, folder);
  const concept = dataset.concepts.find((one) => one.folder === folder);
  const images = concept?.pictures.length ?? dataset.others.find((one) => one.folder === folder)?.images.length ?? 0;
  const entries: Entry[] = [{ kind: 'move', from: folder, to: newFolder }];
  const [before, after] = [folderName(folder).text, folderName(newFolder).text];
  if (before !== after) {
    const goal = settingsEntry(dataset.root, (text) => withRenamedGoal(text, before, after));
    if (goal.after !== goal.before) entries.push(goal);
  }
  return { what: `renamed ${printable(folder)} to ${printable(newFolder)}`, images, entries };
}

/** Why a concept cannot bear this activation text, in one sentence; null when it can. */
export function nameProblem(dataset: Dataset, name: string): string | null {
  try {
    checkFolder(dataset, `1_${name.trim()}`, null);
    return null;
  } catch (error) {
    if (error instanceof InvalidConcept) return error.message;
    throw error;
  }
}

function checkFolder(dataset: Dataset, folder: string, renamed: string | null): void {
  const shown = printable(folder);
  const { repeats, text } = folderName(folder);
  if (repeats === null || repeats < 1) throw new InvalidConcept(`${shown} does not begin with a whole number of at least 1 and an underscore (W03).`);
  if (text.trim() === '') throw new InvalidConcept('A concept needs a name: its activation text.');
  if (/[/\\]/.test(folder)) throw new InvalidConcept(`${shown} holds a slash, which no folder can have in its name.`);
  if (printable(folder) !== folder) throw new InvalidConcept(`${shown} holds a character that cannot be seen.`);
  if (new TextEncoder().encode(folder).length > 255) throw new InvalidConcept('The name is too long for a folder (255 bytes).');
  const known = [...dataset.concepts, ...dataset.others].some((one) => one.folder === folder);
  if (folder !== renamed && (known || existsSync(join(dataset.root, folder)))) throw new InvalidConcept(`There is a folder ${shown} already.`);
}

/** The caption to copy, null when there is none worth it. One that the trainer would stop on is shown as text again. */
function captionOf({ caption }: Picture): string | null {
  return caption === null || caption.bytes === 0 ? null : (fileText(caption) ?? caption.text);
}

function withRenamedGoal(text: string, before: string, after: string): string {
  let goal: Goal | undefined;
  try {
    goal = readOurs(readToml(text)['loradeck'], () => {}).goals[before];
  } catch {
    // A file with a mistake is the settings screen's matter; the folder can be renamed all the same.
  }
  if (goal === undefined) return text;
  return removeToml(setToml(text, ['loradeck', 'goals', after], goal), ['loradeck', 'goals', before]);
}

/** A stem that no picture of the new folder has yet, so that no two share a caption (D16). */
function freeStem(stem: string, taken: Set<string>): string {
  let free = stem;
  for (let count = 2; taken.has(free); count++) free = `${stem}-${count}`;
  taken.add(free);
  return free;
}

async function stored(root: string, path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(root, path));
  } catch (error) {
    throw new InvalidConcept(`${printable(path)} ${whyNot(error)}.`);
  }
  return storeBlob(root, bytes);
}

function settingsEntry(root: string, edit: (text: string) => string): TextEntry {
  let before: string | null = null;
  try {
    before = readFileSync(join(root, SETTINGS_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const after = edit(before ?? '');
  return { kind: 'text', path: SETTINGS_FILE, before, after: after === '' ? before : after };
}
