import { beforeEach, describe, expect, test } from 'vitest';
import { rgb } from '../../../src/terminal/cell.js';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { holeText } from '../../../src/terminal/images/hole.js';
import { createImageLayer, type ImageLayer } from '../../../src/terminal/images/layer.js';
import { createScreen, type Screen } from '../../../src/terminal/screen/screen.js';
import { cellText } from '../support/cells.js';
import { FakeTerminal } from '../support/fake-terminal.js';
import { madeUpPixels } from '../support/picture.js';

const begin = '\u001b[?2026h';
const end = '\u001b[?2026l';

let terminal: FakeTerminal;
let layer: ImageLayer;
let screen: Screen;
let stray: string[];

beforeEach(() => {
  terminal = new FakeTerminal(20, 6);
  layer = createImageLayer();
  stray = [];
  screen = createScreen({ stdout: terminal, columns: 20, rows: 6, images: layer, onStray: (text) => stray.push(text) });
  screen.stream.write('\u001b[?1049h');
  screen.stream.write('\u001b[?25l');
});

/** Writes a frame as Ink does. */
function draw(frame: string, erase = ''): void {
  screen.stream.write(begin);
  screen.stream.write(`${erase}${frame}`);
  screen.stream.write(end);
}

/** What is sent during `act`. */
function sent(act: () => void): string {
  const from = terminal.writes.length;
  act();
  return terminal.writes.slice(from).join('');
}

async function shows(): Promise<string> {
  await terminal.settled();
  return terminal.screen().trimEnd();
}

describe('frames', () => {
  test('only what differs is sent, in one write within one bracket', async () => {
    draw('one\ntwo\nthree');
    const from = terminal.writes.length;
    draw('one\ntwa\nthree', '\u001b[2K\u001b[1A\u001b[2K\u001b[1A\u001b[2K\u001b[G');
    expect(terminal.writes.slice(from)).toEqual([`${begin}\u001b[2;3Ha${end}`]);
    expect(await shows()).toBe('one\ntwa\nthree');
  });

  test('the same frame again sends nothing', () => {
    draw('one\ntwo');
    expect(sent(() => draw('one\ntwo', '\u001b[2K\u001b[1A\u001b[2K\u001b[G'))).toBe('');
  });

  test('a full clear is only Ink’s way to a clean ground: the same frame after it sends nothing', async () => {
    draw('one\ntwo');
    expect(sent(() => draw('one\ntwo', '\u001b[1;1H\u001b[J'))).toBe('');
    draw('two', '\u001b[1;1H\u001b[J');
    expect(await shows()).toBe('two');
  });

  test('rows and columns beyond the terminal are cut off', async () => {
    draw(Array.from({ length: 9 }, (_, i) => `${i}${'x'.repeat(30)}`).join('\n'));
    expect(await shows()).toBe(Array.from({ length: 6 }, (_, i) => `${i}${'x'.repeat(19)}`).join('\n'));
  });

  test('text printed between frames is handed on and leaves no trace', async () => {
    draw('one');
    screen.stream.write(begin);
    screen.stream.write('\u001b[2K\u001b[G');
    screen.stream.write('a log line\n');
    screen.stream.write('one');
    screen.stream.write(end);
    expect(await shows()).toBe('one');
    expect(stray).toEqual(['a log line\n']);
  });

  test('a title goes through', () => {
    expect(sent(() => screen.stream.write('\u001b]0;loradeck\u0007'))).toBe('\u001b]0;loradeck\u0007');
  });

  test('redraw sends everything again', async () => {
    draw('one\ntwo');
    terminal.write('\u001b[1;1HGARBAGE');
    screen.redraw();
    expect(await shows()).toBe('one\ntwo');
  });

  test('a resize draws the last frame again, also when Ink has nothing new to say', async () => {
    draw('one\ntwo');
    terminal.resize(30, 8);
    expect([screen.stream.columns, screen.stream.rows]).toEqual([30, 8]);
    terminal.write('\u001b[2J');
    terminal.resize(25, 7);
    expect(await shows()).toBe('one\ntwo');
  });

  test('bytesWritten counts what was sent', () => {
    draw('→ one');
    expect(screen.bytesWritten).toBe(terminal.bytes);
  });
});

describe('the cursor', () => {
  test('goes where Ink puts it, by itself and with a frame', async () => {
    draw('one\ntwo\u001b[1A\u001b[3G\u001b[?25h');
    await terminal.settled();
    const buffer = terminal.emulator.buffer.active;
    expect([buffer.cursorX, buffer.cursorY]).toEqual([2, 0]);
    const only = sent(() => screen.stream.write(`${begin}\u001b[?25l\u001b[1B\u001b[1G\u001b[6G\u001b[?25h${end}`));
    expect(only).toBe('\u001b[2;6H');
    await terminal.settled();
    expect([buffer.cursorX, buffer.cursorY]).toEqual([5, 1]);
  });

  test('is hidden when Ink hides it', () => {
    draw('one\u001b[2G\u001b[?25h');
    expect(sent(() => draw('one', '\u001b[?25l\u001b[1G\u001b[2K\u001b[G'))).toBe('\u001b[?25l');
  });
});

describe('the alternate screen', () => {
  test('nothing is drawn outside of it, and coming back draws everything', async () => {
    draw('one\ntwo');
    screen.stream.write('\u001b[?1049l');
    expect(sent(() => draw('unseen'))).toBe('');
    screen.stream.write('\u001b[?1049h');
    draw('one\ntwo');
    expect(await shows()).toBe('one\ntwo');
  });
});

describe('a line that is behind', () => {
  test('only the latest frame is drawn once it has caught up', async () => {
    draw('frame 0');
    terminal.takesMore = false;
    draw('frame 1');
    expect(sent(() => [2, 3, 4].forEach((i) => draw(`frame ${i}`)))).toBe('');
    terminal.takesMore = true;
    const late = sent(() => terminal.emit('drain'));
    expect(late).toContain('4');
    expect(late).not.toMatch(/[23]\u001b\[\?2026l/);
    expect(await shows()).toBe('frame 4');
  });

  test('whoever waits for the flush waits for the drain', async () => {
    terminal.takesMore = false;
    draw('one');
    let flushed = false;
    screen.stream.write('', () => (flushed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(flushed).toBe(false);
    terminal.takesMore = true;
    terminal.emit('drain');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(flushed).toBe(true);
  });
});

describe('pictures', () => {
  const picture = (seed: number) => blocks(madeUpPixels(8, 6, seed), 'truecolor', String(seed));
  const frame = `ab\n${holeText(3, 8, 3)}\ncd`;

  async function pictureShows(seed: number, skip: (x: number, y: number) => boolean = () => false): Promise<void> {
    await terminal.settled();
    const word = (color: number): string => `#${(color & 0xffffff).toString(16)}`;
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 8; x++) {
        if (skip(x, y)) continue;
        const cell = picture(seed).cells(x, y);
        expect(cellText(terminal, x, y + 1), `${x},${y}`).toBe(`"▀" ${word(cell.fg)} ${word(cell.bg)}`);
      }
    }
  }

  test('a hole without a picture is blank', async () => {
    draw(frame);
    expect(await shows()).toBe('ab\n\n\n\ncd');
  });

  test('a picture comes without a new frame, and when it does not change sends nothing', async () => {
    draw(frame);
    layer.set(3, picture(1));
    await Promise.resolve();
    await pictureShows(1);
    expect(sent(() => screen.refresh())).toBe('');
    expect(sent(() => draw(frame.replace('cd', 'cd')))).toBe('');
    expect(sent(() => draw(frame.replace('cd', 'ce')))).toBe(`${begin}\u001b[5;2He${end}`);
    layer.set(3, { ...picture(1), key: 'the same pixels by another name' });
    expect(sent(() => screen.refresh())).toBe('');
  });

  test('a dialog covers a picture, and uncovering brings it back', async () => {
    layer.set(3, picture(2));
    draw(frame);
    const rows = holeText(3, 8, 3).split('\n');
    const cells = [...(rows[1] ?? '').matchAll(/[\u{100000}-\u{100fff}]/gu)].map((match) => match[0]);
    const mark = /^\u001b\[[\d;]*m/.exec(rows[1] ?? '')?.[0] ?? '';
    rows[1] = `${mark}${cells.slice(0, 2).join('')}\u001b[39m|ok|${mark}${cells.slice(6).join('')}\u001b[39m`;
    draw(`ab\n${rows.join('\n')}\ncd`);
    await pictureShows(2, (x, y) => y === 1 && x >= 2 && x < 6);
    expect(terminal.row(2).slice(2, 6)).toBe('|ok|');
    draw(frame);
    await pictureShows(2);
  });

  test('an offset moves the picture within its hole; the rest is blank', async () => {
    layer.set(3, blocks({ data: new Uint8Array(12).fill(9), width: 2, height: 2 }, 'truecolor', 'k'), { left: 3, top: 1 });
    draw(frame);
    expect(await shows()).toBe('ab\n\n   ▀▀\n\ncd');
    layer.delete(3);
    await Promise.resolve();
    expect(await shows()).toBe('ab\n\n\n\ncd');
  });

  test('text that looks like a hole but names no picture is blank', async () => {
    draw('a\u{100000}b');
    expect(await shows()).toBe('a b');
    expect(rgb(0, 0, 0)).not.toBe(0);
  });
});

describe('graphics, which are one sequence', () => {
  const graphic = (name: string, width = 8, height = 3) => ({ width, height, key: name, draw: `\u001b]1337;File=:${name}\u0007` });
  const frame = `ab\n${holeText(3, 8, 3)}\ncd`;
  const dialog = (): string => {
    const rows = holeText(3, 8, 3).split('\n');
    rows[1] = `${(rows[1] ?? '').replace(/(\u{100002}.*\u{100005})/u, '|ok|')}`;
    return `ab\n${rows.join('\n')}\ncd`;
  };

  test('one is drawn at its top left cell, once', () => {
    draw(frame);
    layer.set(3, graphic('cat'));
    const first = sent(() => screen.refresh());
    expect(first).toContain('\u001b[2H\u001b]1337;File=:cat\u0007');
    expect(sent(() => screen.refresh())).toBe('');
    expect(sent(() => draw(frame.replace('cd', 'ce')))).toBe(`${begin}\u001b[5;2He${end}`);
  });

  test('another one is drawn in its place on cleared ground, and what it leaves free is cleared', () => {
    layer.set(3, graphic('cat'));
    draw(frame);
    layer.set(3, graphic('dog', 4, 2), { left: 2, top: 0 });
    const text = sent(() => screen.refresh());
    expect(text).toContain(']1337;File=:dog');
    expect(text.indexOf('\u001b[4X')).toBeLessThan(text.indexOf('dog'));
    layer.delete(3);
    const gone = sent(() => screen.refresh());
    expect(gone).not.toContain('1337');
    expect(gone.length).toBeGreaterThan(10);
  });

  test('a dialog over it is text; when it goes the picture is drawn again, within one update', () => {
    layer.set(3, graphic('cat'));
    draw(frame);
    const covered = sent(() => draw(dialog()));
    expect(covered).toContain('|ok|');
    expect(covered).not.toContain('1337');
    const uncovered = sent(() => draw(frame));
    expect(uncovered.match(/1337/g)).toHaveLength(1);
    expect(uncovered.startsWith(begin) && uncovered.endsWith(end)).toBe(true);
  });

  test('a picture that changes under a dialog is drawn whole, and the dialog over it again', () => {
    layer.set(3, graphic('cat'));
    draw(dialog());
    layer.set(3, graphic('dog'));
    const text = sent(() => screen.refresh());
    expect(text.indexOf('dog')).toBeGreaterThan(0);
    expect(text.indexOf('|ok|')).toBeGreaterThan(text.indexOf('dog'));
  });

  test('one that would reach beyond the screen is not drawn', () => {
    layer.set(3, graphic('cat', 8, 3));
    expect(sent(() => draw(`a\nb\nc\nd\n${holeText(3, 8, 3)}`))).not.toContain('1337');
  });

  test('one in the last row, which would scroll some terminals, is not drawn', () => {
    layer.set(3, graphic('cat', 8, 3));
    expect(sent(() => draw(`a\nb\nc\n${holeText(3, 8, 3)}`))).not.toContain('1337');
    expect(sent(() => draw(`a\nb\n${holeText(3, 8, 3)}`))).toContain('1337');
  });

  test('while the window changes its size only text is sent; pictures come when it rests', async () => {
    layer.set(3, graphic('cat'));
    draw(frame);
    const resized = sent(() => [22, 24, 26].forEach((columns) => terminal.resize(columns, 8)));
    expect(resized).toContain('ab');
    expect(resized).not.toContain('1337');
    const from = terminal.writes.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(terminal.writes.slice(from).join('').match(/1337/g)).toHaveLength(1);
  });

  test('after the terminal was given away it is drawn again', () => {
    layer.set(3, graphic('cat'));
    draw(frame);
    expect(sent(() => screen.pause())).toContain('\u001b[?1049l');
    expect(sent(() => draw(frame.replace('cd', 'ce')))).toBe('');
    const back = sent(() => screen.resume());
    expect(back).toContain('\u001b[?1049h');
    expect(back).toContain(']1337;File=:cat');
    expect(back).toContain('ce');
  });
});

describe('pictures that the terminal keeps', () => {
  test('their cells come once they are sent, and leaving frees them', async () => {
    layer.set(3, { width: 8, height: 3, key: 'k', cells: () => ({ char: '#', fg: 0, bg: 0 }), upload: { id: 5, chunks: ['<1>', '<2>'], end: '<end>', free: '<free>' } });
    const text = sent(() => draw(`ab\n${holeText(3, 8, 3)}\ncd`));
    expect(text.endsWith('<1><2>')).toBe(true);
    expect(text).not.toContain('#');
    expect(await shown()).toContain('########');
    expect(screen.leaving()).toContain('<free>');
  });

  const shown = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return shows();
  };
});

describe('modes', () => {
  test('are on while the screen is shown and off when it is given away', () => {
    screen.stream.write('\u001b[?2004h');
    expect(sent(() => screen.modes.set('mouse', true))).toBe('\u001b[?1000h\u001b[?1006h');
    screen.modes.set('keyboard', true);
    const left = sent(() => screen.pause());
    for (const off of ['\u001b[?1000l', '\u001b[<u', '\u001b[?2004l']) expect(left).toContain(off);
    expect(left.indexOf('\u001b[<u')).toBeLessThan(left.indexOf('\u001b[?1049l'));
    const back = sent(() => screen.resume());
    for (const on of ['\u001b[?1000h', '\u001b[>1u', '\u001b[?2004h']) expect(back).toContain(on);
  });
});
