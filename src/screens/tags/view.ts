import type { Action, ViewKey } from '../deck/deck.js';
import type { TextField } from '../parts/text-field.js';
import type { Sweep } from './sweep/model.js';
import type { Walk } from './walk/model.js';

export interface TagsView {
  /** The pane that has the keys. */
  focus: 'tags' | 'set';
  /** Row among the tags of the image. */
  at: number;
  /** Row among the tags of the set, and the first one that is seen. */
  setAt: number;
  setFirst: number;
  /** The line at the bottom while tags are typed; null otherwise. */
  adding: { field: TextField; chosen: number } | null;
  /** One tag that is asked for through the set; null otherwise. */
  sweep: Sweep | null;
  /** The walk through the images with tags on letters; null otherwise. */
  walk: Walk | null;
  /** What `.` does again on the image that is shown. */
  again: { what: string; run: Action } | null;
}

export const tagsView: ViewKey<TagsView> = {
  name: 'tags',
  initial: () => ({ focus: 'tags', at: 0, setAt: 0, setFirst: 0, adding: null, sweep: null, walk: null, again: null }),
};
