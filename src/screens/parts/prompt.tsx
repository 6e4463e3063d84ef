import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Category } from '../../core/vocabulary/model.js';
import type { Deck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { categoryColor } from './categories.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';
import { Say, SayField, useSpoken } from './say.js';
import { saySuggestions } from './say-suggestions.js';
import { scrollTo } from './scroll.js';
import { cut, fill } from './text.js';
import { editField, field, pasteInto, type TextField } from './text-field.js';
import { signs, theme } from './theme.js';

/** One line of completion. */
export interface Suggestion {
  /** What the field holds once it is accepted. */
  text: string;
  /** What the list shows; the text when absent. */
  label?: string;
  /** The kind of name it is, in one letter, and what it is for its colour. */
  letter?: string;
  category?: Category | null;
  /** At the right: a count. */
  note?: string;
  /** Already there: shown, but quiet. */
  dim?: boolean;
}

export interface PromptOptions {
  title: string;
  value?: string;
  /** The value is only a proposal: the first letter typed takes its place. */
  replace?: boolean;
  hint?: string;
  /** What is suggested for the text so far. */
  suggest?: (text: string) => Suggestion[];
  /** A sentence about the text so far: how many images it would touch, what is wrong with it. */
  about?: (text: string) => { text: string; tone: 'error' | 'info' } | null;
  /** A further choice on a key, e.g. the place of a tag; shown in the lower border. */
  toggle?: { key: string; label: () => string; next: () => void };
  /** Gets the text on enter. False keeps the prompt open. */
  submit: (text: string) => boolean | void | Promise<boolean | void>;
}

interface PromptState {
  field: TextField;
  /** Chosen suggestion; -1 = the text as typed. */
  chosen: number;
  turn: number;
  /** The value was not touched yet, and a letter takes its place. */
  fresh: boolean;
}

/** Asks for one line of text, with completion under it. Enter accepts, esc leaves, tab takes the suggestion. */
export function ask(deck: Deck, options: PromptOptions): void {
  const store = createStore<PromptState>(() => ({
    field: field(options.value),
    chosen: -1,
    turn: 0,
    fresh: options.replace === true,
  }));
  const overlay: Overlay = {
    name: 'prompt',
    keys: [
      { key: '⏎', word: 'accept' },
      ...(options.suggest ? [{ key: 'tab', word: 'take the suggestion' }, { key: '↓↑', word: 'choose one' }] : []),
      { key: 'esc', word: 'leave' },
    ],
    render: (room) => <Prompt store={store} options={options} room={room} press={(key) => overlay.key(key)} />,
    key: (name) => press(deck, overlay, store, options, name),
    paste: (text) => store.setState((state) => ({ field: pasteInto(state.fresh ? field() : state.field, text), chosen: -1, fresh: false })),
  };
  deck.show(overlay);
}

function press(deck: Deck, overlay: Overlay, store: StoreApi<PromptState>, options: PromptOptions, name: string) {
  const state = store.getState();
  const suggestions = options.suggest?.(state.field.text) ?? [];
  const chosen = suggestions[state.chosen];
  if (name === 'escape' || name === 'ctrl-c') return deck.close(overlay);
  if (name === 'enter') return void submit(deck, overlay, options, chosen?.text ?? state.field.text);
  if (options.toggle && name === options.toggle.key) {
    options.toggle.next();
    return store.setState({ turn: state.turn + 1 });
  }
  if (name === 'down' || name === 'ctrl-n') return store.setState({ chosen: Math.min(state.chosen + 1, suggestions.length - 1) });
  if (name === 'up' || name === 'ctrl-p') return store.setState({ chosen: Math.max(-1, state.chosen - 1) });
  if (name === 'pagedown' || name === 'pageup') {
    const by = name === 'pagedown' ? 8 : -8;
    return store.setState({ chosen: Math.max(-1, Math.min(state.chosen + by, suggestions.length - 1)) });
  }
  if (name === 'tab') {
    const taken = chosen ?? suggestions[0];
    if (taken) store.setState({ field: field(taken.text), chosen: -1, fresh: false });
    return;
  }
  const isLetter = [...name].length === 1 || name === 'space';
  const edited = editField(state.fresh && isLetter ? field() : state.field, name);
  if (edited) store.setState({ field: edited, chosen: -1, fresh: false });
}

async function submit(deck: Deck, overlay: Overlay, options: PromptOptions, text: string): Promise<void> {
  // Closed first, so that a prompt may open the next one.
  deck.close(overlay);
  if ((await options.submit(text)) === false) deck.show(overlay);
}

interface PromptProps {
  store: StoreApi<PromptState>;
  options: PromptOptions;
  room: Room;
  press: (key: string) => void;
}

function Prompt({ store, options, room, press }: PromptProps) {
  const state = useStore(store);
  const suggestions = options.suggest?.(state.field.text) ?? [];
  const about = options.about?.(state.field.text) ?? null;
  const spoken = useSpoken();
  if (spoken) {
    return (
      <>
        <Say lines={[options.title, options.hint, about && `${about.tone === 'error' ? 'error: ' : ''}${about.text}`, options.toggle && `${options.toggle.key}: ${options.toggle.label()}`, saySuggestions(suggestions, state.chosen)]} />
        <SayField name="text" text={state.field.text} />
      </>
    );
  }
  const width = Math.min(84, room.columns - 2);
  const inner = width - 4;
  const rows = Math.max(1, Math.min(8, room.rows - 6));
  const first = scrollTo(0, Math.max(0, state.chosen), suggestions.length, rows, 0);
  const seen = suggestions.slice(first, first + rows);
  const toggle = options.toggle ? `${options.toggle.key} ${options.toggle.label()} · ` : '';
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const row = y - (about ? 2 : 1);
      if (row < 0 || row >= seen.length) return;
      if (first + row === state.chosen) press('enter');
      else store.setState({ chosen: first + row });
    },
    wheel: (by) => press(by > 0 ? 'down' : 'up'),
  };
  return (
    <Dialog title={options.title} foot={`${toggle}⏎ accept · esc leave`} width={width} height={seen.length + (about ? 4 : 3)} room={room} mouse={mouse}>
      <Box paddingX={1}>
        <Field field={state.field} width={inner} hint={options.hint} selected={state.fresh} />
      </Box>
      {about && (
        <Box paddingX={1}>
          <Text color={about.tone === 'error' ? theme.error : theme.quiet}>
            {about.tone === 'error' ? `${signs.error} ` : ''}
            {cut(about.text, inner - 2)}
          </Text>
        </Box>
      )}
      {seen.map((suggestion, row) => (
        <Box key={`${row}`} paddingX={1}>
          <Text inverse={first + row === state.chosen} color={suggestion.dim === true && first + row !== state.chosen ? theme.quiet : undefined}>
            {suggestion.letter !== undefined && <Text color={first + row === state.chosen ? undefined : categoryColor(suggestion.category ?? null)}>{`${suggestion.letter} `}</Text>}
            {fill(suggestion.label ?? suggestion.text, inner - 18 - (suggestion.letter === undefined ? 0 : 2))}
            {fill(suggestion.note ?? '', 18, 'right')}
          </Text>
        </Box>
      ))}
    </Dialog>
  );
}
