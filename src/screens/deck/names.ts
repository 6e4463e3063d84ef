import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message, SessionStore } from '../../core/session/session.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import type { Site } from '../../core/vocabulary/model.js';
import type { Vocabulary } from '../../core/vocabulary/vocabulary.js';

/** The names that tags are completed from and told apart by. */
export interface Names {
  /** Whose they are; null where the workspace wants none. */
  site: Site | null;
  /** Null until it was opened. */
  vocabulary: Vocabulary | null;
  /** Whether adult names are suggested. */
  adult: boolean;
  /** Tags that were given lately, the last one first. */
  recent: readonly string[];
}

export type NamesStore = StoreApi<Names>;

/** So long after a workspace was read its vocabulary is opened, in milliseconds: what is seen comes first. */
const restMs = 60;

/** Most tags that are remembered as given lately. */
const mostRecent = 60;

/** No names at all, for a program that follows no workspace. */
export function createNames(adult = false): NamesStore {
  return createStore<Names>(() => ({ site: null, vocabulary: null, adult, recent: [] }));
}

/**
 * Keeps the vocabulary that a workspace's settings ask for open. It is opened in the background, again when the choice is
 * another, or when lists were imported since (looked at whenever the settings are read again).
 */
export function followVocabulary(session: SessionStore, names: NamesStore, say: (text: string, tone?: Message['tone']) => void): void {
  let wanted: Site | null = null;
  let told: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  const follow = async () => {
    const { settings } = session.getState();
    const site = settings ? siteOfWorkspace(settings.ours) : null;
    wanted = site;
    if (site === null) return names.setState({ site, vocabulary: null });
    const { openedVocabulary } = await import('../../core/vocabulary/opened.js');
    const { vocabulary, problem } = await openedVocabulary(site);
    if (wanted === site) names.setState({ site, vocabulary });
    if (problem !== null && problem !== told) say((told = problem), 'warn');
  };
  session.subscribe((now, before) => {
    if (now.settings === before.settings) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void follow().catch((error: unknown) => say(String(error), 'error')), restMs);
    timer.unref();
  });
}

/** Remembers tags as given lately. */
export function remember(names: NamesStore, tags: readonly string[]): void {
  names.setState(({ recent }) => ({ recent: [...new Set([...tags.toReversed(), ...recent])].slice(0, mostRecent) }));
}
