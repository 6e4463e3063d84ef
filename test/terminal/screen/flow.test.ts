import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Flow, question } from '../../../src/terminal/screen/flow.js';

/** A line in virtual time: so many bytes a second, and half of the round trip each way. */
class FakeLine {
  now = 0;
  readonly flow: Flow;
  /** Bytes on their way at most, over all that was sent. */
  most = 0;
  private freeAt = 0;
  private sent = 0;
  private readonly arrivals: { at: number; upTo: number }[] = [];
  private readonly answers: number[] = [];

  constructor(
    readonly rate: number,
    readonly roundTrip: number,
  ) {
    this.flow = new Flow(true, () => this.now);
  }

  send(bytes: number): void {
    const text = this.flow.wrap('x'.repeat(bytes));
    // Every question is answered when the terminal has got all before it.
    for (const part of text.split(question).slice(0, -1)) this.deliver(part.length + question.length, true);
    this.deliver(text.split(question).at(-1)?.length ?? 0, false);
    this.most = Math.max(this.most, this.onItsWay);
  }

  get onItsWay(): number {
    return this.sent - (this.arrivals.findLast(({ at }) => at <= this.now)?.upTo ?? 0);
  }

  private deliver(bytes: number, asks: boolean): void {
    this.sent += bytes;
    this.freeAt = Math.max(this.freeAt, this.now) + (bytes / this.rate) * 1000;
    this.arrivals.push({ at: this.freeAt + this.roundTrip / 2, upTo: this.sent });
    if (asks) this.answers.push(this.freeAt + this.roundTrip);
  }

  /** Lets time pass in which answers come but nobody takes them; then all come at once. */
  holdUp(ms: number): void {
    this.now += ms;
    for (let next = this.answers[0]; next !== undefined && next <= this.now; next = this.answers[0]) {
      this.answers.shift();
      this.flow.take();
    }
  }

  /** Lets time pass, with the answers that come in it. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let next = this.answers[0]; next !== undefined && next <= end; next = this.answers[0]) {
      this.answers.shift();
      this.now = next;
      this.flow.take();
    }
    this.now = end;
  }
}

/** Sends pictures as fast as the flow lets them. */
function busy(line: FakeLine, seconds: number, piece = 4000): void {
  for (let ms = 0; ms < seconds * 1000; ms += 5) {
    for (let sent = 0; line.flow.room('pictures') > 0 && sent < 20 * piece; sent += piece) line.send(piece);
    line.pass(5);
  }
}

test.each([
  [32_000, 150],
  [100_000, 80],
  [300_000, 20],
])('a line of %i B/s and %i ms is measured within a fifth, and kept busy without a queue', (rate, roundTrip) => {
  const line = new FakeLine(rate, roundTrip);
  busy(line, 4);
  expect(line.flow.line.rate).toBeGreaterThan(rate * 0.8);
  expect(line.flow.line.rate).toBeLessThan(rate * 1.2);
  expect(line.flow.line.roundTrip).toBeLessThan(roundTrip * 1.5 + 20);
  line.most = 0;
  busy(line, 3);
  // A key waits for no more than this.
  expect(line.most / rate).toBeLessThan(roundTrip / 1000 + 0.1 + 4000 / rate + 0.05);
  expect(line.onItsWay).toBeGreaterThan(0);
});

test('a fast line, near or far, is not held back', () => {
  for (const roundTrip of [0.5, 30, 150]) {
    const line = new FakeLine(20_000_000, roundTrip);
    busy(line, 2, 10_000);
    expect(line.flow.line.rate, `${roundTrip} ms`).toBe(Infinity);
    expect(line.flow.room('pictures')).toBe(Infinity);
  }
});

test('a terminal that does not answer is written to after a while, and soon without questions', async () => {
  const flow = new Flow(false);
  expect(flow.wrap('x'.repeat(50_000))).not.toContain(question);
  expect(flow.room('text')).toBe(Infinity);
});

test('text may go when pictures have to wait', () => {
  const line = new FakeLine(32_000, 150);
  busy(line, 4);
  while (line.flow.room('pictures') > 0) line.send(1000);
  expect(line.flow.room('text')).toBeGreaterThan(0);
});

test('whoever waits for room is told of it, whatever was sent in whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 5_000, max: 5_000_000 }), (pieces, rate) => {
      const line = new FakeLine(rate, 100);
      for (const bytes of pieces) {
        for (let ms = 0; line.flow.room('pictures') <= 0; ms += 10) {
          expect(ms, 'no answer can come any more').toBeLessThan(20_000);
          line.pass(10);
        }
        line.send(bytes);
      }
    }),
  );
});

test('answers that were held up and come together do not make a slow line fast', () => {
  const line = new FakeLine(32_000, 150);
  busy(line, 4);
  for (let i = 0; i < 5; i++) {
    line.send(12_000);
    line.holdUp(600);
    busy(line, 2);
    expect(line.flow.line.rate).toBeLessThan(100_000);
  }
});
