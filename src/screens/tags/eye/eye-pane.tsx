import { Box, Text } from 'ink';
import type { Concept, Picture } from '../../../core/dataset/model.js';
import { Pane } from '../../parts/pane.js';
import { cut } from '../../parts/text.js';
import { signs, theme } from '../../parts/theme.js';
import type { EyeLook } from './look.js';
import { RunLine } from './run-line.js';
import { runsOf, wrapRuns, type Run } from './runs.js';
import { useEye } from './use-eye.js';
import { aroundWord, doneTo, leftWord, tokensWord, withoutWord } from './words.js';

interface Props {
  picture: Picture | null;
  concept: Concept | undefined;
  width: number;
  height: number;
}

/** Draws that are shown at most. */
export const shownDraws = 6;

/** A row of the pane: a word at the left, and what it names. */
interface Row {
  word: string;
  runs: readonly Run[];
  tone?: 'error' | 'warn' | 'info' | undefined;
  more?: boolean;
}

const wordWidth = 9;

/** The trainer's eye whole: the text that is fed, what of it stays, moves and goes, further draws, and warnings. */
export function EyePane({ picture, concept, width, height }: Props) {
  const look = useEye(picture, concept, shownDraws);
  const inner = width - 3;
  const rows = look ? rowsOf(look, inner - wordWidth, height - 2) : [];
  const foot = look ? `${tokensWord(look)}${look.random ? ' · V draws again' : ''} · v hides` : 'v hides';
  return (
    <Pane title="what the trainer reads" foot={foot} width={width} height={height}>
      {!look && <Text color={theme.quiet}>{cut(' The trainer does not read this image.', inner)}</Text>}
      {rows.map(({ word, runs, tone, more }, at) => (
        <Box key={at} width={width - 2}>
          <Text color={tone ? theme[tone] : theme.quiet}>{` ${word}`.padEnd(wordWidth + 1)}</Text>
          <RunLine runs={runs} more={more ?? false} />
        </Box>
      ))}
    </Pane>
  );
}

function rowsOf(look: EyeLook, width: number, height: number): Row[] {
  const { draws, rules, warnings, random } = look;
  const [fed] = draws;
  const warned = warnings.slice(0, Math.max(1, height - 4)).map((one): Row => ({ word: signs[one.level], tone: one.level, runs: plain(one.text, width) }));
  const around = aroundWord(look);
  const facts: Row[] = [{ word: '', runs: plain(doneTo(look), width) }];
  if (fed && fed.left.length > 0) facts.push({ word: 'left out', runs: plain(leftWord(fed), width) });
  if (around !== '') facts.push({ word: 'around', runs: plain(around, width) });
  const room = height - warned.length - facts.length;
  // Two draws at least have their place beside a long text.
  const lines = wrapRuns(runsOf(look), width - 1);
  const seen = lines.slice(0, Math.max(1, random ? room - Math.min(2, draws.length - 1) : room));
  const reads = seen.map((runs, at): Row => ({ word: at === 0 ? 'reads' : '', runs, more: at === seen.length - 1 && lines.length > seen.length }));
  if (fed && fed.text === '') reads.splice(0, reads.length, { word: 'reads', runs: plain('nothing', width) });
  const others = draws.slice(1, 1 + Math.max(0, room - reads.length)).map((one): Row => ({
    word: 'or',
    runs: plain(one.without ? withoutWord(one, rules.dropoutEveryEpochs) : one.text, width),
  }));
  return [...reads, ...facts, ...others, ...warned].slice(0, height);
}

function plain(text: string, width: number): Run[] {
  return [{ text: cut(text.replaceAll('\n', ' ⏎ '), width), look: 'plain' }];
}
