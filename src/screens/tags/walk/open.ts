import { current } from '../../../core/session/visible.js';
import type { Deck } from '../../deck/deck.js';
import type { Overlay } from '../../deck/overlay.js';
import { actionOf, keyLine, withOverrides } from '../../parts/bindings.js';
import { editable } from '../../parts/editable.js';
import { helpPage } from '../../parts/help-page.js';
import { pressDigit, pressLetter, setWalk, walkActions } from './actions.js';
import { walkBindings } from './keys.js';
import { frequentTags } from './palette.js';
import { loadWalked } from './walked.js';

/** Goes through the images one by one (T05), with the tags of the set on letters. */
export async function openWalk(deck: Deck): Promise<void> {
  // At once, as the next key may be a letter already; what was gone through is shown a moment later.
  const picture = editable(deck);
  if (!picture) return;
  deck.session.setState({ cursor: current(deck.session.getState()).picture?.id ?? picture.id });
  const own = () => withOverrides(walkBindings, deck.session.getState().keys);
  const overlay: Overlay = {
    name: 'walk',
    get keys() {
      return [{ key: 'a–z', word: 'give or take' }, { key: '1–9', word: 'slots' }, ...keyLine([own()], deck.room().columns - 30)];
    },
    undoKey: 'backspace',
    // The screen draws it, so that it draws nothing else meanwhile.
    render: () => null,
    key: (name) => {
      const action = actionOf(name, own());
      if (action === 'walk.leave') {
        setWalk(deck, null);
        return deck.close(overlay);
      }
      if (action === 'walk.help') return helpPage(deck, 'the walk through the images', [own()]);
      deck.session.setState({ message: null });
      if (action === null && pressDigit(deck, name)) return;
      const run = action === null ? pressLetter(deck, name) : walkActions[action]?.(deck);
      void Promise.resolve(run).catch((error: unknown) => deck.say(String(error), 'error'));
    },
  };
  setWalk(deck, { palette: frequentTags(deck), first: 0, slot: null });
  deck.show(overlay);
  await loadWalked(deck);
}
