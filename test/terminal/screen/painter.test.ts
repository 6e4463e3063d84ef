import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Line } from '../../../src/terminal/screen/line.js';
import { Links } from '../../../src/terminal/screen/links.js';
import { move } from '../../../src/terminal/screen/move.js';
import { Painter } from '../../../src/terminal/screen/painter.js';
import { parseLine } from '../../../src/terminal/screen/parse-line.js';
import { cellText } from '../support/cells.js';
import { FakeTerminal } from '../support/fake-terminal.js';

const columns = 24;
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[ab ]{1,8}$/) },
  fc.constantFrom('東', '京京', '👍🏽', 'e\u0301', '▀▀', '…', '→'),
  fc.constantFrom('\u001b[1m', '\u001b[m', '\u001b[31m', '\u001b[48;2;9;9;9m', '\u001b[7m', '\u001b[38;5;99m', '\u001b[49m'),
);
const rowText = fc.array(piece, { maxLength: 14 }).map((pieces) => `${pieces.join('')}\u001b[m`);
const frame = fc.array(rowText, { minLength: 4, maxLength: 4 });

async function cells(terminal: FakeTerminal): Promise<string[]> {
  await terminal.settled();
  return Array.from({ length: 4 * columns }, (_, i) => cellText(terminal, i % columns, Math.floor(i / columns)));
}

test('drawing the difference of any two frames gives what drawing the second alone gives', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(frame, frame, frame, async (first, second, third) => {
      const stepwise = new FakeTerminal(columns, 4);
      const links = new Links();
      const painter = new Painter(columns, links);
      const shown = Array.from({ length: 4 }, () => new Line(columns));
      for (const texts of [first, second, third]) {
        painter.start();
        texts.forEach((text, y) => painter.row(y, shown[y] as Line, parseLine(text, columns, links)));
        stepwise.write(painter.finish());
      }
      const alone = new FakeTerminal(columns, 4);
      // Every cell by itself, with no cleverness at all.
      third.forEach((text, y) => {
        const line = parseLine(text, columns, links);
        const plain = new Painter(columns, links);
        for (let x = 0; x < columns; x++) {
          if (line.chars[x] === '') continue;
          const one = new Line(columns);
          const ground = new Line(columns);
          for (let i = x; i < columns && (i === x || line.chars[i] === ''); i++) one.copy(i, line);
          plain.start();
          plain.row(0, ground, one);
          alone.write(`\u001b[${y + 1};${x + 1}H${plain.finish().replace(/^\u001b\[[\d;]*H/, '')}`);
        }
      });
      expect(await cells(stepwise)).toEqual(await cells(alone));
      for (const terminal of [stepwise, alone]) terminal.emulator.dispose();
    }),
    { numRuns: 250 },
  );
});

test('a terminal that gives an emoji more cells than Ink does still has what follows in its place', async () => {
  const terminal = new FakeTerminal(columns, 4, false);
  const links = new Links();
  const painter = new Painter(columns, links);
  painter.start();
  painter.row(0, new Line(columns), parseLine('|👨‍👩‍👧|00017.png, day|', columns, links));
  terminal.write(painter.finish());
  await terminal.settled();
  expect(terminal.row(0).slice(-16)).toBe('|00017.png, day|');
  expect(cellText(terminal, 3, 0)).toBe('"|" - -');
});

test('rows that are taken over hold what was drawn, so that the same frame again sends nothing', () => {
  fc.assert(
    fc.property(rowText, rowText, (first, second) => {
      const links = new Links();
      const painter = new Painter(columns, links);
      const shown = new Line(columns);
      for (const text of [first, second]) {
        painter.start();
        painter.row(0, shown, parseLine(text, columns, links));
        painter.finish();
      }
      painter.start();
      painter.row(0, shown, parseLine(second, columns, links));
      expect(painter.finish()).toBe('');
    }),
  );
});

test('every move ends where it should and is no longer than the absolute one', async () => {
  const terminal = new FakeTerminal(30, 12);
  const place = fc.record({ x: fc.nat(29), y: fc.nat(11) });
  await fc.assert(
    fc.asyncProperty(place, place, async (from, to) => {
      const sequence = move(from.x, from.y, to.x, to.y);
      expect(sequence.length).toBeLessThanOrEqual(`\u001b[${to.y + 1};${to.x + 1}H`.length);
      terminal.write(`\u001b[${from.y + 1};${from.x + 1}H${sequence}`);
      await terminal.settled();
      const buffer = terminal.emulator.buffer.active;
      expect([buffer.cursorX, buffer.cursorY]).toEqual([to.x, to.y]);
    }),
    { numRuns: 300 },
  );
});
