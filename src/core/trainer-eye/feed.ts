import { strip } from '../tags/caption.js';
import { cutsTags, type CaptionRules } from './caption-rules.js';
import { drawWildcards, pick, type Random } from './wildcards.js';

/**
 * What becomes of a part of the caption. `kept` stays in front, `end` at the end, `mixed` stands where chance puts it,
 * `held` could be left out but stays in its order, and `whole` is a caption that is not cut into tags.
 */
export type Role = 'kept' | 'mixed' | 'held' | 'end' | 'whole';

export interface Part {
  text: string;
  role: Role;
}

/** What one step is fed of a caption. */
export interface Fed {
  /** What goes to the tokenizer. */
  text: string;
  /** The text in parts, in its order; between parts that are tags stands `, `. */
  parts: readonly Part[];
  /** Tags that this step is not fed: left out by chance, or not yet part of it (warm-up). */
  left: readonly { text: string; why: 'chance' | 'warm-up' }[];
  /** Why the step has no caption at all; null when it has one. */
  without: 'chance' | 'epoch' | null;
  /** With wildcards: which line was drawn, from 1, of how many. */
  line: { number: number; of: number } | null;
}

/** When in a training the caption is asked for. */
export interface Moment {
  /** From 1. */
  epoch: number;
  /** From 0; Infinity = when the warm-up is over. */
  step: number;
  /** All steps; needed where the warm-up is a share of them. */
  steps: number;
}

export const afterWarmup: Moment = { epoch: 1, step: Infinity, steps: 1600 };

/**
 * What the trainer feeds of a caption in one step, in its order of doing things: prefix and suffix, leaving the caption
 * out, the line and the wildcards, then tags (kept, warmed up, mixed, left out), then the second separator.
 *
 * @param text as {@link loadedCaption} gives it
 */
export function feed(text: string, rules: CaptionRules, random: Random, moment: Moment = afterWarmup): Fed {
  // The text encoders have seen the caption once, when nothing was done to it yet.
  if (rules.cachedTexts) return { text, parts: [{ text, role: 'whole' }], left: [], without: null, line: null };
  let caption = text;
  if (rules.prefix !== '') caption = `${rules.prefix} ${caption}`;
  if (rules.suffix !== '') caption = `${caption} ${rules.suffix}`;
  const byChance = rules.dropoutRate > 0 && random() < rules.dropoutRate;
  const byEpoch = rules.dropoutEveryEpochs > 0 && moment.epoch % rules.dropoutEveryEpochs === 0;
  if (byChance || byEpoch) return { text: '', parts: [], left: [], without: byChance ? 'chance' : 'epoch', line: null };

  const lines = caption.split('\n');
  const number = rules.wildcard && lines.length > 1 ? pick(lines.length, random) : 0;
  const drawn = lines[number] ?? '';
  const line = rules.wildcard && lines.length > 1 ? { number: number + 1, of: lines.length } : null;
  const fed = fedTags(rules.wildcard ? drawWildcards(drawn, random) : drawn, rules, random, moment);
  return { ...withSecondary(fed, rules), without: null, line };
}

function fedTags(caption: string, rules: CaptionRules, random: Random, moment: Moment): Pick<Fed, 'text' | 'parts' | 'left'> {
  if (!cutsTags(rules) || rules.separator === '') return { text: caption, parts: [{ text: caption, role: 'whole' }], left: [] };
  const { kept, free, end } = cutCaption(caption, rules);
  const count = warmedUp(free.length, rules, moment);
  const left: { text: string; why: 'chance' | 'warm-up' }[] = free.slice(count).map((tag) => ({ text: tag, why: 'warm-up' }));
  const warm = free.slice(0, count);
  const mixed = rules.shuffle ? shuffled(warm, random) : warm;
  const fed = mixed.filter((tag) => {
    if (rules.tagDropoutRate <= 0 || random() >= rules.tagDropoutRate) return true;
    left.push({ text: tag, why: 'chance' });
    return false;
  });
  const as = (role: Role) => (tag: string): Part => ({ text: tag, role });
  const parts = [...kept.map(as('kept')), ...fed.map(as(rules.shuffle ? 'mixed' : 'held')), ...end.map(as('end'))];
  return { text: parts.map((part) => part.text).join(', '), parts, left };
}

/** A caption cut into tags: those that stay in front, those that chance moves or leaves out, those that stay at the end. */
export interface CutCaption {
  kept: string[];
  free: string[];
  end: string[];
}

/**
 * Cuts a caption as the trainer does. With its separator for kept tags in it, `keep_tokens` does not count and empty places
 * are passed over; without, an empty place between commas counts as a tag.
 */
export function cutCaption(caption: string, { separator, keepSeparator, keepTokens }: CaptionRules): CutCaption {
  const tags = (part: string) => part.split(separator).map(strip);
  const at = keepSeparator === '' ? -1 : caption.indexOf(keepSeparator);
  if (at < 0) {
    const all = tags(strip(caption));
    const count = Math.max(0, keepTokens);
    return { kept: all.slice(0, count), free: all.slice(count), end: [] };
  }
  const filled = (part: string) => tags(part).filter((tag) => tag !== '');
  const rest = caption.slice(at + keepSeparator.length);
  const second = rest.indexOf(keepSeparator);
  const middle = second < 0 ? rest : rest.slice(0, second);
  return { kept: filled(caption.slice(0, at)), free: filled(middle), end: second < 0 ? [] : filled(rest.slice(second + keepSeparator.length)) };
}

/** How many of the tags that are not kept are fed at this moment. */
function warmedUp(count: number, { warmupSteps, warmupTags }: CaptionRules, { step, steps }: Moment): number {
  const end = warmupSteps < 1 ? Math.floor(warmupSteps * steps) : warmupSteps;
  if (!end || step >= end) return count;
  const now = Math.floor(step * ((count - warmupTags) / end)) + warmupTags;
  // A number under 0 counts from the end, as in Python.
  return now < 0 ? Math.max(0, count + now) : Math.min(now, count);
}

function withSecondary<T extends Pick<Fed, 'text' | 'parts'>>(fed: T, { secondarySeparator, separator }: CaptionRules): T {
  if (secondarySeparator === '') return fed;
  const swap = (text: string) => text.replaceAll(secondarySeparator, () => separator);
  return { ...fed, text: swap(fed.text), parts: fed.parts.map((part) => ({ ...part, text: swap(part.text) })) };
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at--) {
    const other = pick(at + 1, random);
    [out[at], out[other]] = [out[other] as Item, out[at] as Item];
  }
  return out;
}
