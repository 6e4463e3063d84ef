import type { SampleProps } from './sample-app.js';
import { differences } from './differences.js';
import { Gallery } from './gallery.js';
import { imageKinds, madeUpImage } from './made-up-images.js';
import { settle, start, turns, type Side } from './sides.js';

/** Numbers that are the same in every run: below the number of sides. */
export function dice(seed: number): (sides: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const keys: Readonly<Record<string, string[]>> = {
  move: ['j', 'k', '\u001b[B', '\u001b[A'],
  page: ['J', 'K'],
  dialog: ['d'],
  'picture hidden': ['h'],
  'text field': ['i'],
  'other key': ['x', '\r', '?'],
  'several keys in one read': ['jjj', 'wé東', 'kd', 'hh', 'Jk', 'dj'],
  escape: ['\u001b'],
};
/** How often each comes, out of the sum of all. */
const weights = { move: 30, page: 5, dialog: 9, 'picture hidden': 5, 'text field': 4, 'other key': 3, 'several keys in one read': 8, escape: 1, picture: 24, resize: 4, 'blocked line': 3, 'long line': 3, suspended: 1 };
type Event = keyof typeof weights;
const events = Object.entries(weights).flatMap(([name, weight]) => Array.from({ length: weight }, () => name as Event));

const small = [[44, 14], [52, 12], [60, 16], [38, 18], [64, 10]] as const;
const large = [[90, 26], [80, 24], [120, 40], [100, 20], [70, 30]] as const;

/** What the terminal can move; the sessions take turns. */
const scrollings = ['columns', 'rows', 'none', 'columns', 'rows'] as const;

/** What came of a session. */
export interface SessionResult {
  /** Events after which the screens were compared. */
  frames: number;
  /** Those of them that changed the screen. */
  changed: number;
  /** Rectangles of the screen that were moved. */
  scrolls: number;
  mix: Record<string, number>;
  bytes: { ours: number; inks: number };
}

/**
 * A long random session in two terminals at once, ours and Ink's own, compared after every event. The same seed gives the same session.
 * @throws Error that says the seed, the event and the cells, when they differ
 */
export async function randomSession(seed: number, frames: number): Promise<SessionResult> {
  const roll = dice(seed);
  const big = seed % 8 === 0;
  const sizes = big ? large : small;
  const [columns, rows] = sizes[roll(sizes.length)] ?? sizes[0];
  const hole = big ? { width: 30, height: 12 } : { width: 8 + roll(12), height: 4 + roll(6) };
  const props: SampleProps = { count: 300, hole, small: true };
  const gallery = new Gallery();
  const ours = start({ columns, rows }, gallery.layer, props, { flow: seed % 3 === 0, scrolling: scrollings[seed % scrollings.length] ?? 'none' });
  const inks = start({ columns, rows }, null, props);
  const result: SessionResult = { frames: 0, changed: 0, scrolls: 0, mix: {}, bytes: { ours: 0, inks: 0 } };

  const simple = async (event: Event): Promise<void> => {
    result.mix[event] = (result.mix[event] ?? 0) + 1;
    if (event === 'picture') return changePicture(gallery, hole, roll, seed * 10_000 + result.frames);
    if (event === 'resize') {
      const [width, height] = sizes[roll(sizes.length)] ?? sizes[0];
      for (const side of [ours, inks]) side.terminal.resize(width, height);
      return;
    }
    const list = keys[event] ?? ['j'];
    const key = list[roll(list.length)] ?? 'j';
    for (const side of [ours, inks]) side.keyboard.write(key);
    // Until an escape is known to be no beginning of a longer sequence.
    if (key === '\u001b') await new Promise((resolve) => setTimeout(resolve, 40));
  };
  /** Some events of which the terminal sees nothing, or not all. */
  const several = async (): Promise<void> => {
    for (let i = 2 + roll(4); i > 0; i--) {
      const event = events[roll(events.length)] ?? 'move';
      await simple(['blocked line', 'long line', 'suspended', 'escape'].includes(event) ? 'move' : event);
      await turns(2 + roll(6));
    }
  };

  while (result.frames < frames) {
    const before = ours.terminal.bytes;
    const event = events[roll(events.length)] ?? 'move';
    if (event === 'blocked line') await whileBlocked(ours, several);
    else if (event === 'long line') await whileUnanswered(ours, several);
    else if (event === 'suspended') await whileSuspended(ours, several);
    else await simple(event);
    if (event === 'blocked line' || event === 'long line' || event === 'suspended') result.mix[event] = (result.mix[event] ?? 0) + 1;
    await settle(ours, inks);
    result.frames++;
    if (ours.terminal.bytes > before) result.changed++;
    const found = [...differences(ours.terminal, inks.terminal, gallery), ...ours.terminal.uploads.mistakes, ...gallery.missing(ours.terminal).map((id) => `picture ${id} was not uploaded`)];
    if (found.length > 0) {
      const screens = `${ours.terminal.screen()}\n---\n${inks.terminal.screen()}`;
      throw new Error(`seed ${seed}, frame ${result.frames} after ${event}: ${found.length} differences\n${found.slice(0, 20).join('\n')}\n${screens}`);
    }
  }
  result.scrolls = ours.terminal.writes.reduce((sum, text) => sum + text.split('\u001b[r').length - 1, 0);
  result.bytes = { ours: ours.terminal.bytes, inks: inks.terminal.bytes };
  for (const side of [ours, inks]) side.app.unmount();
  ours.screen?.close();
  for (const side of [ours, inks]) side.terminal.emulator.dispose();
  return result;
}

/** A picture comes, becomes another one, moves within its hole, or goes. */
function changePicture(gallery: Gallery, hole: { width: number; height: number }, roll: (sides: number) => number, seed: number): void {
  const [number, size] = roll(3) === 0 ? [700, { width: 9, height: 4 }] : [1, hole];
  if (roll(7) === 0) return gallery.delete(number);
  const kind = imageKinds[roll(imageKinds.length)] ?? 'blocks';
  // Sometimes one larger than its hole, but not where it would be drawn whole.
  const more = roll(12) === 0 && (kind === 'blocks' || kind === 'placeholders') ? 2 : 0;
  const width = Math.max(1, size.width - roll(4) + more);
  const height = Math.max(1, size.height - roll(3) + more);
  // Sometimes one that was there before.
  const image = madeUpImage(kind, width, height, roll(4) === 0 ? roll(5) : seed);
  gallery.set(number, image, roll(2) === 0 ? { left: 0, top: 0 } : { left: Math.max(0, (size.width - width) >> 1), top: Math.max(0, (size.height - height) >> 1) });
}

/** The terminal takes nothing more for a while. */
async function whileBlocked({ terminal }: Side, act: () => Promise<void>): Promise<void> {
  terminal.takesMore = false;
  await act();
  terminal.takesMore = true;
  terminal.emit('drain');
}

/** The terminal is far away: its answers come late. */
async function whileUnanswered(side: Side, act: () => Promise<void>): Promise<void> {
  side.holdAnswers(true);
  await act();
  side.holdAnswers(false);
}

/** Another program has the terminal for a while, and writes on both of its screens. */
async function whileSuspended({ screen, terminal }: Side, act: () => Promise<void>): Promise<void> {
  screen?.pause();
  terminal.write('\u001b[2J\u001b[3;3Hsomething else\u001b[?1049h\u001b[2J\u001b[5;2Han editor\u001b[31m~\u001b[?1049l\u001b[m');
  await act();
  screen?.resume();
}
