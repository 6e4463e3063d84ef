import { renameConcept } from '../../core/dataset/create.js';
import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import { ask } from '../parts/prompt.js';
import { propose } from '../parts/propose.js';

/** Asks for the repeats of the concept under the cursor and renames its folder. */
export function changeRepeats(deck: Deck): void {
  const { dataset } = deck.session.getState();
  const { picture } = current(deck.session.getState());
  const concept = dataset?.concepts.find((one) => one.folder === picture?.folder);
  if (!dataset || !concept) return deck.say('Only a concept has repeats.', 'warn');
  ask(deck, {
    title: `repeats of ${concept.folder}`,
    value: String(concept.repeats),
    about: (text) =>
      /^[1-9]\d{0,3}$/.test(text.trim())
        ? { text: `${concept.pictures.length} images × ${text.trim()} in every epoch`, tone: 'info' }
        : { text: 'A whole number of at least 1 (W03).', tone: 'error' },
    submit: (text) => {
      const repeats = text.trim();
      if (!/^[1-9]\d{0,3}$/.test(repeats)) return false;
      const folder = `${repeats}_${concept.activationText}`;
      if (folder === concept.folder) return;
      propose(deck, {
        title: 'change repeats',
        lead: `${concept.folder} is called ${folder} from now on`,
        change: renameConcept(dataset, concept.folder, folder),
        done: () => {
          if (deck.session.getState().folder === null) return;
          deck.session.setState({ folder });
        },
      });
    },
  });
}
