const named: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  space: ' ',
  backspace: '\u007f',
  delete: '\u001b[3~',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
};

/** What a terminal sends for a key: a character as itself, names such as `enter` or `up`, `ctrl-c`, `alt-x`. */
export function keyBytes(key: string): string {
  const known = named[key];
  if (known !== undefined) return known;
  if (/^ctrl-.$/.test(key)) return String.fromCharCode(key.charCodeAt(5) & 31);
  if (/^alt-.$/.test(key)) return `\u001b${key.slice(4)}`;
  if ([...key].length === 1) return key;
  throw new Error(`no key is called “${key}”`);
}
