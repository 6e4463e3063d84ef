import type xterm from '@xterm/headless';
import sharp from 'sharp';
import { marks } from '../../../src/terminal/images/kitty-marks.js';

/** A picture as it was sent: its file, and the cells that it was made for. */
export interface Sent {
  file: Buffer;
  columns: number;
  rows: number;
}

/** Cells that show a picture: the rectangle around them, and how many there are. */
export interface Shown {
  id: number;
  left: number;
  top: number;
  cells: number;
}

/** Plays the part of kitty that keeps pictures: reads what is sent by its graphics protocol and what placeholders on the screen show of it. */
export class KittyPictures {
  /** The pictures that are kept, by number. */
  readonly kept = new Map<number, Sent>();
  /** How many were sent whole so far, and how many were freed. */
  sent = 0;
  freed = 0;
  /** What was wrong: a piece of no picture, a placement of one that is not there. */
  readonly problems: string[] = [];
  private readonly times: number[] = [];
  private rest = '';
  private open: { id: number; pieces: string[] } | null = null;
  private readonly files = new Map<number, Buffer>();

  /** Takes in what came; gives what kitty answers to the questions in it. */
  readonly watch = (data: string): string => {
    const text = this.rest + data;
    let end = 0;
    for (const found of text.matchAll(/\u001b_G([^;\u001b]*)(?:;([^\u001b]*))?\u001b\\/g)) {
      this.take(new Map(found[1]?.split(',').map((pair) => pair.split('=') as [string, string])), found[2] ?? '');
      end = found.index + found[0].length;
    }
    this.rest = text.slice(Math.max(end, text.lastIndexOf('\u001b_G')));
    return `${/\u001b\[>0?q/.test(data) ? '\u001bP>|kitty(0.42.0)\u001b\\' : ''}${data.includes('\u001b_Gi=31') ? '\u001b_Gi=31;OK\u001b\\' : ''}`;
  };

  /** The pictures of which placeholders stand on the screen. Each cell must have both marks and be the one that its place in the picture says. */
  shown(emulator: xterm.Terminal): Shown[] {
    const found = new Map<number, Shown>();
    const buffer = emulator.buffer.active;
    for (let y = 0; y < emulator.rows; y++) {
      const line = buffer.getLine(buffer.viewportY + y);
      for (let x = 0; x < emulator.cols; x++) {
        const cell = line?.getCell(x);
        const [base, row = '', column = '', third = ''] = [...(cell?.getChars() ?? '')];
        if (!cell || base !== '\u{10eeee}') continue;
        const id = cell.isFgRGB() ? cell.getFgColor() : marks.indexOf(third) * 2 ** 24 + cell.getFgColor();
        const one = { id, left: x - marks.indexOf(column), top: y - marks.indexOf(row), cells: 1 };
        const key = id * 1e6 + one.top * 1000 + one.left;
        const known = found.get(key);
        if (known) known.cells++;
        else found.set(key, one);
      }
    }
    return [...found.values()];
  }

  /** How many had been sent whole so many milliseconds ago. */
  sentBefore(ms: number): number {
    return this.times.filter((time) => time < Date.now() - ms).length;
  }

  /** The pixels of a kept picture, three bytes each, in this size. */
  async pixels(id: number, width: number, height: number): Promise<Buffer> {
    const sent = this.kept.get(id);
    if (!sent) throw new Error(`the terminal has no picture ${id}`);
    return sharp(sent.file).resize(width, height, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer();
  }

  private take(keys: ReadonlyMap<string, string>, payload: string): void {
    const id = Number(keys.get('i') ?? this.open?.id);
    const action = keys.get('a') ?? (this.open ? 'piece' : 't');
    if (action === 'q') return;
    if (action === 't' || action === 'piece') {
      if (action === 't') this.open = { id, pieces: [] };
      this.open?.pieces.push(payload);
      if (keys.get('m') === '1' || !this.open) return;
      this.files.set(this.open.id, Buffer.from(this.open.pieces.join(''), 'base64'));
      this.open = null;
    } else if (this.open) {
      this.problems.push(`a=${action} between the pieces of picture ${this.open.id}`);
    } else if (action === 'p') {
      const file = this.files.get(id);
      if (!file || keys.get('U') !== '1') return void this.problems.push(`no picture ${id} to be shown by placeholders`);
      this.kept.set(id, { file, columns: Number(keys.get('c')), rows: Number(keys.get('r')) });
      this.sent++;
      this.times.push(Date.now());
    } else if (action === 'd') {
      if (this.kept.delete(id)) this.freed++;
      this.files.delete(id);
    }
  }
}
