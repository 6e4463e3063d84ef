/** What can be switched on in a terminal: the sequences for on and off. */
const known = {
  /** Clicks and the wheel, with places beyond column 223. */
  mouse: { on: '\u001b[?1000h\u001b[?1006h', off: '\u001b[?1006l\u001b[?1000l' },
  /** Tells when the terminal, or the window of tmux, comes to the front again. */
  focus: { on: '\u001b[?1004h', off: '\u001b[?1004l' },
  /** The kitty keyboard protocol's first step: keys that mean two things elsewhere (escape, ctrl-i) come apart. */
  keyboard: { on: '\u001b[>1u', off: '\u001b[<u' },
} as const;

export type Mode = keyof typeof known;

/** Private modes that Ink switches: bracketed paste and the like. */
const privateMode = /^\u001b\[\?([\d;]+)([hl])$/;

/**
 * What is switched on in the terminal while the screen is shown. Terminals may forget it when the alternate screen is
 * left, and a program that has the terminal meanwhile should not find it: so it is known here and can be switched as a whole.
 */
export class Modes {
  private readonly ours = new Set<Mode>();
  private readonly inks = new Map<string, boolean>();
  private active = false;

  constructor(private readonly send: (text: string) => void) {}

  /** Switches a mode on or off, at once when the screen is shown. */
  set(mode: Mode, on: boolean): void {
    if (this.ours.has(mode) === on) return;
    if (on) this.ours.add(mode);
    else this.ours.delete(mode);
    if (this.active) this.send(on ? known[mode].on : known[mode].off);
  }

  has(mode: Mode): boolean {
    return this.ours.has(mode);
  }

  /** Takes note of a mode that Ink switches. */
  note(sequence: string): void {
    const [, mode, how] = privateMode.exec(sequence) ?? [];
    if (mode !== undefined) this.inks.set(mode, how === 'h');
  }

  /** Everything on, for a screen that is shown from now on. */
  on(): string {
    this.active = true;
    return [...[...this.inks].filter(([, on]) => on).map(([mode]) => `\u001b[?${mode}h`), ...[...this.ours].map((mode) => known[mode].on)].join('');
  }

  /** Everything off. */
  off(): string {
    this.active = false;
    return [...[...this.ours].map((mode) => known[mode].off), ...[...this.inks].filter(([, on]) => on).map(([mode]) => `\u001b[?${mode}l`)].join('');
  }
}
