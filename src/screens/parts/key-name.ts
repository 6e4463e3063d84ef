import type { Key } from 'ink';

const named: ReadonlyArray<readonly [keyof Key, string]> = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/**
 * One word for a key as bindings write it: `j`, `A`, `space`, `enter`, `shift-tab`, `ctrl-r`, `alt-b`, `shift-up`. Null for what is no
 * key of ours (a release event, an unknown sequence).
 *
 * @example keyName('r', {...key, ctrl: true}) // 'ctrl-r'
 */
export function keyName(input: string, key: Key): string | null {
  if (key.eventType === 'release') return null;
  const found = named.find(([flag]) => key[flag] === true)?.[1];
  if (found) {
    if (found === 'escape') return 'escape';
    return `${key.ctrl ? 'ctrl-' : ''}${key.meta ? 'alt-' : ''}${key.shift ? 'shift-' : ''}${found}`;
  }
  if (input === '') return null;
  const name = input === ' ' ? 'space' : input;
  if (key.ctrl) return `ctrl-${name.toLowerCase()}`;
  if (key.meta) return `alt-${name}`;
  return name;
}

const labels: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: '⏎',
  escape: 'esc',
  pageup: 'pgup',
  pagedown: 'pgdn',
  'shift-tab': '⇧tab',
};

/** How a key is written for people: `⏎`, `␣`, `↑`, `ctrl-r`. */
export function keyLabel(name: string): string {
  return labels[name] ?? name.replace(/^shift-(up|down|left|right)$/, (_, arrow: string) => `⇧${labels[arrow]}`);
}

/** The key that is written like that; of several, as in `↓↑`, the first. */
export function keyOfLabel(label: string): string {
  const named = Object.entries(labels).find(([, text]) => text === label || ([...label].length === 2 && text === [...label][0]));
  return named?.[0] ?? label;
}
