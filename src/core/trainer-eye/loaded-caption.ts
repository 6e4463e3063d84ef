import { trainerCaption, type TrainerCaption } from '../dataset/trainer-caption.js';
import type { Picture } from '../dataset/model.js';
import { fileText, isUtf8, strip } from '../tags/caption.js';
import type { CaptionRules } from './caption-rules.js';

/** What the trainer keeps of a picture's caption when it reads the dataset. */
export interface LoadedCaption {
  /** With wildcards all lines that are not blank, stripped; else the first, or the folder's text. */
  text: string;
  from: TrainerCaption['from'];
  /** The caption of another image stem, taken because the path has four underscores and no caption of its own; null = its own. */
  borrowed: string | null;
  /** Lines with text that are never read. */
  unread: number;
}

/**
 * Reads a caption as the trainer does when it lists the images.
 * @param activationText what follows `N_` in the folder's name, which stands in for a caption that is not there
 */
export function loadedCaption(picture: Picture, activationText: string, rules: Pick<CaptionRules, 'wildcard'>): LoadedCaption {
  const { caption } = picture;
  const first = trainerCaption(picture, activationText);
  const own = picture.path.slice(0, picture.path.length - picture.name.length) + picture.stem;
  const borrowed = caption && !caption.path.startsWith(`${own}.`) ? caption.path : null;
  if (!caption || !isUtf8(caption) || first.from === 'dies') return { ...first, borrowed, unread: 0 };
  const lines = (fileText(caption) ?? '').split(/\r\n|\r|\n/).map(strip);
  const filled = lines.filter((line) => line !== '');
  if (rules.wildcard) return { text: filled.join('\n'), from: filled.length > 0 ? 'file' : 'blank', borrowed, unread: 0 };
  return { ...first, borrowed, unread: filled.length - (first.text === '' ? 0 : 1) };
}
