import type { Deck } from '../../deck/deck.js';
import { bodyRows } from '../../parts/body.js';
import { tagsLayout, type TagsLayout } from '../layout.js';

/** Where the trainer's eye lies: in two rows under everything, or in a pane under the tags. */
export interface EyeArea {
  form: 'rows' | 'pane';
  width: number;
  height: number;
}

const compactRows = 2;

/** The Tags screen in a body of these cells, with the trainer's eye where it is on and there is room for it. */
export function layoutWithEye(columns: number, rows: number, on: boolean): TagsLayout & { eye: EyeArea | null } {
  const whole = tagsLayout(columns, rows);
  if (!on || rows < 14) return { ...whole, eye: null };
  if (columns < 100 || rows < 30) {
    return { ...tagsLayout(columns, rows - compactRows), eye: { form: 'rows', width: columns, height: compactRows } };
  }
  const height = Math.max(9, Math.min(16, Math.floor(rows * 0.3)));
  const { picture, tags, set } = whole;
  return {
    ...whole,
    picture,
    tags: { ...tags, height: tags.height - height },
    set: { ...set, height: set.height - height },
    eye: { form: 'pane', width: tags.width + set.width, height },
  };
}

/** The layout as it is on the screen now. */
export function shownLayout(deck: Deck): ReturnType<typeof layoutWithEye> {
  const { columns, rows } = deck.room();
  return layoutWithEye(columns, bodyRows(rows), deck.preferences.getState().eye);
}
