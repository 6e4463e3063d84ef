import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TagChange } from '../../../core/tags/edit-captions.js';
import { replaceTags } from '../../../core/tags/replace-tags.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import type { Overlay, Room } from '../../deck/overlay.js';
import { Dialog } from '../../parts/dialog.js';
import { DiffLine, diffLines, diffWords } from '../../parts/diff.js';
import { Field } from '../../parts/field.js';
import type { Suggestion } from '../../parts/prompt.js';
import { Say, SayField, useSpoken } from '../../parts/say.js';
import { saySuggestions } from '../../parts/say-suggestions.js';
import { suggestTags, typedTags } from '../../parts/tag-input.js';
import { cut, fill } from '../../parts/text.js';
import { editField, field, pasteInto, type TextField } from '../../parts/text-field.js';
import { signs, theme } from '../../parts/theme.js';
import { bulkScope, type Target } from '../scope.js';
import { computed, leadOf } from './propose-tags.js';

interface State {
  /** The tag that goes, and the one that comes. */
  fields: readonly [TextField, TextField];
  at: 0 | 1;
  chosen: number;
  /** The first one is only a proposal: a letter takes its place. */
  fresh: boolean;
  /** First line of the diff that is seen. */
  first: number;
}

/** What the fields amount to: the change, or what is missing or wrong. */
interface Outcome {
  change: TagChange | null;
  /** Whether it is only the first part of the change. */
  partly?: boolean;
  text: string;
  tone: 'error' | 'info';
}

/** Of more images only so many are looked at while it is typed. */
const mostTyped = 1000;

/**
 * Asks for a tag and for its replacement in two lines, and shows below what changes while it is typed, so that enter in the second line makes the change.
 * Several tags go between commas. In the first line enter takes the first suggestion when what is typed is no tag of the set.
 */
export function bulkReplace(deck: Deck, value = '', target: Target = bulkScope(deck)): void {
  const store = createStore<State>(() => ({ fields: [field(value), field()], at: 0, chosen: -1, fresh: value !== '', first: 0 }));
  const outcome = remembered(deck, target);
  const suggestions = ({ fields, at }: State) => suggestTags(deck, fields[at].text, { ofSet: at === 0 }).slice(0, 5);
  const put = (next: TextField, { fields, at }: State) => store.setState({ fields: at === 0 ? [next, fields[1]] : [fields[0], next], chosen: -1, fresh: false, first: 0 });
  const overlay: Overlay = {
    name: 'replace',
    keys: [{ key: '⏎', word: 'go on, then apply' }, { key: 'tab', word: 'take the suggestion' }, { key: '↓↑', word: 'choose one' }, { key: 'esc', word: 'leave' }],
    render: (room) => <Replacing store={store} target={target} outcome={outcome} suggestions={suggestions} room={room} />,
    paste: (text) => {
      const state = store.getState();
      put(pasteInto(state.fresh ? field() : state.fields[state.at], text), state);
    },
    key: (name) => {
      const state = store.getState();
      const offered = suggestions(state);
      const taken = offered[state.chosen];
      if (name === 'escape' || name === 'ctrl-c') return deck.close(overlay);
      if (name === 'enter' && state.at === 0) return goOn(taken ?? closest(deck, state.fields[0].text, offered));
      if (name === 'enter') {
        if (taken) return put(field(taken.text), state);
        const { change, partly, text, tone } = outcome(state.fields);
        if (!change) return deck.say(text, tone === 'error' ? 'error' : 'warn');
        const whole = partly ? outcomeOf(deck, target, typedTags(state.fields[0].text), typedTags(state.fields[1].text), Infinity).change : change;
        deck.close(overlay);
        return void deck.apply(whole ?? change);
      }
      if (name === 'shift-tab') return store.setState({ at: state.at === 0 ? 1 : 0, chosen: -1 });
      if (name === 'tab') {
        const suggestion = taken ?? offered[0];
        if (suggestion) put(field(suggestion.text), state);
        else if (state.at === 0) goOn(undefined);
        return;
      }
      if (name === 'down' || name === 'ctrl-n') return store.setState({ chosen: Math.min(state.chosen + 1, offered.length - 1) });
      if (name === 'up' || name === 'ctrl-p') return store.setState({ chosen: Math.max(-1, state.chosen - 1) });
      if (name === 'pagedown' || name === 'pageup') return store.setState({ first: Math.max(0, state.first + (name === 'pagedown' ? 8 : -8)) });
      const isLetter = [...name].length === 1 || name === 'space';
      const edited = editField(state.fresh && isLetter ? field() : state.fields[state.at], name);
      if (edited) put(edited, state);
    },
  };
  const goOn = (suggestion: Suggestion | undefined) => {
    const { fields } = store.getState();
    const first = suggestion ? field(suggestion.text) : fields[0];
    if (typedTags(first.text).length === 0) return;
    store.setState({ fields: [first, fields[1]], at: 1, chosen: -1, fresh: false });
  };
  deck.show(overlay);
}

/** The first suggestion, when what is typed last is no tag of the set. */
function closest(deck: Deck, text: string, offered: readonly Suggestion[]): Suggestion | undefined {
  const last = typedTags(text).at(-1) ?? '';
  return last === '' || text.trimEnd().endsWith(',') || deck.index.count(last) > 0 ? undefined : offered[0];
}

/** Computes the change once for each pair of texts: it is asked for with every frame. */
function remembered(deck: Deck, target: Target): (fields: State['fields']) => Outcome {
  let known: { texts: string; outcome: Outcome } | null = null;
  return ([{ text: old }, { text: next }]) => {
    const texts = `${old}\n${next}`;
    if (known?.texts !== texts) known = { texts, outcome: outcomeOf(deck, target, typedTags(old), typedTags(next)) };
    return known.outcome;
  };
}

function outcomeOf(deck: Deck, target: Target, old: readonly string[], next: readonly string[], most = mostTyped): Outcome {
  const { pictures } = target.scope;
  if (old.length === 0) return { change: null, text: 'several go between commas', tone: 'info' };
  const ids = new Set(old.flatMap((tag) => [...deck.index.picturesWith(tag)]));
  const having = pictures.filter(({ id }) => ids.has(id));
  if (next.length === 0) return { change: null, text: `on ${having.length} of ${counted(pictures.length, 'image')}`, tone: 'info' };
  // Only what has the tag is looked at: among ten thousand captions that is felt.
  const partly = having.length > most;
  const change = computed(() => replaceTags({ ...target.scope, pictures: partly ? having.slice(0, most) : having }, old, next));
  if (typeof change === 'string') return { change: null, text: change, tone: 'error' };
  if (partly && change.entries.length > 0) {
    return { change, partly, text: `${having.length} of ${counted(pictures.length, 'image')} have it; the first ${most} are shown`, tone: 'info' };
  }
  const whole = { ...change, unchanged: change.unchanged + pictures.length - having.length };
  const text = leadOf(whole, target, 'do not have it');
  return { change: change.entries.length > 0 ? change : null, text: change.entries.length > 0 ? text : `nothing changes: ${text}`, tone: 'info' };
}

interface Props {
  store: StoreApi<State>;
  target: Target;
  outcome: (fields: State['fields']) => Outcome;
  suggestions: (state: State) => Suggestion[];
  room: Room;
}

function Replacing({ store, target, outcome, suggestions, room }: Props) {
  const state = useStore(store);
  const spoken = useSpoken();
  const { change, text, tone } = outcome(state.fields);
  const offered = suggestions(state);
  const title = `replace · ${target.name}`;
  const width = Math.min(120, room.columns - 2);
  const inner = width - 4;
  const free = Math.max(1, Math.min(room.rows, 26) - 6 - offered.length);
  const seen = { ...change, entries: (change?.entries ?? []).slice(state.first, state.first + free) };
  const rows = change ? diffLines({ what: '', images: 0, entries: seen.entries }).slice(0, free) : [];
  if (spoken) {
    const name = state.at === 0 ? 'the tag that goes' : 'the tag that comes';
    return (
      <>
        <Say lines={[title, `${tone === 'error' ? 'error: ' : ''}${text}`, ...rows.map(diffWords), saySuggestions(offered, state.chosen)]} />
        <SayField name={name} text={state.fields[state.at].text} />
      </>
    );
  }
  const below = (change?.entries.length ?? 0) - state.first - rows.length;
  const foot = state.at === 0 ? '⏎ go on · esc leave' : `${below > 0 ? `${below} more · ` : ''}⏎ apply · esc leave`;
  return (
    <Dialog title={title} foot={foot} width={width} height={5 + offered.length + Math.max(1, rows.length)} room={room}>
      {(['tag', 'by'] as const).map((label, at) => (
        <Box key={label} paddingX={1}>
          <Text color={theme.quiet}>{fill(label, 5)}</Text>
          {at === state.at ? (
            <Field field={state.fields[at]} width={inner - 5} selected={at === 0 && state.fresh} />
          ) : (
            <Text>{cut(state.fields[at]?.text ?? '', inner - 5)}</Text>
          )}
        </Box>
      ))}
      {offered.map((suggestion, row) => (
        <Box key={`s${row}`} paddingX={1}>
          <Text inverse={row === state.chosen} color={row === state.chosen ? undefined : theme.quiet}>
            {fill(`     ${suggestion.label ?? suggestion.text}`, inner - 16)}
            {fill(suggestion.note ?? '', 16, 'right')}
          </Text>
        </Box>
      ))}
      <Box paddingX={1}>
        <Text bold={change !== null} color={tone === 'error' ? theme.error : change ? undefined : theme.quiet}>
          {tone === 'error' ? `${signs.error} ` : ''}
          {cut(text, inner - 2)}
        </Text>
      </Box>
      {rows.map((row, index) => (
        <Box key={state.first + index} paddingX={1}>
          <DiffLine row={row} width={inner} />
        </Box>
      ))}
    </Dialog>
  );
}
