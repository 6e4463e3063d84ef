import { counted, number } from '../../../core/words.js';
import type { Fed } from '../../../core/trainer-eye/feed.js';
import type { EyeLook } from './look.js';

/** Findings that the eye shows on the image itself. */
export const saidByEye: ReadonlySet<string> = new Set(['R-65', 'R-86', 'R-87']);

/** `23/75 tokens`, with a sign where some are cut off. */
export function tokensWord({ tokens, rules }: Pick<EyeLook, 'tokens' | 'rules'>): string {
  if (tokens === null) return `…/${rules.maxTokens} tokens`;
  return `${tokens > rules.maxTokens ? '▲ ' : ''}${number(tokens)}/${rules.maxTokens} tokens`;
}

/** What is done to a caption: `1 kept · 7 mixed · 2 left out`, or that nothing is. */
export function doneTo({ draws, random, rules }: EyeLook): string {
  const fed = draws[0];
  if (!fed) return '';
  if (fed.without !== null) return withoutWord(fed, rules.dropoutEveryEpochs);
  const count = (role: string) => fed.parts.filter((part) => part.role === role).length;
  const counts: [number, string][] = [
    [count('kept'), 'kept in front'],
    [count('mixed'), 'mixed'],
    [count('held'), 'in their order'],
    [count('end'), 'kept at the end'],
    [fed.left.length, 'left out'],
  ];
  const words = counts.flatMap(([many, what]) => (many > 0 ? [`${many} ${what}`] : []));
  if (fed.line) words.unshift(`line ${fed.line.number} of ${fed.line.of}`);
  if (!random) words.push(rules.cachedTexts ? 'as it was cached, the same at every step' : 'the same at every step');
  return words.join(' · ');
}

/** Why a step has no caption. */
export function withoutWord({ without }: Fed, every: number): string {
  return without === 'epoch' ? `no caption in every ${every === 1 ? '' : `${ordinal(every)} `}epoch` : 'no caption in this step, by chance';
}

/** What is put before and behind every caption; empty when nothing is. */
export function aroundWord({ rules }: Pick<EyeLook, 'rules'>): string {
  if (rules.cachedTexts) return '';
  return [rules.prefix && `“${rules.prefix}” before it`, rules.suffix && `“${rules.suffix}” behind it`].filter(Boolean).join(', ');
}

/** The tags that the first draw lacks. */
export function leftWord(fed: Fed): string {
  const late = fed.left.filter(({ why }) => why === 'warm-up').length;
  const names = fed.left.filter(({ why }) => why === 'chance').map(({ text }) => text);
  return [names.join(', '), late > 0 ? `${counted(late, 'tag')} not yet` : ''].filter(Boolean).join(' · ');
}

function ordinal(count: number): string {
  return count === 2 ? '2nd' : count === 3 ? '3rd' : `${count}th`;
}
