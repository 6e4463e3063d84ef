import type { Picture } from '../../../core/dataset/model.js';
import { placeOf, trainedPictures } from '../../../core/session/visible.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import type { Deck } from '../../deck/deck.js';
import { tagsView } from '../view.js';
import type { Sweep } from './model.js';

/** The sweep that goes on. */
export function sweepOf(deck: Deck): Sweep | null {
  return deck.view(tagsView).getState().sweep;
}

export function setSweep(deck: Deck, sweep: Sweep | null): void {
  deck.view(tagsView).setState({ sweep });
}

/** The image that is asked about; null at the end, or when it is gone. */
export function asked(sweep: Sweep, dataset: Parameters<typeof trainedPictures>[0] | null): Picture | null {
  if (!dataset) return null;
  const pictures = trainedPictures(dataset);
  return pictures[placeOf(pictures, sweep.order[sweep.at] ?? null)] ?? null;
}

export function hasTag(picture: Pick<Picture, 'tags'>, tag: string): boolean {
  return picture.tags.some((other) => sameTag(other, tag));
}

/** What came of it so far, in words. */
export function outcome({ answers, order }: Sweep): string {
  const added = answers.filter(({ has, changed }) => has && changed).length;
  const removed = answers.filter(({ has, changed }) => !has && changed).length;
  const left = order.length - new Set(answers.map(({ id }) => id)).size;
  const counts: [number, string][] = [[added, 'added'], [removed, 'removed'], [answers.length - added - removed, 'as they were'], [left, 'not asked']];
  return counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(' · ');
}
