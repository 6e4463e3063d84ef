import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay } from '../deck/overlay.js';
import { suggestTags, typedTags } from '../parts/tag-input.js';
import { editField, field, pasteInto } from '../parts/text-field.js';
import { addHere } from './one.js';
import { editable } from '../parts/editable.js';
import { tagsView } from './view.js';

/** Suggestions for the line at the bottom, for the image that is shown. */
export function addSuggestions(deck: Deck, text: string) {
  const { picture } = current(deck.session.getState());
  return suggestTags(deck, text, { picture });
}

/** Opens the line at the bottom: tab takes a suggestion, enter writes, and the line stays for the next tag; esc leaves. */
export function openAddLine(deck: Deck): void {
  if (!editable(deck)) return;
  const view = deck.view(tagsView);
  const close = () => {
    view.setState({ adding: null });
    deck.close(overlay);
  };
  const overlay: Overlay = {
    name: 'add tags',
    keys: [
      { key: '⏎', word: 'write' },
      { key: 'tab', word: 'take the suggestion' },
      { key: '↓↑', word: 'choose one' },
      { key: 'esc', word: 'leave' },
    ],
    render: () => null,
    key: (name) => {
      const { adding } = view.getState();
      if (!adding) return;
      const { text } = adding.field;
      const suggestions = addSuggestions(deck, text);
      if (name === 'escape' || name === 'ctrl-c') return close();
      if (name === 'enter') {
        const tags = typedTags(suggestions[adding.chosen]?.text ?? text);
        if (tags.length === 0) return close();
        view.setState({ adding: { field: field(), chosen: -1 } });
        return void addHere(deck, tags).then((done) => {
          // What could not be written is given back, unless the next tag is being typed already.
          const now = view.getState().adding;
          if (!done && now?.field.text === '') view.setState({ adding: { field: field(text), chosen: -1 } });
        });
      }
      if (name === 'tab') {
        const taken = suggestions[Math.max(0, adding.chosen)];
        if (taken) view.setState({ adding: { field: field(`${taken.text}, `), chosen: -1 } });
        return;
      }
      if (name === 'down' || name === 'ctrl-n') return view.setState({ adding: { ...adding, chosen: Math.min(adding.chosen + 1, suggestions.length - 1) } });
      if (name === 'up' || name === 'ctrl-p') return view.setState({ adding: { ...adding, chosen: Math.max(-1, adding.chosen - 1) } });
      const edited = editField(adding.field, name);
      if (edited) view.setState({ adding: { field: edited, chosen: -1 } });
    },
    paste: (text) => {
      const { adding } = view.getState();
      if (adding) view.setState({ adding: { field: pasteInto(adding.field, text), chosen: -1 } });
    },
  };
  view.setState({ adding: { field: field(), chosen: -1 }, focus: 'tags' });
  deck.show(overlay);
}
