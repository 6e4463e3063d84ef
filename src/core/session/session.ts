import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Finding } from '../checks/finding.js';
import type { Dataset } from '../dataset/model.js';
import type { Recorded } from '../journal/change.js';
import type { SettingsFile } from '../settings/file.js';
import type { RunRow } from '../training/run-row.js';
import type { Sort } from './columns.js';

export type ScreenName = 'welcome' | 'dataset' | 'tags' | 'checks' | 'settings' | 'training';

/** One line in the status bar. */
export interface Message {
  text: string;
  tone: 'error' | 'warn' | 'info' | 'good';
}

/** What the person has in hand: everything that outlives a screen. View state (a scroll, a fold) lives in its screen. */
export interface Session {
  /** Absolute path of the workspace; null on the welcome screen. */
  root: string | null;
  /** True on the copy of the sample workspace. */
  demo: boolean;
  screen: ScreenName;
  dataset: Dataset | null;
  settings: SettingsFile | null;
  /** Null until they were looked for. */
  findings: readonly Finding[] | null;
  /** Long work that goes on in the background, with how far it is; null when there is none. */
  work: { what: string; done: number; total: number } | null;
  /** The concept (or `Raw`, `Left out`) that is shown; null = all concepts. */
  folder: string | null;
  /** Id of the picture under the cursor. */
  cursor: number | null;
  /** A picture that was edited under the cursor: it passes that filter until the cursor goes on. */
  held: { id: number; filter: string } | null;
  marks: ReadonlySet<number>;
  /** The query on the filter line; empty = all. */
  filter: string;
  /** Tokens of the captions were counted, so that a filter can ask for them. */
  tokensCounted: boolean;
  /** The order in which the images are shown; null = the dataset's own. */
  sort: Sort | null;
  message: Message | null;
  /** What `u` and `U` would take back and bring back. */
  undo: Recorded | null;
  redo: Recorded | null;
  /** The person's own keys, by the name of the action. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** Newest first. */
  runs: readonly RunRow[];
}

export type SessionStore = StoreApi<Session>;

/** The one store outside React; owned by the app. */
export function createSession(start: Partial<Session> = {}): SessionStore {
  return createStore<Session>(() => ({
    root: null,
    demo: false,
    screen: 'welcome',
    dataset: null,
    settings: null,
    findings: null,
    work: null,
    folder: null,
    cursor: null,
    held: null,
    marks: new Set(),
    filter: '',
    tokensCounted: false,
    sort: null,
    message: null,
    undo: null,
    redo: null,
    keys: {},
    runs: [],
    ...start,
  }));
}
