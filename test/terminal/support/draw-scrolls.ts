// Draws frames in which parts of the screen go up and down, as the program would; when it is told, it draws the last one from nothing.
// Started in a real terminal: what both leave on the screen must be the same.
import { existsSync, writeFileSync } from 'node:fs';
import { Uploads } from '../../../src/terminal/images/uploads.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { probe } from '../../../src/terminal/probe/probe.js';
import { Canvas } from '../../../src/terminal/screen/canvas.js';

const { stdin, stdout, env } = process;
const file = env['DRAWN'] ?? '';
const input = createInput(stdin);
input.setRawMode(true);
const answers = await probe(input, (text) => stdout.write(text), { limit: 3000 });
const [columns, rows] = [stdout.columns, stdout.rows];
const scrolling = answers.sideMargins ? 'columns' : 'rows';
const canvas = new Canvas({ columns, rows, images: undefined, uploads: new Uploads(() => []), colorless: false, scrolling });

let state = 7;
const roll = (below: number): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % below;
const colors = ['\u001b[31m', '\u001b[48;2;40;60;90m', '\u001b[1;38;5;141m', '\u001b[7m', ''];

/** Two lists side by side in frames, each where it was scrolled to, and a row that stays. */
function frame(left: number, right: number): string[] {
  const half = columns >> 1;
  const cell = (at: number, width: number): string => `${colors[at % colors.length]}${`${String(at).padStart(5, '0')} ${at % 4 === 0 ? '日本 ' : ''}tag ${at * 37}, outdoors`.slice(0, width - 6).padEnd(width - 6)}\u001b[0m`;
  const wide = (at: number, width: number): string => (at % 4 === 0 ? cell(at, width - 2) : cell(at, width));
  const body = Array.from({ length: rows - 2 }, (_, y) => `│${wide(left + y, half - 2)}│  │${wide(right + y, columns - half - 4)}│`);
  return ['title that stays', ...body, `at ${left} and ${right}`.padEnd(columns - 1)];
}

let [left, right] = [100, 5000];
let scrolls = 0;
for (let i = 0; i < 60; i++) {
  const by = [1, 1, -1, 3, -2, 9, -7][roll(7)] ?? 1;
  const which = roll(3);
  if (which !== 1) left = Math.max(0, left + by);
  if (which !== 0) right = Math.max(0, right + by);
  const { text } = canvas.paint(frame(left, right), Infinity);
  if (text.includes('\u001b[r')) scrolls++;
  stdout.write(text);
}

const done: [string, string][] = [
  [file, JSON.stringify({ scrolling, scrolls })],
  [`${file}.anew`, ''],
];
// The terminal answers in the order in which it was written to.
input.events.on('reply', ({ text }) => {
  if (!/^\d+;\d+R$/.test(text)) return;
  const [name, says] = done.shift() ?? ['', ''];
  if (name !== '') writeFileSync(name, says);
});
stdout.write('\u001b[6n');
const timer = setInterval(() => {
  if (!existsSync(`${file}.go`)) return;
  clearInterval(timer);
  canvas.forget();
  stdout.write(`${canvas.paint(frame(left, right), Infinity).text}\u001b[6n`);
  setInterval(() => {}, 1000);
}, 50);
