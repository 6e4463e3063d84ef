import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const size = { columns: 200, rows: 50 };
const hole = { width: 60, height: 30 };
const count = 10_000;
const keys = 60;

/** As a production build, with all colours. */
async function parts() {
  process.env.NODE_ENV = 'production';
  process.env.FORCE_COLOR = '3';
  delete process.env.CI;
  return load('test/bench/terminal-parts.ts');
}

/** A terminal that takes everything and counts it. */
class Sink extends EventEmitter {
  isTTY = true;
  columns = size.columns;
  rows = size.rows;
  bytes = 0;

  write(text, ...rest) {
    this.bytes += Buffer.byteLength(text);
    const done = rest.at(-1);
    if (typeof done === 'function') setImmediate(done);
    return true;
  }
}

/** The picture as text, for an output without a layer. */
function asText(image) {
  const color = (code, value) => `${code};2;${(value >> 16) & 255};${(value >> 8) & 255};${value & 255}`;
  const lines = [];
  for (let y = 0; y < image.height; y++) {
    let line = '';
    for (let x = 0; x < image.width; x++) {
      const cell = image.cells(x, y);
      line += `\u001b[${color(38, cell.fg)};${color(48, cell.bg)}m${cell.char}`;
    }
    lines.push(`${line}\u001b[0m`);
  }
  return lines.join('\n');
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Presses keys, one after the other has been drawn. */
async function press(side, key, times) {
  const bytes = [];
  const cpu = [];
  for (let i = 0; i < times; i++) {
    const from = side.sink.bytes;
    const start = process.cpuUsage();
    side.keyboard.write(key);
    await new Promise((resolve) => setImmediate(resolve));
    await side.app.waitUntilRenderFlush();
    const used = process.cpuUsage(start);
    cpu.push((used.user + used.system) / 1000);
    bytes.push(side.sink.bytes - from);
  }
  return { bytes: median(bytes), worst: Math.max(...bytes), cpu: median(cpu) };
}

/** @returns {Promise<{what: string, figure: number, unit: string, budget: string}[]>} */
export async function run() {
  const { render, createElement, blocks, createImageLayer, createInput, createScreen, FakeKeyboard, madeUpPixels, Sample } = await parts();
  const picture = (seed) => blocks(madeUpPixels(hole.width, hole.height * 2, seed), 'truecolor', String(seed));
  const rows = [];
  const row = (what, figure, unit, budget = 'shown') => rows.push({ what, figure: Number(figure.toFixed(2)), unit, budget });

  const open = (kind) => {
    const sink = new Sink();
    const keyboard = new FakeKeyboard();
    const layer = createImageLayer();
    layer.set(1, picture(1));
    const screen = kind === 'screen' ? createScreen({ stdout: sink, ...size, images: layer }) : null;
    let inScreen = 0;
    if (screen) {
      const write = screen.stream.write.bind(screen.stream);
      screen.stream.write = (...args) => {
        const start = performance.now();
        const result = write(...args);
        inScreen += performance.now() - start;
        return result;
      };
    }
    const props = { count, hole, ...(screen ? {} : { picture: asText(picture(1)) }) };
    const app = render(createElement(Sample, props), {
      stdin: createInput(keyboard).stream,
      stdout: screen ? screen.stream : sink,
      alternateScreen: true,
      interactive: true,
      patchConsole: false,
      exitOnCtrlC: false,
      incrementalRendering: kind === 'incremental',
      maxFps: 1000,
    });
    return { sink, keyboard, layer, screen, app, inScreen: () => inScreen };
  };

  const kinds = [
    ['screen', 'our output'],
    ['standard', 'Ink’s own output'],
    ['incremental', 'Ink’s own, incremental'],
  ];
  for (const [kind, name] of kinds) {
    const side = open(kind);
    await side.app.waitUntilRenderFlush();
    const ours = kind === 'screen';
    row(`${name}: first frame`, side.sink.bytes, 'B');
    await press(side, 'j', 10);
    const move = await press(side, 'j', 30);
    row(`${name}: a move`, move.bytes, 'B', ours ? '≤ 600' : 'shown');
    row(`${name}: a move`, move.cpu, 'ms CPU');
    await press(side, 'j', 20);
    const before = side.inScreen();
    const scroll = await press(side, 'j', keys);
    row(`${name}: a scroll`, scroll.bytes, 'B', ours ? '≤ 3000' : 'shown');
    row(`${name}: a scroll, the worst of ${keys}`, scroll.worst, 'B', ours ? '≤ 3000' : 'shown');
    row(`${name}: a scroll`, scroll.cpu, 'ms CPU');
    if (ours) {
      row(`${name}: a scroll, of it below Ink`, (side.inScreen() - before) / keys, 'ms');
      await pictures(side, picture, row);
    }
    side.app.unmount();
  }
  return rows;
}

async function pictures(side, picture, row) {
  const changes = [];
  let time = 0;
  for (let seed = 2; seed < 22; seed++) {
    const from = side.sink.bytes;
    const next = picture(seed);
    const start = performance.now();
    side.layer.set(1, next);
    side.screen.refresh();
    time += performance.now() - start;
    changes.push(side.sink.bytes - from);
  }
  row('our output: another picture of 60×30 cells', median(changes), 'B');
  row('our output: another picture of 60×30 cells', time / changes.length, 'ms');
  const from = side.sink.bytes;
  side.layer.set(1, { ...picture(21), key: 'the same again' });
  side.screen.refresh();
  row('our output: a picture that did not change', side.sink.bytes - from, 'B', '≤ 0');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
