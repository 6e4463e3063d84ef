import { crc32 } from 'node:zlib';

/**
 * How an index lies in its file: a line that names the kind, the length of a description, its check sum, the description
 * (JSON), then arrays that are used where they lie. Loading is reading: nothing is parsed but the description.
 */

/** The arrays, in their order. `N` entries, ordered by how common they are, so that an entry's number is its rank. */
export interface Arrays {
  /** All names in UTF-8, a line end after each. */
  text: Uint8Array;
  /** Where each name begins in it; one more at the end. */
  start: Uint32Array;
  category: Uint8Array;
  flags: Uint8Array;
  /** 20 × the logarithm to base 10 of how common it is. */
  weight: Uint8Array;
  /** Posts + 1; 0 = not known. */
  posts: Uint32Array;
  /** What it stands for; itself when it is no alias. */
  target: Uint32Array;
  /** Entries by the bytes of their names. */
  sorted: Uint32Array;
  /** The words of names, sorted, a line end after each. */
  wordText: Uint8Array;
  wordStart: Uint32Array;
  /** Where each word's entries begin in `wordEntry`, ascending there. */
  wordFrom: Uint32Array;
  wordEntry: Uint32Array;
  /** Entries of several words by the first letters of these. */
  initials: Uint32Array;
  /** Where each entry's direct implications begin in `implied`. */
  impliedFrom: Uint32Array;
  implied: Uint32Array;
}

const kinds = {
  text: Uint8Array, start: Uint32Array, category: Uint8Array, flags: Uint8Array, weight: Uint8Array, posts: Uint32Array, target: Uint32Array, sorted: Uint32Array,
  wordText: Uint8Array, wordStart: Uint32Array, wordFrom: Uint32Array, wordEntry: Uint32Array, initials: Uint32Array, impliedFrom: Uint32Array, implied: Uint32Array,
} as const;
const names = Object.keys(kinds) as (keyof Arrays)[];

/** Raise when the layout, the words of safety/ or what is shipped change what an index holds: older ones are made anew. */
export const indexVersion = 2;

const magic = 'loradeck vocabulary\n';
const headBytes = magic.length + 12;

/** What stands before the arrays. `about` is the store's. */
export interface Described {
  version: number;
  about: unknown;
  lengths: Record<keyof Arrays, number>;
}

/** An index that cannot be used; its message is one sentence that goes after a file's name. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

/** The bytes of an index's file. */
export function packIndex(arrays: Arrays, about: unknown): Uint8Array {
  const lengths = Object.fromEntries(names.map((name) => [name, arrays[name].length])) as Described['lengths'];
  const described = new TextEncoder().encode(JSON.stringify({ version: indexVersion, about, lengths } satisfies Described));
  const places = placesOf(described.length, lengths);
  const bytes = new Uint8Array(places.end);
  new TextEncoder().encodeInto(magic, bytes);
  bytes.set(described, headBytes);
  for (const name of names) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), places[name]);
  }
  const head = new DataView(bytes.buffer);
  head.setUint32(magic.length, described.length, true);
  head.setUint32(magic.length + 4, crc32(bytes.subarray(headBytes)), true);
  head.setUint32(magic.length + 8, places.end, true);
  return bytes;
}

/**
 * The arrays of an index's file, as views of its bytes.
 *
 * @throws IndexDamaged when it is none, of another version, cut off or changed
 */
export function unpackIndex(file: Uint8Array): { arrays: Arrays; described: Described } {
  const bytes = file.byteOffset % 8 === 0 ? file : Uint8Array.from(file);
  if (bytes.length < headBytes || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) throw new IndexDamaged('is no vocabulary index.');
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const length = head.getUint32(magic.length, true);
  if (head.getUint32(magic.length + 8, true) !== bytes.length) throw new IndexDamaged('is cut off.');
  if (head.getUint32(magic.length + 4, true) !== crc32(bytes.subarray(headBytes))) throw new IndexDamaged('is damaged.');
  const described = JSON.parse(new TextDecoder().decode(bytes.subarray(headBytes, headBytes + length))) as Described;
  if (described.version !== indexVersion) throw new IndexDamaged('was made by another version of the program.');
  const places = placesOf(length, described.lengths);
  const arrays = Object.fromEntries(
    names.map((name) => [name, new kinds[name](bytes.buffer as ArrayBuffer, bytes.byteOffset + places[name], described.lengths[name])]),
  ) as unknown as Arrays;
  return { arrays, described };
}

/** Where each array begins; every one at a multiple of 8. */
function placesOf(described: number, lengths: Described['lengths']): Record<keyof Arrays | 'end', number> {
  const places = {} as Record<keyof Arrays | 'end', number>;
  let at = headBytes + described;
  for (const name of names) {
    at = Math.ceil(at / 8) * 8;
    places[name] = at;
    at += lengths[name] * kinds[name].BYTES_PER_ELEMENT;
  }
  places.end = at;
  return places;
}
