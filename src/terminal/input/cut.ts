import { isReply, parseMouse, type Piece } from './pieces.js';

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

/** What stands at the head of the input, and how many code units it takes; null when more has to come to tell. */
export type Cut = { piece: Piece | null; length: number } | null;

/**
 * Cuts the first piece off the input. The grammar is that of Ink's own parser (CSI, SS3, escape before a character),
 * with the answers of the terminal told apart: strings (OSC, DCS, APC) only where they begin as answers do, so that
 * alt with `]`, `P` or `_` stays a key.
 * @param input decoded text, not empty; characters are whole
 */
export function cut(input: string): Cut {
  const first = input.codePointAt(0) ?? 0;
  if (first !== 0x1b) return key(String.fromCodePoint(first));
  const second = input[1];
  if (second === undefined) return null;
  if (second === '[') return cutCsi(input);
  if (second === 'O') return cutSs3(input);
  if (second === ']') return cutString(input, 'osc', /^\d/);
  if (second === 'P') return cutString(input, 'dcs', /^[\d;>!$+|{]/);
  if (second === '_') return cutString(input, 'apc', /^G/);
  if (second === '\u001b') return cutDouble(input);
  return key(input.slice(0, 1) + String.fromCodePoint(input.codePointAt(1) ?? 0));
}

function key(text: string): Cut {
  return { piece: { kind: 'key', text }, length: text.length };
}

function cutCsi(input: string): Cut {
  if (input.startsWith(pasteStart)) {
    const end = input.indexOf(pasteEnd, pasteStart.length);
    if (end < 0) return null;
    return { piece: { kind: 'paste', text: input.slice(pasteStart.length, end) }, length: end + pasteEnd.length };
  }
  // ESC [ [ A is F1 on the Linux console, ESC [ [ 5 ~ page up in PuTTY, ESC [ 2 $ shift-insert in rxvt.
  const match = /^\u001b\[(\[(?:[A-E]|[56]~)|[235678]\$|[0-?]*[ -/]*[@-Z\\-~])/.exec(input);
  if (!match) {
    const mayGoOn = /^\u001b\[(?:\[[56]?|[0-?]*[ -/]*)$/.test(input);
    return mayGoOn ? null : key('\u001b['); // what follows is no part of a sequence: alt with [
  }
  const text = match[1] ?? '';
  const length = match[0].length;
  const mouse = parseMouse(text);
  if (mouse) return { piece: { kind: 'mouse', mouse }, length };
  if (text === 'I' || text === 'O') return { piece: { kind: 'focus', gained: text === 'I' }, length };
  if (text === '201~') return { piece: null, length }; // the end of a paste that was given up
  if (isReply(text)) return { piece: { kind: 'reply', reply: { kind: 'csi', text } }, length };
  return key(match[0]);
}

function cutSs3(input: string): Cut {
  const match = /^\u001bO[\d;]*([@-~])?/.exec(input);
  if (match?.[1] !== undefined) return key(match[0]);
  return match?.[0].length === input.length ? null : key('\u001bO');
}

function cutString(input: string, kind: 'osc' | 'dcs' | 'apc', begins: RegExp): Cut {
  const body = input.slice(2);
  if (body === '') return null;
  if (!begins.test(body)) return key(input.slice(0, 2));
  // A control character or another sequence within means that the end got lost: ctrl-c must still come through.
  const end = /\u0007|\u009c|[\u0000-\u001a]|\u001b[^]/.exec(body);
  if (!end) return null;
  if (!['\u0007', '\u009c', '\u001b\\'].includes(end[0])) return { piece: null, length: 2 + end.index };
  return { piece: { kind: 'reply', reply: { kind, text: body.slice(0, end.index) } }, length: 2 + end.index + end[0].length };
}

/** Escape twice: alt with a special key in some terminals, else the escape key by itself. */
function cutDouble(input: string): Cut {
  const third = input[2];
  if (third === undefined) return null;
  if (third !== '[' && third !== 'O') return key('\u001b');
  const rest = third === '[' ? cutCsi(input.slice(1)) : cutSs3(input.slice(1));
  if (!rest) return null;
  if (rest.piece?.kind !== 'key' || rest.piece.text.length < 3) return key('\u001b');
  return { piece: { kind: 'key', text: `\u001b${rest.piece.text}` }, length: rest.length + 1 };
}
