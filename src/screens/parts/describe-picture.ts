import type { Finding } from '../../core/checks/finding.js';
import type { Picture } from '../../core/dataset/model.js';
import { printable } from '../../core/printable.js';
import { counted } from '../../core/words.js';

interface About {
  marked?: boolean;
  /** Its place among those that are shown, from 0, and how many they are. */
  index?: number;
  count?: number;
}

/** A picture in words: `picture 014.png, 1024 by 1024 png, 9 tags, marked, 3 of 31`. */
export function describePicture({ name, facts, tags }: Picture, { marked = false, index, count }: About = {}): string {
  const size = !facts ? '' : facts.error ? `cannot be read: ${facts.error}` : `${facts.width} by ${facts.height} ${facts.format}`;
  const place = index === undefined || count === undefined ? '' : `${index + 1} of ${count}`;
  return [`picture ${printable(name)}`, size, counted(tags.length, 'tag'), marked ? 'marked' : '', place].filter(Boolean).join(', ');
}

const levels = { error: 'error', warn: 'warning', info: 'note' } as const;

/** A finding in words: `error T03: …`, with its fix. */
export function describeFinding({ level, rule, message, fix }: Finding, fixKey = ''): string {
  const end = /[.!?]$/.test(message) ? '' : '.';
  return `${levels[level]} ${rule}: ${message}${end}${fix && fixKey ? ` ${fixKey} fixes it: ${fix.label}.` : ''}`;
}
