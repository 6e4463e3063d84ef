import { ListError } from './list-error.js';

/** An object of a list is a name with what belongs to it; more than this it never is. In characters. */
const longest = 1 << 20;

/** How an object begins that holds the list, as e621's API gives it. */
const wrapper = /^\{\s*"(tags|tag_aliases|tag_implications)"\s*:\s*\[\s*$/;

/**
 * Cuts JSON into the objects of its list while it comes: those of an array, those that stand alone (one a line), and
 * those of the list in an object that says `tags`. A whole export is never in memory as one text.
 */
export class Objects {
  #depth = 0;
  /** The depth at which the object began that is being read; -1 outside of one. */
  #from = -1;
  #held = '';
  #inText = false;
  #escaped = false;

  /** @throws SyntaxError when an object is none, ListError when one is too long to be a name */
  *push(text: string): Generator<unknown> {
    let begin = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 0x5c) this.#escaped = true;
        else if (code === 0x22) this.#inText = false;
      } else if (code === 0x22) this.#inText = true;
      else if (this.#depth === 0 && code !== 0x7b && code !== 0x5b && !isBetween(code)) throw new SyntaxError('There is something between the objects.');
      else if (code === 0x7b || code === 0x5b) {
        const isObject = code === 0x7b;
        if (isObject && this.#from === 0 && this.#depth === 2 && wrapper.test(this.#held + text.slice(begin, at))) this.#from = -1;
        if (isObject && this.#from < 0) {
          this.#from = this.#depth;
          this.#held = '';
          begin = at;
        }
        this.#depth++;
      } else if (code === 0x7d || code === 0x5d) {
        this.#depth--;
        if (this.#depth < 0) throw new SyntaxError('A bracket is closed that was not opened.');
        if (this.#from >= 0 && this.#depth === this.#from) {
          const whole = this.#held + text.slice(begin, at + 1);
          this.#from = -1;
          this.#held = '';
          yield JSON.parse(whole);
        }
      }
    }
    if (this.#from >= 0) this.#held += text.slice(begin);
    if (this.#held.length > longest) throw new ListError('has an object of more than a million characters: that is no name.');
  }

  /** @throws SyntaxError when something was begun and not ended */
  end(): void {
    if (this.#depth > 0 || this.#inText) throw new SyntaxError('The text ends in the middle.');
  }
}

/** May it stand before, between and behind objects: white space, a comma, the mark of UTF-8? */
function isBetween(code: number): boolean {
  return code <= 0x20 || code === 0x2c || code === 0xfeff;
}
