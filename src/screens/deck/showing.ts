import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Display } from '../../terminal/images/display.js';
import type { Quality } from '../../terminal/images/driver.js';
import type { ImageChoice } from '../../terminal/images/drivers.js';
import type { LineState } from '../../terminal/screen/flow.js';

/** How pictures are shown, what was asked for, and why. */
export interface Showing {
  /** What was asked for; `auto`: what suits the terminal. */
  images: ImageChoice;
  /** `auto`: as much as the line carries. */
  quality: Quality | 'auto';
  /** What that means at the moment. */
  driver: string;
  spent: Quality;
  /** Bytes a second to the terminal, `Infinity` when faster than matters; null until measured. */
  rate: number | null;
}

export interface ShowingParts {
  display: Display;
  /** Has pictures drawn another way from now on. */
  showPictures: (wanted: ImageChoice) => void;
  line: Readonly<LineState>;
  onLine: (listener: () => void) => () => void;
  images?: ImageChoice | undefined;
  quality?: Quality | 'auto' | undefined;
}

/** Bytes a second below which less is spent on pictures, and above which more again. */
const steps = { light: { below: 350_000, above: 500_000 }, least: { below: 70_000, above: 100_000 } };

/** How much to spend on pictures on a line of this speed. @param before what was spent until now, which is kept near a border */
export function qualityFor(rate: number | null, before: Quality): Quality {
  if (rate === null) return before;
  if (rate < (before === 'least' ? steps.least.above : steps.least.below)) return 'least';
  if (rate < (before === 'full' ? steps.light.below : steps.light.above)) return 'light';
  return 'full';
}

/** How pictures are shown from now on: what is set in the store holds at once, and with `auto` the measured line decides. */
export function createShowing({ display, showPictures, line, onLine, images = 'auto', quality = 'auto' }: ShowingParts): StoreApi<Showing> {
  const now = () => ({ driver: display.driver.name, spent: display.setting.quality, rate: line.rate });
  if (quality !== 'auto') display.change({ quality });
  const store = createStore<Showing>(() => ({ images, quality, ...now() }));
  const update = () => {
    const next = now();
    const is = store.getState();
    // The figure changes all the time; it is told when it is another one to a person.
    if (next.driver !== is.driver || next.spent !== is.spent || rough(next.rate) !== rough(is.rate)) store.setState(next);
  };
  const follow = (redraw: boolean) => {
    const wanted = store.getState().quality;
    const before = display.setting.quality;
    display.change({ quality: wanted === 'auto' ? qualityFor(line.rate, before) : wanted }, { redraw });
    update();
  };
  let measured = false;
  onLine(() => {
    // What is on the screen stays as it was sent, but at the first measurement hardly anything was.
    follow(!measured);
    measured ||= line.rate !== null;
  });
  display.subscribe(update);
  store.subscribe((state, before) => {
    if (state.images !== before.images) showPictures(state.images);
    if (state.quality !== before.quality) follow(true);
  });
  return store;
}

function rough(rate: number | null): number | null {
  return rate === null || rate === Infinity ? rate : Math.round(Math.log2(rate) * 2);
}
