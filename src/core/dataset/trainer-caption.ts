import { fileText, isUtf8, strip } from '../tags/caption.js';
import type { Picture } from './model.js';

/** What the trainer makes of a picture's caption when it loads the dataset. */
export interface TrainerCaption {
  /** The text that is trained, before shuffling and the like; empty = without a caption. */
  text: string;
  /**
   * `file`: the first line of the caption. `folder`: there is no caption, so the folder's text is used. `blank`: the
   * first line is blank, so the image is trained without a caption. `dies`: the run stops on this file.
   */
  from: 'file' | 'folder' | 'blank' | 'dies';
}

/**
 * What the trainer would feed for a picture (T01): the first line of its caption, stripped; where there is no caption
 * file, the folder's text as written; a file of 0 bytes or one that is not UTF-8 stops the run. A byte order mark stays
 * on the first tag.
 * @param activationText what follows `N_` in the folder's name
 */
export function trainerCaption(picture: Pick<Picture, 'caption'>, activationText: string): TrainerCaption {
  const { caption } = picture;
  if (caption === null) return { text: activationText, from: 'folder' };
  if (caption.bytes === 0 || !isUtf8(caption)) return { text: '', from: 'dies' };
  const line = strip((fileText(caption) ?? '').split(/\r\n|\r|\n/, 1)[0] ?? '');
  return line === '' ? { text: '', from: 'blank' } : { text: line, from: 'file' };
}
