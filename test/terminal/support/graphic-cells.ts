/**
 * An emulator without pixels shows a graphic (an iTerm2 or sixel sequence) as text that stands for it: each cell says which
 * graphic and which part of it a real terminal would show there. So text over it erases it cell by cell, as in a real one.
 */

/** A terminal's cell in pixels, for sequences that give their size in those. */
export const cellPixels = { width: 8, height: 16 };

const firstColumn = 0xe000;

/** A graphic's size in cells, and a number made of all its bytes. */
export interface GraphicFacts {
  width: number;
  height: number;
  number: number;
}

const sequences = /\u001b\]1337;File=([^\u0007\u001b:]*):[^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001bP[\d;]*q"\d+;\d+;(\d+);(\d+)[^\u001b]*\u001b\\/g;
/** One that has begun and whose end is still to come. */
const unfinished = /\u001b(?:\]1337;[^\u0007\u001b]*|P[\d;]*q[^\u001b]*|\](?:1(?:3(?:3(?:7)?)?)?)?|P[\d;]*)?\u001b?$/;

/** What a graphic's sequence draws; null when it is none. */
export function graphicFacts(sequence: string): GraphicFacts | null {
  const match = [...sequence.matchAll(sequences)][0];
  if (!match) return null;
  const number = checksum(match[0]);
  const size = (name: string): number => Number(new RegExp(`(?:^|;)${name}=(\\d+)(?:;|$)`).exec(match[1] ?? '')?.[1] ?? 0);
  if (match[1] !== undefined) return { width: size('width'), height: size('height'), number };
  return { width: Math.ceil(Number(match[2]) / cellPixels.width), height: Math.ceil(Number(match[3]) / cellPixels.height), number };
}

/** The character and the 24-bit colour that stand for a part of a graphic. */
export function standIn({ number }: GraphicFacts, x: number, y: number): { char: string; color: [number, number, number] } {
  return { char: String.fromCharCode(firstColumn + x), color: [number >> 8, number & 255, y] };
}

/** Text in which the graphics are replaced by what stands for them; afterwards the cursor is somewhere, as no two terminals agree on where. */
export function withStandIns(text: string): string {
  return text.replace(sequences, (sequence) => {
    const facts = graphicFacts(sequence);
    if (!facts) return sequence;
    let drawn = '\u001b7';
    for (let y = 0; y < facts.height; y++) {
      if (y > 0) drawn += `\u001b8\u001b[${y}B`;
      for (let x = 0; x < facts.width; x++) {
        const { char, color } = standIn(facts, x, y);
        drawn += `\u001b[0;38;2;${color.join(';')}m${char}`;
      }
    }
    return `${drawn}\u001b8\u001b[H`;
  });
}

/** Where in the text a graphic begins that does not end in it; its length when there is none. */
export function wholeUntil(text: string): number {
  return unfinished.exec(text)?.index ?? text.length;
}

function checksum(text: string): number {
  let sum = 0x811c;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x0193) & 0xffff;
  return sum;
}
