import type { Dataset } from '../../core/dataset/model.js';
import type { Edit, Scope, TagChange } from '../../core/tags/edit-captions.js';
import type { TagOption, TagOptions } from './options.js';

/** What an action works on. */
export interface Given {
  dataset: Dataset;
  scope: Scope;
}

/** What an action gives: a change, or, when bytes have to be kept first, how it would look and how to get it. */
export interface Prepared {
  change: TagChange;
  /** The captions before and after, where the entries are bytes and not texts. */
  edits?: Edit[];
  /** Makes the entries; called when it is to be done. */
  complete?: () => Promise<TagChange>;
  /** What there is to say beside the change: fields for `--json`, and lines for a person. */
  told?: { json: Record<string, unknown>; lines: readonly string[] };
  /** The folder that is renamed. */
  folder?: { before: string; after: string };
}

export interface Action {
  usage: string;
  options?: readonly TagOption[];
  /** Reads the words and options, without a look at the workspace; wrong use ends with exit code 2. */
  read: (words: readonly string[], options: TagOptions) => (given: Given) => Promise<Prepared>;
}
