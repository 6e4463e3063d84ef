import type { Dataset } from '../../../core/dataset/model.js';
import { describePicture } from '../../parts/describe-picture.js';
import type { Sweep } from './model.js';
import { asked, hasTag, outcome } from './sweep.js';

/** A sweep for the ear. */
export function saySweep(sweep: Sweep, dataset: Dataset | null): string[] {
  const picture = asked(sweep, dataset);
  if (!picture) return [`all were asked: ${outcome(sweep)}`];
  return [
    describePicture(picture, { marked: false, index: sweep.at, count: sweep.order.length }),
    `tags: ${picture.tags.join(', ')}`,
    `does it have ${sweep.tag}? now it ${hasTag(picture, sweep.tag) ? 'has' : 'lacks'} it; y has it, n has it not`,
  ];
}
