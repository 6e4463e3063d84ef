import { Text } from 'ink';
import { diffLines as textDiff } from 'diff';
import type { Change, Entry } from '../../core/journal/change.js';
import { tagsOf } from '../../core/tags/caption.js';
import { isAside } from '../../core/journal/set-aside.js';
import { diffTags } from '../../core/tags/diff.js';
import { isNatural } from '../../core/tags/natural.js';
import { sentencesOf } from '../../core/tags/sentences.js';
import { cut, fill } from './text.js';
import { theme } from './theme.js';

/** One line of a diff: pieces that are kept, added or removed. */
export interface DiffRow {
  file: string;
  pieces: { text: string; state: 'kept' | 'added' | 'removed' | 'moved' }[];
  /** What stands between two pieces; a comma unless given. */
  between?: string;
}

/** The lines that show a change: one a caption, one a changed line of another text, one a move. */
export function diffLines(change: Change): DiffRow[] {
  return change.entries.flatMap(entryLines);
}

function entryLines(entry: Entry): DiffRow[] {
  if (entry.kind === 'move' && isAside(entry.to)) return [{ file: entry.from, pieces: [{ text: 'removed', state: 'removed' }] }];
  if (entry.kind === 'move') return [{ file: entry.from, pieces: [{ text: `→ ${entry.to}`, state: 'kept' }] }];
  const file = entry.path;
  if (entry.kind === 'blob') {
    const state = entry.after === null ? 'removed' : 'added';
    const text = entry.after === null ? 'removed' : entry.before === null ? 'new file' : 'changed';
    return [{ file, pieces: [{ text, state }] }];
  }
  if (file.endsWith('.toml')) return textLines(file, entry.before ?? '', entry.after ?? '');
  return [captionLine(file, entry.before ?? '', entry.after ?? '')];
}

/** A caption by its tags, or by its sentences; by its lines where only those behind the first change. */
function captionLine(file: string, before: string, after: string): DiffRow {
  const sentences = isNatural(before) || isNatural(after);
  const piecesOf = (text: string) => (sentences ? sentencesOf(firstLine(text)).map((one) => one.trim()).filter(Boolean) : tagsOf(text));
  const first = piecesBetween(piecesOf(before), piecesOf(after));
  const between = sentences ? ' ' : ', ';
  if (first.some(({ state }) => state !== 'kept')) return { file, pieces: first, between };
  const rest = piecesBetween(...([before, after].map((text) => text.split(/\r\n?|\n/).slice(1).filter((line) => line !== '')) as [string[], string[]]));
  if (rest.some(({ state }) => state !== 'kept')) return { file, pieces: rest, between: ' ⏎ ' };
  return { file, pieces: [{ text: 'spacing and spelling tidied', state: 'moved' }] };
}

function piecesBetween(before: readonly string[], after: readonly string[]): DiffRow['pieces'] {
  return diffTags(before, after).map(({ tag, state }) => ({ text: tag, state }));
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}

function textLines(file: string, before: string, after: string): DiffRow[] {
  return textDiff(before, after).flatMap((part) => {
    if (!part.added && !part.removed) return [];
    const state = part.added ? ('added' as const) : ('removed' as const);
    return part.value
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ file, pieces: [{ text: line, state }] }));
  });
}

const looks = {
  kept: { sign: '', tone: null },
  added: { sign: '+', tone: 'added' },
  removed: { sign: '−', tone: 'removed' },
  moved: { sign: '~', tone: 'accent' },
} as const;

/** One line of a diff in `width` cells; kept pieces are shortened first, so that what changes stays in sight. */
export function DiffLine({ row, width }: { row: DiffRow; width: number }) {
  const name = Math.min(24, Math.floor(width / 3));
  const pieces = shorten(row.pieces, width - name - 2, row.between === ' ');
  return (
    <Text wrap="truncate">
      <Text color={theme.quiet}>{fill(row.file.split('/').at(-1) ?? row.file, name)}</Text>
      {pieces.map((piece, index) => {
        const { sign, tone } = looks[piece.state];
        return (
          <Text key={index} color={tone ? theme[tone] : undefined} bold={piece.state === 'added'} strikethrough={piece.state === 'removed'}>
            {index === 0 ? '  ' : (row.between ?? ', ')}
            {sign}
            {cut(piece.text, width)}
          </Text>
        );
      })}
    </Text>
  );
}

/** The same in words: what is added, removed or moved; what is kept is left out. */
export function diffWords({ file, pieces }: DiffRow): string {
  const words = { kept: '', added: 'added ', removed: 'removed ', moved: 'moved ' };
  const changed = pieces.filter(({ state }) => state !== 'kept');
  return `${file}: ${(changed.length > 0 ? changed : pieces).map(({ text, state }) => words[state] + text).join(', ')}`;
}

/** @param sentences they are long: none that stays is shown beside one that changes */
function shorten(pieces: DiffRow['pieces'], width: number, sentences: boolean): DiffRow['pieces'] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length + 3, 0);
  if (length <= width) return pieces;
  const out: DiffRow['pieces'] = [];
  pieces.forEach((piece, index) => {
    const near = piece.state !== 'kept' || (!sentences && (index === 0 || pieces[index - 1]?.state !== 'kept' || pieces[index + 1]?.state !== 'kept'));
    if (near) out.push(piece);
    else if (out.at(-1)?.text !== '…') out.push({ text: '…', state: 'kept' });
  });
  return out;
}
