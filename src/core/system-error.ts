import { relative } from 'node:path';
import { whyNot } from './dataset/workspace.js';
import { printable } from './printable.js';

/**
 * Any error as one clear sentence for a person: what the system refuses (a full disk, a workspace that may not be
 * written to) is said in words, every other error keeps its message, as one line. Safe to print.
 *
 * @example explainError(enospc) // 'The disk is full: nothing was changed.'
 */
export function explainError(error: unknown): string {
  const sentence = systemSentence(error);
  if (sentence !== null) return sentence;
  const message = error instanceof Error ? error.message || error.name : String(error);
  return printable(message.replace(/\s*\n\s*/g, ' ').trim());
}

/**
 * The sentence for an error of the system; null for every other error.
 *
 * @param root - the workspace: paths are said relative to it. Unless given, it is told from the path where it can be
 * @param outcome - what became of the work, as the end of the sentence
 */
export function systemSentence(error: unknown, root?: string, outcome = 'nothing was changed'): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  // A program that could not be started is no matter of the workspace's files.
  if (syscall.startsWith('spawn')) return null;
  if (readers.has(syscall)) return `${placeOf(path, root)} ${whyNot(error)}.`;
  return codeSentence(code, placeOf(path, root), outcome);
}

/**
 * What a code of the system means, as one sentence.
 *
 * @param place - what could not be written, safe to print, as the beginning of a sentence
 * @param outcome - what became of the work, as the end of the sentence
 */
export function codeSentence(code: string, place = 'This workspace', outcome = 'nothing was changed'): string {
  return `${reason(code, place)}: ${outcome}.`;
}

/** The code of the system in what one of its programs (`mkdir`, …) said on stderr; null when it says another thing. */
export function codeSaid(stderr: string): string | null {
  for (const [words, code] of said) if (stderr.includes(words)) return code;
  return null;
}

/** What the system was asked to do when nothing was to be written. */
const readers = new Set(['read', 'scandir', 'stat', 'lstat', 'access', 'readlink', 'realpath']);

const said = [
  ['No space left on device', 'ENOSPC'],
  ['Disk quota exceeded', 'EDQUOT'],
  ['Read-only file system', 'EROFS'],
  ['Permission denied', 'EACCES'],
  ['Operation not permitted', 'EPERM'],
] as const;

function reason(code: string, place: string): string {
  switch (code) {
    case 'ENOSPC':
      return 'The disk is full';
    case 'EDQUOT':
      return 'Your share of the disk is used up';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${place} may not be written to by you`;
    case 'ENOENT':
      return `${place} is not there any more`;
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open';
    default:
      return `${place} cannot be written (${code})`;
  }
}

function placeOf(path: string | undefined, root: string | undefined): string {
  if (path === undefined) return 'This workspace';
  // A file that is about to take another's place bears a name of its own, and our own folder is none of a person's:
  // neither says anything to them.
  const shown = (root === undefined ? path : relative(root, path))
    .replace(/(^|\/)\.loradeck-\d+-\d+\.tmp$/, '')
    .replace(/(^|\/)\.loradeck(\/.*)?$/, '$1');
  return shown === '' || shown.endsWith('/') ? 'This workspace' : printable(shown);
}
