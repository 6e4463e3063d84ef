import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Picture } from '../../core/dataset/model.js';
import { printable } from '../../core/printable.js';
import { explainError } from '../../core/system-error.js';
import { editCaption } from '../../core/tags/verbs.js';
import type { Deck } from '../deck/deck.js';
import { editable } from './editable.js';

/**
 * Gives the caption of the image under the cursor to the person's own editor and takes the result as a change like any
 * other. What was written is never lost: when it cannot be taken, its file stays and is named.
 */
export async function editInEditor(deck: Deck): Promise<void> {
  const picture = editable(deck);
  if (!picture) return;
  const before = picture.caption?.text ?? '';
  // What cannot be written is not to be typed first.
  const [refused] = editCaption(picture, `${before}.`).skipped;
  if (refused) return deck.say(`${picture.name}: ${refused.why}`, 'error');
  const folder = await mkdtemp(path.join(tmpdir(), 'loradeck-'));
  const file = path.join(folder, `${picture.stem}.txt`);
  await writeFile(file, before, { mode: 0o600 });
  const failure = await run(deck, file);
  const text = await written(file, before);
  const why = text === null ? 'The editor did not leave UTF-8, which is all that the trainer reads.' : failure;
  const changed = text !== before;
  const taken = why === null && text !== null && (await take(deck, picture, text));
  if (taken || !changed) {
    await rm(folder, { recursive: true, force: true });
    if (why !== null) deck.say(why, 'error');
    return;
  }
  // The file's name first: the end of a long line may be cut off.
  deck.say(`Kept in ${printable(file)}: ${why ?? deck.session.getState().message?.text ?? ''}`, 'error');
}

/** Runs the editor; null, or one sentence on what went wrong. */
async function run(deck: Deck, file: string): Promise<string | null> {
  const { runEditor } = await import('../../runner/editor.js');
  try {
    await deck.suspend(() => runEditor(file));
    return null;
  } catch (error) {
    return explainError(error);
  }
}

/** What the editor left; null when it is not UTF-8. Editors end the last line, which the caption may not have had. */
async function written(file: string, before: string): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return text.endsWith('\n') && !before.endsWith('\n') ? text.replace(/\r?\n$/, '') : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Makes it the caption. @returns false when it was refused, and the status line says why */
async function take(deck: Deck, picture: Picture, text: string): Promise<boolean> {
  const change = editCaption(picture, text);
  if (change.entries.length > 0) return deck.apply(change);
  deck.say('Nothing changes: the caption is as it was.');
  return true;
}
