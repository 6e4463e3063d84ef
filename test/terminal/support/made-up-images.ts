import { rgb } from '../../../src/terminal/cell.js';
import { blocks } from '../../../src/terminal/images/blocks.js';
import type { TerminalImage } from '../../../src/terminal/images/image.js';
import { cellPixels } from './graphic-cells.js';
import { madeUpPixels } from './picture.js';

/** The kinds of pictures that drivers make. */
export const imageKinds = ['blocks', 'placeholders', 'iterm2', 'sixel'] as const;
export type ImageKind = (typeof imageKinds)[number];

/** The first marks of those that number rows and columns of a placeholder. */
const marks = [0x305, 0x30d, 0x30e, 0x310, 0x312, 0x33d, 0x33e, 0x33f, 0x346, 0x34a, 0x34b, 0x34c, 0x350, 0x351, 0x352, 0x357, 0x35b, 0x363,
  0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36a, 0x36b, 0x36c, 0x36d, 0x36e, 0x36f, 0x483, 0x484, 0x485, 0x486, 0x487, 0x592]
  .map((code) => String.fromCodePoint(code));

const made = new Map<string, TerminalImage>();

/** A made-up picture of one of the kinds; no two seeds give the same, and the same is made once. Sizes in cells, at most 36. */
export function madeUpImage(kind: ImageKind, width: number, height: number, seed: number): TerminalImage {
  const key = `${kind} ${width}×${height} ${seed}`;
  const image = made.get(key) ?? draw(kind, width, height, seed, key);
  made.set(key, image);
  return image;
}

function draw(kind: ImageKind, width: number, height: number, seed: number, key: string): TerminalImage {
  if (kind === 'blocks') return blocks(madeUpPixels(width, height * 2 - (seed % 2), seed), 'truecolor', key);
  if (kind === 'placeholders') {
    const id = 1000 + made.size;
    const count = 1 + (seed % 4);
    return {
      width,
      height,
      key,
      cells: (x, y) => ({ char: `\u{10eeee}${marks[y] ?? ''}${marks[x] ?? ''}`, fg: rgb(id >> 16, (id >> 8) & 255, id & 255), bg: 0 }),
      upload: {
        id,
        chunks: Array.from({ length: count }, (_, n) => `\u001b_Gi=${id},n=${n},of=${count};${'abcd'.repeat(1 + (seed % 50))}\u001b\\`),
        end: '\u001b_Gm=0\u001b\\',
        free: `\u001b_Ga=d,d=I,i=${id}\u001b\\`,
      },
    };
  }
  const sequence =
    kind === 'iterm2'
      ? `\u001b]1337;File=inline=1;width=${width};height=${height};preserveAspectRatio=0:${Buffer.from(key).toString('base64')}\u0007`
      : `\u001bP0;1;0q"1;1;${width * cellPixels.width};${height * cellPixels.height}#0;2;${seed % 100};${Math.floor(seed / 100) % 100};0!9~-\u001b\\`;
  return { width, height, key, draw: sequence };
}
