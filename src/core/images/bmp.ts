import type { Facts } from '../dataset/model.js';

/** How much of a file {@link readBmpHeader} needs. */
export const bmpHeaderBytes = 30;

/** Reads the head of a Windows bitmap, which the image library cannot. Null when it is none. */
export function readBmpHeader(bytes: Uint8Array): Facts | null {
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOld = view.getUint32(14, true) === 12;
  const width = isOld ? view.getUint16(18, true) : Math.abs(view.getInt32(18, true));
  // A negative height only says that the rows run downwards.
  const height = isOld ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  const bitsAt = isOld ? 24 : 28;
  const bits = bytes.length >= bitsAt + 2 ? view.getUint16(bitsAt, true) : 24;
  if (width === 0 || height === 0) return null;
  return { width, height, format: 'bmp', alpha: bits === 32, orientation: 1, frames: 1, space: 'srgb', depth: 8, error: null };
}
