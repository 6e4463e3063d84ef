import { cut } from './cut.js';
import type { Piece } from './pieces.js';

/**
 * How long to wait for the rest of what came, by what it may become. A lone escape is most likely the key; a broken
 * answer must never be taken for typed text, so there is time for its rest to come over a slow line.
 */
export function patience(pending: string): number {
  if (pending === '') return 0;
  if (/^\u001b(?:\u001b?[[O]?|[\]P_])$/.test(pending)) return 30;
  return pending.startsWith('\u001b[200~') ? 2000 : 700;
}

/** Cuts input that comes in any chunks into keys, pastes, mouse reports and answers. */
export class Splitter {
  /** What came but is not whole yet. */
  pending = '';

  /** Takes more input and gives the pieces that are whole now. */
  push(text: string): Piece[] {
    this.pending += text;
    const pieces: Piece[] = [];
    let at = 0;
    while (at < this.pending.length) {
      const next = cut(at === 0 ? this.pending : this.pending.slice(at));
      if (!next) break;
      at += next.length;
      if (next.piece) pieces.push(next.piece);
    }
    this.pending = this.pending.slice(at);
    return pieces;
  }

  /** Gives up waiting: what is pending becomes keys where it can be keys, and is dropped where it is a broken answer. */
  flush(): Piece[] {
    const pending = this.pending;
    this.pending = '';
    if (pending === '') return [];
    if (pending.startsWith('\u001b[200~')) return [{ kind: 'paste', text: pending.slice(6) }];
    if (/^\u001b[[O\]P_]?$/.test(pending)) return [{ kind: 'key', text: pending }];
    if (/^\u001b\u001b[[O]?$/.test(pending)) {
      return [{ kind: 'key', text: '\u001b' }, { kind: 'key', text: pending.slice(1) }];
    }
    return [];
  }
}
