import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { codeSaid, codeSentence, explainError, systemSentence } from '../../src/core/system-error.js';
import { WorkspaceError } from '../../src/core/dataset/workspace.js';

function refused(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: no, write`), { code, syscall: 'write', path });
}

describe('errors in words', () => {
  test.each([
    ['ENOSPC', undefined, 'The disk is full: nothing was changed.'],
    ['EDQUOT', undefined, 'Your share of the disk is used up: nothing was changed.'],
    ['EACCES', '/w/.loradeck/journal', 'This workspace may not be written to by you: nothing was changed.'],
    ['EROFS', undefined, 'This workspace may not be written to by you: nothing was changed.'],
    ['EPERM', '/w/1_a/\u001b[2J.txt', '/w/1_a/␛[2J.txt may not be written to by you: nothing was changed.'],
    ['EIO', '/w/a.txt', '/w/a.txt cannot be written (EIO): nothing was changed.'],
  ])('%s at %s', (code, path, sentence) => {
    expect(explainError(refused(code, path))).toBe(sentence);
  });

  test('a real refusal of the system', async () => {
    const error: unknown = await writeFile('/dev/full', 'x').catch((caught: unknown) => caught);
    expect(explainError(error)).toBe('The disk is full: nothing was changed.');
  });

  test('what could only not be read says so', () => {
    const error = Object.assign(new Error('EISDIR'), { code: 'EACCES', syscall: 'scandir', path: '/w/1_a' });
    expect(explainError(error)).toBe('/w/1_a may not be read by you.');
  });

  test('other errors keep their message, as one line that is safe to print', () => {
    expect(explainError(new WorkspaceError('/w does not exist.'))).toBe('/w does not exist.');
    expect(explainError(new Error('one\n  two \u001b[2J'))).toBe('one two ␛[2J');
    expect(explainError(new TypeError())).toBe('TypeError');
    expect(explainError('text')).toBe('text');
    expect(explainError(null)).toBe('null');
    expect(explainError(Object.assign(new Error('spawn vim ENOENT'), { code: 'ENOENT', syscall: 'spawn vim', path: 'vim' }))).toBe('spawn vim ENOENT');
    // A code of our own, e.g. of the command line, is none of the system's.
    expect(explainError(Object.assign(new Error('Unknown option.'), { code: 'commander.unknownOption' }))).toBe('Unknown option.');
  });

  test('paths are said relative to the workspace', () => {
    expect(systemSentence(refused('EACCES', '/w/1_a/.loradeck-3-0.tmp'), '/w')).toBe('1_a may not be written to by you: nothing was changed.');
    expect(systemSentence(refused('EACCES', '/w'), '/w', 'nothing was started')).toBe('This workspace may not be written to by you: nothing was started.');
    expect(systemSentence(new Error('other'), '/w')).toBeNull();
  });

  test('what a program of the system says has a code', () => {
    expect(codeSaid('mkdir: cannot create directory ‘/w/.loradeck’: Read-only file system')).toBe('EROFS');
    expect(codeSaid('mkdir: something else')).toBeNull();
    expect(codeSentence('ENOSPC', undefined, 'nothing was started')).toBe('The disk is full: nothing was started.');
  });
});
