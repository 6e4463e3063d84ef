import { visible } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay } from '../deck/overlay.js';
import { editField, field, pasteInto, type TextField } from '../parts/text-field.js';
import { saveFilter } from './saved-filters.js';
import { step } from './step.js';
import { datasetView } from './view.js';

/** Edits the filter line; the list follows every key. Enter keeps it, esc brings the old one back. */
export function editFilter(deck: Deck): void {
  const view = deck.view(datasetView);
  const before = deck.session.getState().filter;
  const set = (next: TextField) => {
    view.setState({ editing: next, first: 0 });
    deck.session.setState({ filter: next.text });
    step(deck, 0);
  };
  const leave = () => {
    view.setState({ editing: null });
    deck.close(overlay);
  };
  const overlay: Overlay = {
    name: 'filter',
    keys: [
      { key: '⏎', word: 'keep' },
      { key: 'ctrl-s', word: 'keep and save' },
      { key: 'esc', word: 'back to the filter before' },
    ],
    render: () => null,
    key: (name) => {
      const { editing } = view.getState();
      if (!editing) return;
      if (name === 'enter') {
        const { error } = visible(deck.session.getState());
        return error ? deck.say(`The filter cannot be used: ${error.message}.`, 'error') : leave();
      }
      if (name === 'escape' || name === 'ctrl-c') {
        set(field(before));
        return leave();
      }
      if (name === 'ctrl-s') {
        leave();
        return saveFilter(deck);
      }
      const next = editField(editing, name);
      if (next) set(next);
    },
    paste: (text) => {
      const { editing } = view.getState();
      if (editing) set(pasteInto(editing, text));
    },
  };
  view.setState({ editing: field(before) });
  deck.show(overlay);
}
