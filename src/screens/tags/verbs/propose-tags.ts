import { InvalidConcept } from '../../../core/dataset/create.js';
import type { Scope, Skipped, TagChange } from '../../../core/tags/edit-captions.js';
import { InvalidPattern } from '../../../core/tags/pattern.js';
import { InvalidTag } from '../../../core/tags/same-tag.js';
import { countLine, onlyMoved, tagCountChanges } from '../../../core/tags/tag-counts.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { propose, type Proposal } from '../../parts/propose.js';
import type { Target } from '../scope.js';

/** What a verb gives, or the sentence that says why it cannot be done. */
export function computed(verb: () => TagChange): TagChange | string {
  try {
    return verb();
  } catch (error) {
    if (error instanceof InvalidTag || error instanceof InvalidPattern || error instanceof InvalidConcept) return error.message;
    throw error;
  }
}

/** `27 of 30 change, 3 have it already · smile 3 → 30`. @param have what is true of the others */
export function leadOf(change: TagChange, { scope: { pictures } }: Target, have: string): string {
  const { images, unchanged, skipped } = change;
  const all = images + unchanged + skipped.length;
  const parts = [all === 1 && images === 1 ? '1 image changes' : images === all ? `all ${images} change` : `${images} of ${all} change`];
  const moved = onlyMoved(change);
  if (moved > 0 && moved < images) parts.push(`${moved} of them only in their order`);
  if (unchanged > 0) parts.push(`${unchanged} ${have}`);
  const counts = tagCountChanges(change, pictures);
  return parts.join(', ') + (counts.length > 0 ? ` · ${countLine(counts)}` : '');
}

/** Few lines for many images: the first two by name. */
export function warningsOf(skipped: readonly Skipped[]): string[] {
  const lines = skipped.map(({ image, why }) => (why.includes(image) ? why : `${image}: ${why}`));
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `… and ${lines.length - 2} more are left as they are.`];
}

/**
 * Computes a change of many captions and shows it before it is made.
 *
 * @param title what is done, as after “nothing to”
 * @param have what is true of the images that do not change
 * @param problem what may make it less than it could be, in a sentence
 */
export function proposeTags(deck: Deck, target: Target, title: string, have: string, verb: (scope: Scope) => TagChange, more: Partial<Proposal> = {}, problem: string | null = null): void {
  const change = computed(() => verb(target.scope));
  if (typeof change === 'string') return deck.say(change, 'error');
  if (change.entries.length === 0 && change.skipped.length === 0) return deck.say(`Nothing to ${title}: ${counted(change.unchanged, 'image')} ${have}.`);
  propose(deck, { title: `${title} · ${target.name}`, lead: leadOf(change, target, have), warnings: [...(problem === null ? [] : [problem]), ...warningsOf(change.skipped)], change, ...more });
}
