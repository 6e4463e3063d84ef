/** A line of text with a cursor, edited by keys: pure, so that every prompt and the filter line share it. */
export interface TextField {
  text: string;
  /** Position in code units, always at the border of a grapheme. */
  cursor: number;
}

const segmenter = new Intl.Segmenter();
/** What no key types and no text should hold: control characters, those above ASCII among them. */
const controls = /[\u0000-\u001f\u007f-\u009f]/;

export function field(text = ''): TextField {
  return { text, cursor: text.length };
}

/** The field after a key; null when the key is none of the field's. */
export function editField(state: TextField, key: string): TextField | null {
  const { text, cursor } = state;
  if (Object.hasOwn(edits, key)) return edits[key]?.(state) ?? null;
  const typed = key === 'space' ? ' ' : key;
  if (typed.length > 1 && [...segmenter.segment(typed)].length > 1) return null;
  if (controls.test(typed)) return null;
  return { text: text.slice(0, cursor) + typed + text.slice(cursor), cursor: cursor + typed.length };
}

/** Pasted text goes in whole; line ends become spaces, as a field has one line. */
export function pasteInto(state: TextField, pasted: string): TextField {
  const clean = pasted.replace(/[\r\n\t]+/g, ' ').replace(new RegExp(controls, 'g'), '');
  return {
    text: state.text.slice(0, state.cursor) + clean + state.text.slice(state.cursor),
    cursor: state.cursor + clean.length,
  };
}

const left = ({ text, cursor }: TextField): number => {
  let last = 0;
  for (const { index } of segmenter.segment(text)) {
    if (index >= cursor) break;
    last = index;
  }
  return last;
};

const right = ({ text, cursor }: TextField): number => {
  const next = segmenter.segment(text).containing(cursor);
  return next ? next.index + next.segment.length : text.length;
};

const wordLeft = ({ text, cursor }: TextField): number => text.slice(0, cursor).replace(/\S*\s*$/, '').length;

const wordRight = ({ text, cursor }: TextField): number => cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);

const toWordLeft = (state: TextField): TextField => ({ ...state, cursor: wordLeft(state) });
const toWordRight = (state: TextField): TextField => ({ ...state, cursor: wordRight(state) });
const cutWordLeft = (state: TextField): TextField => ({ text: state.text.slice(0, wordLeft(state)) + state.text.slice(state.cursor), cursor: wordLeft(state) });

const edits: Record<string, (state: TextField) => TextField> = {
  left: (state) => ({ ...state, cursor: left(state) }),
  right: (state) => ({ ...state, cursor: right(state) }),
  home: (state) => ({ ...state, cursor: 0 }),
  'ctrl-a': (state) => ({ ...state, cursor: 0 }),
  end: (state) => ({ ...state, cursor: state.text.length }),
  'ctrl-e': (state) => ({ ...state, cursor: state.text.length }),
  backspace: (state) => ({ text: state.text.slice(0, left(state)) + state.text.slice(state.cursor), cursor: left(state) }),
  delete: (state) => ({ ...state, text: state.text.slice(0, state.cursor) + state.text.slice(right(state)) }),
  'ctrl-u': (state) => ({ text: state.text.slice(state.cursor), cursor: 0 }),
  'ctrl-k': (state) => ({ ...state, text: state.text.slice(0, state.cursor) }),
  'ctrl-w': cutWordLeft,
  'alt-backspace': cutWordLeft,
  'alt-d': (state) => ({ ...state, text: state.text.slice(0, state.cursor) + state.text.slice(wordRight(state)) }),
  'alt-b': toWordLeft,
  'alt-left': toWordLeft,
  'ctrl-left': toWordLeft,
  'alt-f': toWordRight,
  'alt-right': toWordRight,
  'ctrl-right': toWordRight,
};

/** Does a field do something with alt and this key? Everywhere else that is escape and the key. */
export function editsWithAlt(key: string): boolean {
  return key.startsWith('alt-') && Object.hasOwn(edits, key);
}
