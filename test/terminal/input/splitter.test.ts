import { StringDecoder } from 'node:string_decoder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/terminal/input/pieces.js';
import { Splitter } from '../../../src/terminal/input/splitter.js';

const esc = '\u001b';

/** The keys of a chunk that is whole; answers and mouse are left out. */
function splitKeys(chunk: string): string[] {
  const splitter = new Splitter();
  return [...splitter.push(chunk), ...splitter.flush()].flatMap((piece) => {
    if (piece.kind === 'key') return [piece.text];
    if (piece.kind === 'paste') return [`\u001b[200~${piece.text}\u001b[201~`];
    return [];
  });
}

describe('keys', () => {
  test.each([
    ['jjj', ['j', 'j', 'j']],
    [`j${esc}[A${esc}[Bk`, ['j', `${esc}[A`, `${esc}[B`, 'k']],
    [`${esc}OA${esc}[1;5C${esc}[3~${esc}[Z`, [`${esc}OA`, `${esc}[1;5C`, `${esc}[3~`, `${esc}[Z`]],
    ['\u0003\r\t\u007f', ['\u0003', '\r', '\t', '\u007f']],
    ['é東👍', ['é', '東', '👍']],
    [`${esc}j`, [`${esc}j`]],
    [esc, [esc]],
    [`${esc}${esc}`, [esc, esc]],
    [`${esc}${esc}[A`, [`${esc}${esc}[A`]],
    [`${esc}[`, [`${esc}[`]],
    [`${esc}]`, [`${esc}]`]],
    [`${esc}]x`, [`${esc}]`, 'x']],
    [`${esc}Pq`, [`${esc}P`, 'q']],
    [`${esc}[[A${esc}[[5~`, [`${esc}[[A`, `${esc}[[5~`]],
    [`${esc}[1;2R`, [`${esc}[1;2R`]],
    [`${esc}[200~two\nlines${esc}[A${esc}[201~j`, [`${esc}[200~two\nlines${esc}[A${esc}[201~`, 'j']],
  ])('%j is %j', (chunk, keys) => expect(splitKeys(chunk)).toEqual(keys));
});

describe('what is no key', () => {
  const reply = (kind: string, text: string) => ({ kind: 'reply', reply: { kind, text } });
  test.each([
    [`${esc}[?62;4c`, reply('csi', '?62;4c')],
    [`${esc}[>41;354;0c`, reply('csi', '>41;354;0c')],
    [`${esc}[24;80R`, reply('csi', '24;80R')],
    [`${esc}[6;18;9t`, reply('csi', '6;18;9t')],
    [`${esc}[?2026;2$y`, reply('csi', '?2026;2$y')],
    [`${esc}P>|kitty(0.42.0)${esc}\\`, reply('dcs', '>|kitty(0.42.0)')],
    [`${esc}_Gi=31;OK${esc}\\`, reply('apc', 'Gi=31;OK')],
    [`${esc}]11;rgb:0000/0000/0000\u0007`, reply('osc', '11;rgb:0000/0000/0000')],
    [`${esc}[I`, { kind: 'focus', gained: true }],
    [`${esc}[<0;12;5M`, { kind: 'mouse', mouse: { action: 'press', button: 0, x: 11, y: 4, shift: false, alt: false, ctrl: false } }],
    [`${esc}[<2;1;1m`, { kind: 'mouse', mouse: { action: 'release', button: 2, x: 0, y: 0, shift: false, alt: false, ctrl: false } }],
    [`${esc}[<65;3;4M`, { kind: 'mouse', mouse: { action: 'wheel-down', button: 1, x: 2, y: 3, shift: false, alt: false, ctrl: false } }],
    [`${esc}[<51;3;4M`, { kind: 'mouse', mouse: { action: 'move', button: 3, x: 2, y: 3, shift: false, alt: false, ctrl: true } }],
  ])('%j among keys', (sequence, piece) => {
    expect(new Splitter().push(`j${sequence}k`)).toEqual([{ kind: 'key', text: 'j' }, piece, { kind: 'key', text: 'k' }]);
  });
});

describe('giving up', () => {
  test('a broken answer never becomes keys', () => {
    for (const part of [`${esc}_Gi=31;O`, `${esc}P>|kit`, `${esc}]11;rgb`, `${esc}[?62;`, `${esc}[<0;1`]) {
      const splitter = new Splitter();
      expect([...splitter.push(part), ...splitter.flush()], part).toEqual([]);
      expect(splitter.push('j')).toEqual([{ kind: 'key', text: 'j' }]);
    }
  });

  test('ctrl-c and other sequences get out of an answer that never ends', () => {
    expect(splitKeys(`${esc}P>|kit\u0003`)).toEqual(['\u0003']);
    expect(splitKeys(`${esc}_Gi=1${esc}[A`)).toEqual([`${esc}[A`]);
  });

  test('a paste without an end is still a paste, and its late end is nothing', () => {
    const splitter = new Splitter();
    expect(splitter.push(`${esc}[200~half`)).toEqual([]);
    expect(splitter.flush()).toEqual([{ kind: 'paste', text: 'half' }]);
    expect(splitter.push(`${esc}[201~j`)).toEqual([{ kind: 'key', text: 'j' }]);
  });
});

const part = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom(
    'jjj', 'é', '👍🏽', esc, `${esc}[A`, `${esc}[1;5C`, `${esc}OP`, `${esc}[<0;12;5M`, `${esc}[?62;4c`, `${esc}P>|tmux 3.3a${esc}\\`, `${esc}_Gi=1;OK${esc}\\`,
    `${esc}]11;rgb:0/0/0\u0007`, `${esc}[200~pasted\r\n${esc}[B${esc}[201~`, `${esc}[200~`, `${esc}[`, `${esc}[[5~`, `${esc}]`, `${esc}P`, `${esc}x`, `${esc}[2$`, '\u0003', '\u007f',
  ),
);

test('any split of the bytes gives the same pieces', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(80), { maxLength: 20 }), (parts, cuts) => {
      const bytes = Buffer.from(parts.join(''), 'utf8');
      const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length])].sort((a, b) => a - b);
      const read = (chunks: Buffer[]): Piece[] => {
        const splitter = new Splitter();
        const decoder = new StringDecoder('utf8');
        return [...chunks.flatMap((chunk) => splitter.push(decoder.write(chunk))), ...splitter.flush()];
      };
      expect(read(places.slice(1).map((place, i) => bytes.subarray(places[i] ?? 0, place)))).toEqual(read([bytes]));
    }),
    { numRuns: 3000 },
  );
});

test('no text is lost: without escapes every character is a key', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    fc.pre(!text.includes(esc));
    expect(splitKeys(text).join('')).toBe(text);
  }));
});
