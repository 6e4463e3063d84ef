import type { EyeLook } from './look.js';
import { aroundWord, doneTo, leftWord, tokensWord } from './words.js';

/**
 * The trainer's eye for the ear.
 * @param said the tags of the caption, which were said already
 */
export function sayEye(look: EyeLook | null, said: readonly string[]): string[] {
  if (!look) return ['the trainer does not read this image'];
  const fed = look.draws[0];
  const around = aroundWord(look);
  const { tokens, rules, cutAt } = look;
  const reads = !fed || fed.text === '' ? ': nothing' : fed.text === said.join(', ') ? ' this caption' : `: ${fed.text}`;
  return [
    `the trainer reads${reads}`,
    [doneTo(look), fed && fed.left.length > 0 ? `left out: ${leftWord(fed)}` : '', around].filter(Boolean).join(', '),
    tokens === null ? '' : `${tokensWord(look).replace('▲ ', '').replace('/', ' of ')}${cutAt !== null && fed ? `, cut off before: ${fed.text.slice(cutAt).trim()}` : ''}`,
    ...look.warnings.map(({ level, text }) => `${level === 'warn' ? 'warning' : level === 'error' ? 'error' : 'note'}: ${text}`),
    rules.maxTokens > 75 ? `read in chunks of 75 tokens, up to ${rules.maxTokens}` : '',
  ];
}
