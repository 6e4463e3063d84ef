/**
 * Makes untrusted text safe to print on a terminal: control characters (C0 but for the ones listed in `keep`, DEL and
 * C1, with which a file name could move the cursor or set the clipboard) become visible pictures such as `␛`, and
 * bidirectional overrides, which could make a name read as another one, become `�`.
 *
 * @example printable('a\u001b[31m.png') // 'a␛[31m.png'
 */
export function printable(text: string, keep = ''): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    if (keep.includes(character)) return character;
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return '\ufffd';
  });
}
