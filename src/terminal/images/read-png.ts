import { inflateSync } from 'node:zlib';

/** A picture in at most 256 colours. */
export interface PalettePicture {
  width: number;
  height: number;
  /** One a pixel, rows from the top. */
  indexes: Uint8Array;
  colors: (readonly [red: number, green: number, blue: number])[];
}

/**
 * Reads a PNG with a palette, as the image library writes it: 1, 2, 4 or 8 bits a pixel, not interlaced.
 * @throws Error for another kind
 */
export function readPalettePng(file: Uint8Array): PalettePicture {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let [width, height, bits] = [0, 0, 0];
  let colors: PalettePicture['colors'] = [];
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') {
      [width, height, bits] = [view.getUint32(at + 8), view.getUint32(at + 12), body[8] ?? 0];
      if (body[9] !== 3 || body[12] !== 0) throw new Error('The PNG has no palette.');
    } else if (name === 'PLTE') colors = triples(body);
    else if (name === 'IDAT') packed.push(body);
    at += 12 + length;
  }
  const rowBytes = Math.ceil((width * bits) / 8);
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), rowBytes, height);
  return { width, height, indexes: bits === 8 ? rows : unpacked(rows, width, height, bits), colors };
}

function triples(bytes: Uint8Array): PalettePicture['colors'] {
  return Array.from({ length: Math.floor(bytes.length / 3) }, (_, i) => [bytes[3 * i] ?? 0, bytes[3 * i + 1] ?? 0, bytes[3 * i + 2] ?? 0] as const);
}

/** Takes back the filter of each row: a byte was written as its difference from one beside, one above, or both. */
function unfiltered(raw: Uint8Array, rowBytes: number, height: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    const from = y * (rowBytes + 1) + 1;
    const to = y * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x > 0 ? (rows[to + x - 1] ?? 0) : 0;
      const up = y > 0 ? (rows[to + x - rowBytes] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (rows[to + x - rowBytes - 1] ?? 0) : 0;
      rows[to + x] = (raw[from + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function unpacked(rows: Uint8Array, width: number, height: number, bits: number): Uint8Array {
  const rowBytes = Math.ceil((width * bits) / 8);
  const indexes = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = rows[y * rowBytes + ((x * bits) >> 3)] ?? 0;
      indexes[y * width + x] = (byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1);
    }
  }
  return indexes;
}
