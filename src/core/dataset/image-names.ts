/** Endings that the trainer reads without further packages, each all lower or ALL UPPER case. */
const trained = new Set(['.png', '.jpg', '.jpeg', '.webp', '.bmp'].flatMap((ending) => [ending, ending.toUpperCase()]));

/** Endings of pictures that a person may have and the trainer does not read, or only with a plug-in. */
const known = new Set(['.png', '.jpg', '.jpeg', '.webp', '.bmp', '.gif', '.tif', '.tiff', '.heic', '.heif', '.avif', '.jxl']);

/** Does the trainer take a file of this name for an image? Files with a leading dot never, mixed case (`.Png`) never (D17). */
export function isTrained(name: string): boolean {
  return !name.startsWith('.') && trained.has(ending(name));
}

/** Is it a picture to a person, whatever the trainer does with it? */
export function isPicture(name: string): boolean {
  return !name.startsWith('.') && known.has(ending(name).toLowerCase());
}

/** The ending of a file name with its dot, as written; empty when there is none. */
export function ending(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

/** Sorts by code point, the order of Python's `sorted` (UTF-16 order would put `😀` before `ａ`). */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return (a.codePointAt(pairStart(a, i)) ?? 0) - (b.codePointAt(pairStart(b, i)) ?? 0);
  }
  return a.length - b.length;
}

/** Steps back to the first half of a surrogate pair when `at` is its second half. */
function pairStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
