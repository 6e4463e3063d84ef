const words: ReadonlyArray<readonly [RegExp, string]> = [
  [/(\d) ?× ?(\d)/g, '$1 by $2'],
  [/×/g, 'times'],
  [/✗(\d+)/g, '$1 errors'],
  [/▲(\d+)/g, '$1 warnings'],
  [/✗ ?/g, 'error: '],
  [/▲ ?/g, 'warning: '],
  [/✓ ?/g, ''],
  [/● ?/g, 'running: '],
  [/■ ?/g, 'stopped: '],
  // In the list of keys it is one of them, elsewhere it stands between what was and what is.
  [/^(\s*\S )→(?= )|^\s*→(?= \w )/, '$1right'],
  [/ ?→ ?/g, ' to '],
  [/⏎/g, 'enter'],
  [/↓↑/g, 'down and up'],
  [/⇧/g, 'shift-'],
  [/↓/g, 'down'],
  [/↑/g, 'up'],
  [/←/g, 'left'],
  [/ ?· ?/g, ', '],
  [/÷/g, 'divided by'],
  [/…/g, '...'],
  [/ {2,}/g, ' '],
];

/** A line for the ear: signs become words, gaps that align columns become one space. */
export function inWords(line: string): string {
  return words.reduce((text, [sign, word]) => text.replace(sign, word), line).trim();
}
