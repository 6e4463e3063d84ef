import { explainError } from '../../../core/system-error.js';
import type { Deck } from '../../deck/deck.js';
import type { Overlay } from '../../deck/overlay.js';
import { actionOf, keyLine, withOverrides } from '../../parts/bindings.js';
import { helpPage } from '../../parts/help-page.js';
import { editField, field, pasteInto } from '../../parts/text-field.js';
import { frequenciesActions, restoreFilter, walk } from './actions.js';
import { frequenciesBindings } from './keys.js';
import { frequenciesView } from './view.js';

/** Lists all tags of the set with their counts; where it was when it was left last. */
export function openFrequencies(deck: Deck): void {
  if (deck.session.getState().dataset === null) return;
  const view = deck.view(frequenciesView);
  const own = () => withOverrides(frequenciesBindings, deck.session.getState().keys);
  const close = (): void => {
    view.setState({ open: false, typing: null });
    deck.close(overlay);
  };
  const typing = [{ key: '⏎', word: 'keep' }, { key: 'esc', word: 'show all' }];
  const overlay: Overlay = {
    name: 'frequencies',
    get keys() {
      return view.getState().typing ? typing : keyLine([own()], deck.room().columns);
    },
    // The screen draws it, so that it draws nothing else meanwhile.
    render: () => null,
    key: (name) => {
      if (view.getState().typing) return type(deck, name);
      const action = actionOf(name, own());
      if (action === 'frequencies.leave') return close();
      if (action === 'frequencies.help') return helpPage(deck, 'the tags of the set', [own()]);
      if (action === 'frequencies.filter') return view.setState(({ text }) => ({ typing: field(text) }));
      if (action === null) return;
      deck.session.setState({ message: null });
      const run = async () => frequenciesActions[action]?.(deck, close);
      void run().catch((error: unknown) => deck.say(explainError(error), 'error'));
    },
    paste: (text) => {
      const { typing: now } = view.getState();
      if (now) view.setState({ typing: pasteInto(now, text), at: 0, first: 0 });
    },
  };
  restoreFilter(deck);
  view.setState({ open: true, typing: null });
  walk(deck, 0);
  deck.show(overlay);
}

/** A key while the text of the filter is typed. */
function type(deck: Deck, name: string): void {
  const view = deck.view(frequenciesView);
  const { typing } = view.getState();
  if (!typing) return;
  if (name === 'enter') return view.setState({ text: typing.text, typing: null });
  if (name === 'escape' || name === 'ctrl-c') return view.setState({ text: '', typing: null, at: 0, first: 0 });
  if (name === 'down' || name === 'up') return walk(deck, name === 'down' ? 1 : -1);
  const edited = editField(typing, name);
  if (edited) view.setState({ typing: edited, at: 0, first: 0 });
}
