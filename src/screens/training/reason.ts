import type { RunState } from '../../core/training/run-state.js';
import { wrap } from '../parts/text.js';
import { outcomeSentence, signOf, stateWord } from './words.js';

export interface ReasonLine {
  text: string;
  tone: 'error' | 'warn' | 'plain' | 'quiet';
}

/**
 * Why a run ended that did not finish: the outcome, what is behind it, what to change, then the trainer's own words.
 * Empty for one that is live or finished. The cause stands in the first line, as that is what a person looks for.
 */
export function reasonLines(state: RunState, width: number): ReasonLine[] {
  const { outcome, error } = state;
  if (outcome === null || outcome === 'finished') return [];
  const tone = outcome === 'failed' || outcome === 'no-data' ? 'error' : 'warn';
  const first = `${signOf(state).sign} ${stateWord(state)}: ${error?.cause ?? outcomeSentence(outcome)}`;
  const lines = wrap(first, width).map((text): ReasonLine => ({ text, tone }));
  if (error?.advice) lines.push(...hanging('→ ', error.advice, width, 'plain'));
  if (error) {
    const said = outcome === 'no-data' ? error.message : `${error.type}: ${error.message}`;
    // Some exceptions carry a page of text; the log has all of it.
    lines.push(...hanging('  ', said, width, 'quiet').slice(0, 4));
  }
  return lines;
}

function hanging(lead: string, text: string, width: number, tone: ReasonLine['tone']): ReasonLine[] {
  return wrap(text, width - lead.length).map((line, row) => ({ text: `${row === 0 ? lead : ' '.repeat(lead.length)}${line}`, tone }));
}
