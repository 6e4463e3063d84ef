import type { DrawSetting, Driver } from './driver.js';

/** How pictures are drawn at the moment: the driver and what it knows. Listeners hear when pictures are to be drawn anew. */
export class Display {
  /** Grows with every change. */
  version = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private current: Driver,
    private known: DrawSetting,
  ) {}

  get driver(): Driver {
    return this.current;
  }

  get setting(): DrawSetting {
    return this.known;
  }

  /**
   * Changes something of it.
   * @param redraw draw the pictures that are shown anew; else only those that come
   */
  change({ driver = this.current, ...setting }: Partial<DrawSetting> & { driver?: Driver }, { redraw = true } = {}): void {
    const next = { ...this.known, ...setting };
    if (driver === this.current && JSON.stringify(next) === JSON.stringify(this.known)) return;
    this.current = driver;
    this.known = next;
    this.version++;
    if (redraw) for (const listener of this.listeners) listener();
  }

  /** Calls back when pictures are to be drawn anew; gives the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** What is taken for granted of a terminal that says nothing. */
export const plainSetting: DrawSetting = {
  colors: 'truecolor',
  cell: { width: 8, height: 16 },
  quality: 'full',
  passthrough: false,
  exactColors: true,
};
