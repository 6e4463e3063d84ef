import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { appended } from './sentences.js';

/**
 * Makes one line of all lines of every caption, as the trainer uses no other than the first: sentences one behind the other, tags between
 * commas. Blank lines go; what the first line holds already is not written again; the final line break stays.
 */
export function joinLines(scope: Scope): TagChange {
  return editCaptions(scope, (images) => `made one line of the captions of ${images}`, ({ text }) => {
    const filled = linesOf(text);
    if (filled.length === 0 || isOneLine(text)) return text;
    return filled.reduce((line, next) => appended(line, next)) + endOf(text);
  });
}

/** Keeps the first line of every caption that is not blank, and the final line break. */
export function keepFirstLine(scope: Scope): TagChange {
  return editCaptions(scope, (images) => `left only the first line in ${images}`, ({ text }) => {
    const [first] = linesOf(text);
    return first === undefined || isOneLine(text) ? text : first + endOf(text);
  });
}

/** The lines with something in them, without the space around. */
function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
}

function isOneLine(text: string): boolean {
  return !/[\r\n]/.test(text.replace(/\s*$/, '')) || text.trim() === '';
}

function endOf(text: string): string {
  return /(\r\n|\n|\r)?$/.exec(text)?.[0] ?? '';
}
