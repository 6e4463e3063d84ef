import { chunkEnds, chunkTokens } from '../../../core/clip/count-tokens.js';
import type { Concept, Picture } from '../../../core/dataset/model.js';
import type { SettingsFile } from '../../../core/settings/file.js';
import { captionRules, isRandom, type CaptionRules } from '../../../core/trainer-eye/caption-rules.js';
import { afterWarmup, feed, type Fed } from '../../../core/trainer-eye/feed.js';
import { fedTokens } from '../../../core/trainer-eye/fed-tokens.js';
import { loadedCaption } from '../../../core/trainer-eye/loaded-caption.js';
import { eyeWarnings, type EyeWarning } from '../../../core/trainer-eye/warnings.js';
import { seeded } from '../../../core/trainer-eye/wildcards.js';

/** What the trainer reads of a picture's caption with the settings of now. */
export interface EyeLook {
  rules: CaptionRules;
  /** The first draw, and those after it; a single one where every step is fed the same. */
  draws: readonly Fed[];
  random: boolean;
  /** Tokens of the first draw; null until they can be counted. */
  tokens: number | null;
  /** Where in the text of the first draw each chunk of 75 tokens ends. */
  ends: readonly number[];
  /** Where in it the trainer stops reading; null when it reads all. */
  cutAt: number | null;
  warnings: readonly EyeWarning[];
}

const rulesOfFile = new WeakMap<SettingsFile, CaptionRules>();

export interface LookOptions {
  /** Number of the first draw, which is also its epoch less one. */
  first: number;
  /** How many draws are shown. */
  count: number;
  /** The tokenizer is there. */
  counts: boolean;
}

/** Looks at a picture as the trainer does. */
export function lookAt(picture: Picture, concept: Concept, settings: SettingsFile, { first, count, counts }: LookOptions): EyeLook {
  let rules = rulesOfFile.get(settings);
  if (!rules) rulesOfFile.set(settings, (rules = captionRules(settings)));
  const loaded = loadedCaption(picture, concept.activationText, rules);
  const random = loaded.from !== 'dies' && isRandom(rules, loaded.text);
  const seed = seedOf(picture.path);
  const given = rules;
  const draws = Array.from({ length: random ? count : 1 }, (_, at) => feed(loaded.text, given, seeded(seed + first + at), { ...afterWarmup, epoch: first + at + 1 }));
  const text = draws[0]?.text ?? '';
  const tokens = counts ? fedTokens(text, rules) : null;
  const warnings = eyeWarnings({ picture, loaded, rules, activation: concept.activation, tokens });
  // Where brackets are no text, places in the text say nothing of places among the tokens.
  const ends = tokens === null || rules.weighted ? [] : chunkEnds(text);
  return { rules, draws, random, tokens, ends, cutAt: ends[rules.maxTokens / chunkTokens - 1] ?? null, warnings };
}

/** The same for a picture in every session. */
function seedOf(path: string): number {
  let seed = 0;
  for (let at = 0; at < path.length; at++) seed = (Math.imul(seed, 31) + path.charCodeAt(at)) | 0;
  return seed;
}
