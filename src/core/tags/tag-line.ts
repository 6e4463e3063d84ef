import { frame, strip } from './caption.js';
import { tagKey } from './same-tag.js';

/**
 * A caption's first line under edit: the pieces between its commas, as written. Every operation leaves the bytes of the
 * other tags alone; `insert` followed by `remove` of the same tag gives back the line.
 */
export class TagLine {
  constructor(readonly pieces: string[]) {}

  /** The tags, stripped, without the empty pieces. */
  get tags(): string[] {
    return this.pieces.map(strip).filter((tag) => tag !== '');
  }

  /** Position of a tag among the tags, whatever its spelling; -1 when it is not there. */
  find(tag: string, from = 0): number {
    const key = tagKey(tag);
    return this.tags.findIndex((other, at) => at >= from && tagKey(other) === key);
  }

  /** Writes a tag so that it becomes the one at `position`, from 0; past the end means at the end. */
  insert(position: number, tag: string): void {
    const filled = this.#filled();
    const at = filled[Math.max(0, position)];
    if (filled.length === 0) {
      // A line of nothing but separators is no caption worth keeping; blank space is kept behind the tag.
      this.pieces.splice(0, this.pieces.length, tag + (this.pieces.length === 1 ? this.pieces[0] : ''));
    } else if (at === undefined) {
      const last = filled[filled.length - 1] ?? 0;
      const [lead, text, trail] = frame(this.pieces[last] ?? '');
      const isEnd = last === this.pieces.length - 1;
      if (isEnd) this.pieces[last] = lead + text;
      this.pieces.splice(last + 1, 0, ` ${tag}${isEnd ? trail : ''}`);
    } else if (at === 0) {
      const [lead, text, trail] = frame(this.pieces[0] ?? '');
      this.pieces.splice(0, 1, lead + tag, ` ${text}${trail}`);
    } else {
      this.pieces.splice(at, 0, ` ${tag}`);
    }
  }

  /** Takes the tag at `position` out, with one separator. */
  remove(position: number): void {
    this.removeAll([position]);
  }

  /** Takes the tags at these positions out, each with one separator. @param positions ascending */
  removeAll(positions: readonly number[]): void {
    const filled = this.#filled();
    let left = filled.length;
    // From the end, so that the places of those in front of it hold.
    for (let i = positions.length - 1; i >= 0; i--) {
      const at = filled[positions[i] ?? -1];
      if (at !== undefined) this.#take(at, left--);
    }
  }

  /** @param left how many tags there are */
  #take(at: number, left: number): void {
    const [lead, , trail] = frame(this.pieces[at] ?? '');
    const next = this.pieces[at + 1];
    if (left === 1) {
      this.pieces.splice(0, this.pieces.length, this.pieces.length === 1 ? lead + trail : '');
    } else if (at === 0 && next !== undefined) {
      const [, text, nextTrail] = frame(next);
      this.pieces.splice(0, 2, lead + text + nextTrail);
    } else {
      this.pieces.splice(at, 1);
      if (next === undefined) this.pieces[at - 1] += trail;
    }
  }

  /** Writes another tag, or another spelling, in the place of the one at `position`. */
  replace(position: number, tag: string): void {
    const at = this.#filled()[position];
    if (at === undefined) return;
    const [lead, , trail] = frame(this.pieces[at] ?? '');
    this.pieces[at] = lead + tag + trail;
  }

  /** Moves the tag at `from` so that it becomes the one at `to`, in the spelling that it has. */
  move(from: number, to: number): void {
    const tag = this.tags[from];
    if (tag === undefined || from === to) return;
    this.remove(from);
    this.insert(to, tag);
  }

  #filled(): number[] {
    const filled: number[] = [];
    for (const [at, piece] of this.pieces.entries()) if (strip(piece) !== '') filled.push(at);
    return filled;
  }
}
