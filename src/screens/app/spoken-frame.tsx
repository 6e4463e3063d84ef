import { Box } from 'ink';
import { useStore } from 'zustand';
import { summarize } from '../../core/checks/finding.js';
import type { Message, Session } from '../../core/session/session.js';
import { isLive } from '../../core/training/run-row.js';
import { counted } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay } from '../deck/overlay.js';
import { useSession } from '../deck/use.js';
import { byScreen } from '../parts/issues.js';
import { Say } from '../parts/say.js';
import { screens } from './screens.js';

/** Cells that no line comes to: nothing is laid out here. */
const room = { columns: 1000, rows: 1000 };
const order = ['dataset', 'tags', 'checks', 'settings', 'training'];

/**
 * The program for the ear: lines of text instead of panes. Every line says one thing whole, with its place in its list, so
 * that the output can say just the lines that changed.
 */
export function SpokenFrame({ deck }: { deck: Deck }) {
  const screen = useStore(deck.session, (session) => session.screen);
  const stack = useStore(deck.overlays, (state) => state.stack);
  const about = useSession(aboutSession);
  const found = useSession(aboutFindings);
  const message = useSession((session) => session.message);
  const { title, Spoken } = screens[screen];
  const overlay = stack.at(-1) ?? null;
  const dialog = overlay?.render(room);
  const number = order.indexOf(screen) + 1;
  return (
    <Box flexDirection="column">
      <Say lines={[number > 0 ? `${title}, screen ${number} of ${order.length}` : title, ...about.split('\n'), ...found.split('\n')]} />
      <Say lines={[message && messageLine(message)]} />
      {overlay && dialog ? (
        <>
          {dialog}
          <Say lines={[keysOf(overlay)]} />
        </>
      ) : (
        <Spoken />
      )}
    </Box>
  );
}

const turns = new WeakMap<Message, boolean>();
let turn = false;

/** A message; one that is said again differs from the one before by a character that is neither seen nor heard. */
function messageLine(message: Message): string {
  if (!turns.has(message)) turns.set(message, (turn = !turn));
  const tone = message.tone === 'error' ? 'error: ' : message.tone === 'warn' ? 'warning: ' : '';
  return `${tone}${message.text}${turns.get(message) ? '\u200b' : ''}`;
}

function aboutSession({ root, demo, runs, work }: Session): string {
  if (!root) return 'no workspace open';
  const live = runs.filter(isLive).map(({ id, state, recording }) => `run ${id} goes on, epoch ${state.epoch ?? 0} of ${state.total_epochs ?? 'unknown'}${recording ? ', a recording' : ''}`);
  // How far the work is would be said all the time.
  return [`workspace ${root.split('/').at(-1) ?? root}${demo ? ', the sample' : ''}`, work ? `${work.what}, in the background` : '', ...live, 'question mark lists the keys'].filter(Boolean).join('\n');
}

function aboutFindings({ findings }: Session): string {
  const { dataset, settings } = byScreen(findings);
  const say = (where: string, list: typeof dataset) => {
    const { error, warn } = summarize(list);
    return error + warn === 0 ? '' : `${where}: ${counted(error, 'error')}, ${counted(warn, 'warning')}`;
  };
  return findings ? [say('dataset', dataset), say('settings', settings)].filter(Boolean).join('\n') || 'nothing wrong found' : '';
}

function keysOf({ keys }: Overlay): string {
  return `keys: ${(keys ?? [{ key: 'esc', word: 'leave' }]).map(({ key, word }) => `${key === 'esc' ? 'escape' : key} ${word}`).join(', ')}`;
}
