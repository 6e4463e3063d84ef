import { isNaturalCaption } from '../../../core/dataset/query/searchable.js';
import { appendSentence, prependSentence, removeSentence, sentencesOf } from '../../../core/tags/sentences.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { ask, type Suggestion } from '../../parts/prompt.js';
import type { Target } from '../scope.js';
import { proposeTags } from './propose-tags.js';

/** Asks for a sentence and shows what writing it, or taking it out, would change. Captions in tags get it behind a comma. */
export function askSentence(deck: Deck, target: Target, what: 'end' | 'beginning' | 'remove'): void {
  const title = { end: 'write a sentence at the end', beginning: 'write a sentence at the beginning', remove: 'remove a sentence' }[what];
  const known = sentenceCounts(target);
  ask(deck, {
    title: `${title} · ${target.name}`,
    hint: what === 'remove' ? 'as it stands there; * for any text' : 'It is snowing.',
    suggest: (text) => suggested(known, text),
    submit: (text) => {
      if (text.trim() === '') return;
      if (what === 'remove') return proposeTags(deck, target, 'remove the sentence', 'do not have it', (scope) => removeSentence(scope, text));
      const verb = what === 'end' ? appendSentence : prependSentence;
      proposeTags(deck, target, title, 'have it already', (scope) => verb(scope, text));
    },
  });
}

/** The sentences of captions that are written in such, and how many images have each. */
function sentenceCounts({ scope: { pictures } }: Target): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const picture of pictures) {
    if (!isNaturalCaption(picture)) continue;
    const [line = ''] = /^[^\r\n]*/.exec(picture.caption?.text ?? '') ?? [];
    for (const sentence of new Set(sentencesOf(line).map((one) => one.trim()))) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  return counts;
}

function suggested(known: ReadonlyMap<string, number>, text: string): Suggestion[] {
  if (text.trim() === '') return [];
  return [...known]
    .filter(([sentence]) => sentence.toLowerCase().includes(text.trim().toLowerCase()))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([sentence, images]) => ({ text: sentence, note: counted(images, 'image') }));
}
