import { sweepOrder } from '../../../core/tags/likelihood.js';
import { scope, trainedPictures } from '../../../core/session/visible.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import type { Overlay } from '../../deck/overlay.js';
import { actionOf, keyLine, withOverrides } from '../../parts/bindings.js';
import { helpPage } from '../../parts/help-page.js';
import { ask } from '../../parts/prompt.js';
import { suggestTags, typedTags } from '../../parts/tag-input.js';
import { sweepActions } from './actions.js';
import { sweepBindings } from './keys.js';
import { asked, outcome, setSweep, sweepOf } from './sweep.js';

/** Asks for a tag, then goes through the marked images, or those shown, with one question: does it have this tag? */
export function askSweep(deck: Deck, value: string): void {
  const { pictures, name } = scope(deck.session.getState());
  if (pictures.length === 0) return deck.say('There is no image of a concept to go through.', 'warn');
  ask(deck, {
    title: `one tag through ${pictures.length} ${name}`,
    value,
    replace: true,
    hint: 'the tag to ask for',
    suggest: (text) => suggestTags(deck, text),
    about: (text) => (text.trim() === '' ? null : { text: `${counted(deck.index.count(text.trim()), 'image')} of the set have it`, tone: 'info' }),
    submit: (text) => {
      const [tag, ...others] = typedTags(text);
      if (tag === undefined || others.length > 0) return deck.say('One tag at a time.', 'warn');
      openSweep(deck, tag);
    },
  });
}

/** Goes through the marked images, or those shown, with this tag. */
export function openSweep(deck: Deck, tag: string): void {
  const session = deck.session.getState();
  const { pictures } = scope(session);
  if (!session.dataset) return;
  const order = sweepOrder(tag, pictures, trainedPictures(session.dataset)).map(({ id }) => id);
  const own = () => withOverrides(sweepBindings, deck.session.getState().keys);
  const leave = (): void => {
    const sweep = sweepOf(deck);
    setSweep(deck, null);
    deck.close(overlay);
    if (!sweep) return;
    const picture = asked(sweep, deck.session.getState().dataset);
    if (picture) deck.session.setState({ cursor: picture.id });
    // After what the last answer says once it is written.
    void deck.settled().then(() => deck.say(`“${sweep.tag}”: ${outcome(sweep)}.`, 'good'));
  };
  const overlay: Overlay = {
    name: 'sweep',
    get keys() {
      return keyLine([own()], deck.room().columns);
    },
    // The screen draws it, so that it draws nothing else meanwhile.
    render: () => null,
    key: (name) => {
      const action = actionOf(name, own());
      if (action === 'sweep.leave') return leave();
      if (action === 'sweep.help') return helpPage(deck, 'one tag through the set', [own()]);
      if (action === null) return;
      deck.session.setState({ message: null });
      void Promise.resolve(sweepActions[action]?.(deck)).catch((error: unknown) => deck.say(String(error), 'error'));
    },
  };
  setSweep(deck, { tag, order, at: 0, answers: [] });
  deck.show(overlay);
}
