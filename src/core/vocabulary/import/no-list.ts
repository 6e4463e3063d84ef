/** What a file is that is no list, by how it begins, as the end of a sentence about it. */
const signs: readonly (readonly [begin: string | RegExp, is: string])[] = [
  ['PK\u0003\u0004', 'is a zip archive: unpack it first.'],
  ['7z\u00bc\u00af', 'is a 7z archive: unpack it first.'],
  ['Rar!', 'is a rar archive: unpack it first.'],
  ['\u00fd7zXZ', 'is packed with xz: unpack it first.'],
  ['BZh', 'is packed with bzip2: unpack it first.'],
  ['\u0028\u00b5\u002f\u00fd', 'is packed with zstd: unpack it first.'],
  ['PAR1', 'is a parquet file: export it as CSV first.'],
  ['SQLite format 3', 'is a database: export its tags as CSV first.'],
  ['%PDF', 'is a PDF, no list of names.'],
  ['\u00ff\u00fe', 'is written in UTF-16: save it as UTF-8 first.'],
  ['\u00fe\u00ff', 'is written in UTF-16: save it as UTF-8 first.'],
  // What a clone has in place of large files.
  ['version https://git-lfs', 'is only what Git LFS keeps in place of the list: fetch the list itself (git lfs pull).'],
  [/^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|head|body|\?xml|!--)/i, 'is a web page, no list of names.'],
];

/**
 * Why a file is no list of names, by its first bytes.
 *
 * @returns the end of a sentence that begins with the file's name; null when it may be a list
 */
export function whyNoList(start: Buffer): string | null {
  const text = start.subarray(0, 4096).toString('latin1');
  for (const [begin, is] of signs) if (typeof begin === 'string' ? text.startsWith(begin) : begin.test(text)) return is;
  if (!text.includes('\u0000')) return null;
  // Letters with a zero byte beside each: UTF-16 without its mark.
  const zeros = text.split('\u0000').length - 1;
  return zeros > text.length / 3 && zeros < (2 * text.length) / 3 ? 'is written in UTF-16: save it as UTF-8 first.' : 'is no text, so no list of names.';
}
