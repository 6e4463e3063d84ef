/** What asks the terminal for a sign of life (a device status report): four bytes each way. */
export const question = '\u001b[5n';
/** What it answers, as the input's filter gives it. */
export const answer = '0n';

/** After this many bytes the terminal is asked how far it is; larger writes are asked about at both ends. */
const askAfter = 1500;
const large = 3000;
/** What may be on its way before anything was measured, in bytes: enough for a frame of text. */
const firstWindow = 12 * 1024;
const leastWindow = 2 * 1024;
/** What may lie in queues on the way, in seconds of the line: pictures leave room for text. */
const delay = { text: 0.25, pictures: 0.1 };
/** Below these a sample says nothing: the program itself may have been busy for some milliseconds when the answer came. */
const leastSample = { bytes: 8000, ms: 30 };
/** Bytes a second from which on a line counts as fast: nothing has to be held back. */
const fast = 1_000_000;
const mostRate = 4 * fast;
/** An answer that is not there after this long, in milliseconds, was lost; after so many losses nothing is asked any more. */
const lostAfter = 5000;
const mostLosses = 3;

/** What was measured of the line to the terminal. */
export interface LineState {
  /** Bytes a second, `Infinity` when faster than matters; null until measured. */
  rate: number | null;
  /** Shortest time from a question to its answer, in milliseconds; null until measured. */
  roundTrip: number | null;
}

/**
 * Keeps what is on its way to the terminal small. A pseudo-terminal over ssh takes megabytes before it says that it is
 * behind, and a key would have to wait for all of them. So the terminal itself is asked, after every few hundred bytes,
 * for a sign of life: the answer says that it has come this far, and two answers say how fast the line is. A terminal that
 * does not answer is written to as far as the stream takes it.
 */
export class Flow {
  /** Called after each answer, when more may be sent. */
  onRoom: () => void = () => {};
  /** Called when the line was measured. */
  onLine: (line: Readonly<LineState>) => void = () => {};
  readonly line: LineState = { rate: null, roundTrip: null };

  private sent = 0;
  private arrived = 0;
  private readonly asked: { at: number; upTo: number }[] = [];
  private answered: { at: number; upTo: number; busyAt: number } | null = null;
  private timer: NodeJS.Timeout | undefined;
  private losses = 0;
  private estimate: number | null = null;

  /** @param on is the terminal known to answer? @param now milliseconds */
  constructor(
    private on: boolean,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Asks from now on, or never. */
  switch(on: boolean): void {
    this.on = on;
    this.forget();
  }

  /** How many bytes more may be sent now; 0 or less: wait for `onRoom`. */
  room(what: 'text' | 'pictures'): number {
    if (!this.on) return Infinity;
    const { rate, roundTrip } = this.line;
    if (rate === Infinity) return Infinity;
    const onItsWay = this.sent - this.arrived;
    if (rate === null) return firstWindow - onItsWay;
    return Math.max(leastWindow, rate * ((roundTrip ?? 0) / 1000 + delay[what])) - onItsWay;
  }

  /** Counts what is to be sent and gives it with the questions that belong to it. */
  wrap(text: string): string {
    const bytes = Buffer.byteLength(text);
    const before = this.on && bytes >= large && this.asked.length === 0 ? this.ask() : '';
    this.sent += bytes;
    const last = this.asked.at(-1)?.upTo ?? this.arrived;
    return before + text + (this.on && this.sent - last >= askAfter ? this.ask() : '');
  }

  /** The terminal answered. */
  take(): void {
    const question = this.asked.shift();
    if (!question) return;
    clearTimeout(this.timer);
    this.losses = 0;
    const measured = this.measure(question);
    this.arrived = question.upTo;
    // A stretch in which the line was busy goes on until it is long enough to say something.
    if (measured) this.answered = { at: this.now(), upTo: question.upTo, busyAt: this.now() };
    else if (this.answered) this.answered.busyAt = this.now();
    if (this.asked.length > 0) this.wait();
    this.onRoom();
  }

  /** Resolves when every question was answered, or after this many milliseconds: later answers would be typed into a shell. */
  async idle(limit: number): Promise<void> {
    for (const end = this.now() + limit; this.asked.length > 0 && this.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** What is on its way is not waited for: another program had the terminal. */
  forget(): void {
    clearTimeout(this.timer);
    this.asked.length = 0;
    this.answered = null;
    this.arrived = this.sent;
  }

  private ask(): string {
    this.sent += question.length;
    this.asked.push({ at: this.now(), upTo: this.sent });
    if (this.asked.length === 1) this.wait();
    return question;
  }

  private wait(): void {
    const { rate } = this.line;
    const due = rate === null || rate === Infinity ? 0 : ((this.sent - this.arrived) / rate) * 2000;
    this.timer = setTimeout(() => this.lost(), lostAfter + Math.min(due, 30_000));
    this.timer.unref();
  }

  private lost(): void {
    this.forget();
    if (++this.losses >= mostLosses) this.on = false;
    this.onRoom();
  }

  /**
   * The line was busy between two answers when the second question had been sent before the first answer came.
   * @returns true when a new stretch begins with this answer
   */
  private measure({ at, upTo }: { at: number; upTo: number }): boolean {
    const now = this.now();
    this.line.roundTrip = Math.min(this.line.roundTrip ?? Infinity, now - at);
    const from = this.answered;
    if (!from || at > from.busyAt) return true;
    const bytes = upTo - from.upTo;
    const ms = now - from.at;
    if (bytes < leastSample.bytes && (bytes < large || ms < leastSample.ms)) return false;
    this.sample((bytes / Math.max(ms, 1)) * 1000, ms);
    this.onLine(this.line);
    return true;
  }

  /**
   * Takes a sample in: a long one says more than a short one, and a faster line is believed step by step, as answers that
   * were held up somewhere come together.
   */
  private sample(rate: number, ms: number): void {
    const before = this.estimate;
    const weight = Math.min(1, Math.max(0.4, ms / 1000));
    const now = before === null ? rate : before + weight * (Math.min(rate, 2 * before) - before);
    this.estimate = Math.min(now, mostRate);
    this.line.rate = this.estimate >= fast ? Infinity : this.estimate;
  }
}
