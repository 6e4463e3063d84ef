/** Takes what was wrapped for tmux out of its wrapping, as tmux does. @throws Error when it is not wrapped */
export function unwrapped(text: string): string {
  const match = /^\u001bPtmux;((?:[^\u001b]|\u001b\u001b)*)\u001b\\$/.exec(text);
  if (match?.[1] === undefined) throw new Error(`not wrapped for tmux: ${JSON.stringify(text.slice(0, 60))}`);
  return match[1].replaceAll('\u001b\u001b', '\u001b');
}
