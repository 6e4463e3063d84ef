import { Text } from 'ink';
import stringWidth from 'string-width';
import { isLive, type RunRow } from '../../core/training/run-row.js';
import { duration } from '../../core/words.js';
import type { Run, RunSnapshot } from '../../runner/runs.js';
import { Pane } from '../parts/pane.js';
import { cut } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { LossChart } from './loss-chart.js';
import { notice } from './notice.js';
import { ProgressLines } from './progress-lines.js';
import { reasonLines, type ReasonLine } from './reason.js';
import { ValuesLine } from './values-line.js';
import { signOf, stateWord } from './words.js';

interface Props {
  row: RunRow;
  run: Run | null;
  snapshot: RunSnapshot | null;
  width: number;
  height: number;
}

/** One run: why it died if it did, how far it is, and its curve. */
export function RunPane({ row, run, snapshot, width, height }: Props) {
  const state = snapshot?.state ?? row.state;
  const inner = width - 2;
  const trained = state.outcome === null || state.step !== null;
  const rows = height - 2;
  // A long reason leaves room for bars and numbers; where there is not even that, what comes first counts most.
  const reason = reasonLines(state, inner - 2).slice(0, trained ? Math.max(1, rows - 4) : rows);
  const said = notice(state, snapshot?.series ?? null);
  const chartHeight = rows - reason.length - 4;
  const drawn = snapshot && (state.outcome === null || snapshot.series.step.length > 0);
  return (
    <Pane title={runTitle(row, run, width - 5)} width={width} height={height}>
      {reason.map((line, index) => (
        <Text key={index} color={reasonColor(line)} bold={index === 0} wrap="truncate">
          {` ${cut(line.text, inner - 2)}`}
        </Text>
      ))}
      {trained && rows >= 3 && <ProgressLines state={state} width={inner} />}
      {trained && rows >= 4 && <ValuesLine state={state} series={snapshot?.series ?? null} width={inner} />}
      {trained && rows >= 5 && (
        <Text color={said.tone === 'info' ? theme.quiet : theme[said.tone]} wrap="truncate">
          {said.text === '' ? ' ' : ` ${signs[said.tone]} ${cut(said.text, inner - 4)}`}
        </Text>
      )}
      {trained && drawn && <LossChart state={state} series={snapshot.series} width={inner} height={chartHeight} />}
    </Pane>
  );
}

/**
 * `ID ● training on local · 27 min · RECORDING NAME`. That it is a recording is never cut off: first the recording's
 * name goes, then the end of the id.
 */
export function runTitle(row: RunRow, run: Run | null, width: number): string {
  const { sign } = signOf(row.state);
  const { elapsed_s } = row.state;
  const seconds = isLive(row) ? (Date.now() - Date.parse(row.created)) / 1000 : elapsed_s;
  const time = seconds === null ? '' : ` · ${duration(seconds)}`;
  const rest = ` ${sign} ${stateWord(row.state)} on ${run?.file.host ?? 'local'}${time}`;
  if (row.recording === null) return `${cut(row.id, width - stringWidth(rest))}${rest}`;
  const whole = `${row.id}${rest} · RECORDING ${row.recording}`;
  if (stringWidth(whole) <= width) return whole;
  const short = `${rest} · RECORDING`;
  return `${cut(row.id, width - stringWidth(short))}${short}`;
}

function reasonColor({ tone }: ReasonLine): string | undefined {
  if (tone === 'error' || tone === 'warn') return theme[tone];
  return tone === 'quiet' ? theme.quiet : undefined;
}
