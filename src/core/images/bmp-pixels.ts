import { readBmpHeader } from './bmp.js';

/** Pixels in rows from the top, three bytes each. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Decodes an uncompressed Windows bitmap of 8, 24 or 32 bits a pixel, which the image library does not read.
 * @returns null for other kinds and for files that are cut off
 */
export function decodeBmp(bytes: Uint8Array): Pixels | null {
  const header = readBmpHeader(bytes);
  if (!header || bytes.length < 54) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, headerSize, bits, compression] = [view.getUint32(10, true), view.getUint32(14, true), view.getUint16(28, true), view.getUint32(30, true)];
  const { width, height } = header;
  const plain = compression === 0 || (compression === 3 && bits === 32);
  if (headerSize < 40 || !plain || ![8, 24, 32].includes(bits)) return null;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (bytes.length < start + rowBytes * height) return null;
  const fromTop = view.getInt32(22, true) < 0;
  const data = new Uint8Array(width * height * 3);
  const palette = 14 + headerSize;
  for (let y = 0; y < height; y++) {
    const row = start + rowBytes * (fromTop ? y : height - 1 - y);
    for (let x = 0; x < width; x++) {
      const from = bits === 8 ? palette + (bytes[row + x] ?? 0) * 4 : row + x * (bits / 8);
      const to = (y * width + x) * 3;
      data[to] = bytes[from + 2] ?? 0;
      data[to + 1] = bytes[from + 1] ?? 0;
      data[to + 2] = bytes[from] ?? 0;
    }
  }
  return { data, width, height };
}
