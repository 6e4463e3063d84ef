import { createStore } from 'zustand/vanilla';
import type { Outlook } from '../../core/journal/journal.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay } from '../deck/overlay.js';
import { bodyRows } from '../parts/body.js';
import { page } from '../parts/page.js';
import { propose } from '../parts/propose.js';
import { move, scrollTo } from '../parts/scroll.js';
import { scrollKey } from '../parts/scroll-keys.js';
import { wrap } from '../parts/text.js';
import { historyLayout } from './layout.js';
import type { HistoryView } from './model.js';
import { previewOf } from './preview.js';
import { HistoryPane } from './view.js';
import { lead } from './words.js';

/** Lists all changes of the workspace, newest first, with what each did; enter takes one back, or brings it back, after showing what that does. */
export async function openHistory(deck: Deck): Promise<void> {
  const store = createStore<HistoryView>(() => ({ changes: [], at: 0, first: 0, preview: null, scrolled: 0 }));
  let journal: Awaited<ReturnType<Deck['history']>> = null;
  /** Keys that come before the list is read wait for it, so that none goes to the screen below. */
  let early: string[] | null = [];
  const layout = () => {
    const { columns, rows } = deck.room();
    return historyLayout({ columns, rows: bodyRows(rows) });
  };
  const chosen = () => store.getState().changes[store.getState().at];

  /** The cursor may have gone on when the lines are there. */
  const look = async () => {
    const { id } = chosen() ?? {};
    if (id === undefined) return;
    const preview = previewOf((await journal?.change(id)) ?? null);
    if (chosen()?.id === id) store.setState({ preview: { id, ...preview }, scrolled: 0 });
  };
  const go = (at: number) => {
    const { changes: all, first } = store.getState();
    const next = Math.max(0, Math.min(at, all.length - 1));
    store.setState({ at: next, first: scrollTo(first, next, all.length, layout().list.rows) });
    void look();
  };
  const scroll = (by: number) =>
    store.setState(({ preview, scrolled }) => ({ scrolled: Math.max(0, Math.min(scrolled + by, (preview?.rows.length ?? 0) - layout().diff.rows)) }));
  const renew = async () => {
    store.setState({ changes: (await journal?.history()) ?? [] });
    go(store.getState().at);
  };
  const take = async () => {
    const change = chosen();
    if (!change || !journal) return;
    const direction = change.undone ? 'redo' : 'undo';
    // Another program may have undone it meanwhile.
    const outlook = await journal.outlook(direction, change.id).catch((error: unknown) => error);
    if (outlook instanceof Error || !isOutlook(outlook)) {
      await renew();
      return deck.say(outlook instanceof Error ? outlook.message : 'There is no such change any more.', 'error');
    }
    const word = change.undone ? 'bring back' : 'take back';
    const run = async () => {
      const done = await (change.undone ? deck.redo(change.id) : deck.undo(change.id));
      await renew();
      return done;
    };
    if (outlook.refusal) {
      const why = outlook.refusal.message;
      return page(deck, `cannot ${word}: ${change.what}`, (width) => wrap(why, width).map((text) => ({ text })));
    }
    if (outlook.change.entries.length === 0) return void (await run());
    // What takes a change back runs backwards; it reads as the change did.
    const shown = { ...outlook.change, entries: change.undone ? outlook.change.entries : outlook.change.entries.toReversed() };
    propose(deck, { title: `${word}: ${change.what}`, lead: lead(outlook), change: shown, apply: run });
  };

  const overlay: Overlay = {
    name: 'history',
    keys: [
      { key: '⏎', word: 'take back or bring back' },
      { key: 'j', word: 'down' },
      { key: 'k', word: 'up' },
      { key: 'J', word: 'scroll down' },
      { key: 'K', word: 'scroll up' },
      { key: 'esc', word: 'leave' },
    ],
    render: (room) => <HistoryPane store={store} room={room} go={go} scroll={scroll} />,
    key: (name) => {
      if (early) return void early.push(name);
      if (name === 'escape' || name === 'q' || name === 'ctrl-c' || name === 'H') return deck.close(overlay);
      if (name === 'J' || name === 'K') return scroll(name === 'J' ? 1 : -1);
      const delta = scrollKey(name, layout().list.rows);
      if (delta !== null) return go(move(store.getState().at, delta, store.getState().changes.length));
      if (name === 'enter' || name === 'u' || name === 'U') void take().catch((error: unknown) => deck.say(String(error), 'error'));
    },
  };
  deck.show(overlay);
  try {
    journal = await deck.history();
    await renew();
  } finally {
    if (store.getState().changes.length === 0) deck.close(overlay);
  }
  if (store.getState().changes.length === 0) return deck.say('Nothing was changed yet.');
  const waited = early;
  early = null;
  for (const name of waited) deck.overlays.getState().stack.at(-1)?.key(name);
}

function isOutlook(value: unknown): value is Outlook {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}
