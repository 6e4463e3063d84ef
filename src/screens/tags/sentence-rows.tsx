import { Text } from 'ink';
import { scrollTo } from '../parts/scroll.js';
import { fill, wrap } from '../parts/text.js';
import { theme } from '../parts/theme.js';

interface Props {
  sentences: readonly string[];
  at: number;
  focused: boolean;
  width: number;
  rows: number;
}

/** The sentences of a caption, each wrapped into as many lines as it takes; the one under the cursor stays in sight. */
export function SentenceRows({ sentences, at, focused, width, rows }: Props) {
  const lines = sentences.flatMap((sentence, number) => wrap(sentence, width - 5).map((text, line) => ({ text, number, line })));
  const last = lines.findLastIndex(({ number }) => number === at);
  const first = Math.min(scrollTo(0, Math.max(0, last), lines.length, rows, 0), Math.max(0, lines.findIndex(({ number }) => number === at)));
  return lines.slice(first, first + rows).map(({ text, number, line }, row) => (
    <Text key={row} inverse={focused && number === at} wrap="truncate">
      <Text color={focused && number === at ? undefined : theme.quiet}>{fill(line === 0 ? String(number + 1) : '', 3, 'right')} </Text>
      {fill(text, width - 4)}
    </Text>
  ));
}

/** How many lines sentences take in this width. */
export function sentenceLines(sentences: readonly string[], width: number): number {
  return sentences.reduce((sum, sentence) => sum + wrap(sentence, width - 5).length, 0);
}
