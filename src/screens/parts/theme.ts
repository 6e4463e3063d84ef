/** Colours by what they mean. Every meaning has a sign or letter beside it, so that no colour carries it alone. */
export const theme = {
  accent: 'cyan',
  focus: 'cyan',
  border: 'gray',
  title: 'white',
  quiet: 'gray',
  error: 'red',
  warn: 'yellow',
  info: 'blue',
  good: 'green',
  activation: 'magenta',
  added: 'green',
  removed: 'red',
} as const;

export type Tone = 'error' | 'warn' | 'info' | 'good';

/** The sign that stands beside a level. */
export const signs = { error: '✗', warn: '▲', info: '·', good: '✓' } as const;
