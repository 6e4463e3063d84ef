/** What the first bytes of a file say it is, for files that the image library cannot read. Null when they say nothing. */
export function sniffFormat(bytes: Uint8Array): string | null {
  const ascii = String.fromCharCode(...bytes.subarray(0, 16));
  if (ascii.startsWith('\u0089PNG')) return 'png';
  if (ascii.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (ascii.startsWith('GIF8')) return 'gif';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (ascii.startsWith('BM')) return 'bmp';
  if (ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')) return 'tiff';
  if (ascii.startsWith('\u00ff\u000a') || ascii.slice(4, 8) === 'JXL ') return 'jxl';
  if (ascii.slice(4, 8) === 'ftyp') return /avif|avis/.test(ascii.slice(8)) ? 'avif' : 'heic';
  return null;
}

/** Is it an extended WebP, whose size the trainer's reader gets one pixel short (D06)? `bytes`: the first 16 of the file. */
export function isExtendedWebp(bytes: Uint8Array): boolean {
  const ascii = String.fromCharCode(...bytes.subarray(0, 16));
  return ascii.startsWith('RIFF') && ascii.slice(8, 16) === 'WEBPVP8X';
}
