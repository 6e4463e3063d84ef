import { isNaturalCaption } from '../dataset/query/searchable.js';
import { printable } from '../printable.js';
import { convertAliases, convertTo } from '../tags/convert.js';
import { tagKey } from '../tags/same-tag.js';
import { counterparts } from '../vocabulary/counterparts.js';
import { siteNames } from '../vocabulary/model.js';
import { nameKey, written } from '../vocabulary/names.js';
import { aliasVerdict } from '../vocabulary/verdicts.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { counted } from '../words.js';
import { paths, scopeOf, type Check, type CheckContext } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';
import type { Names } from './names.js';
import { countTags, havingTags, tagOf } from './tag-numbers.js';

/** A name on fewer posts is hardly known to a model that was trained on its site; the house's number. */
export const fewPosts = 100;

/** What is to be said of a tag. */
type Fault =
  | { kind: 'other site'; name: string; sure: boolean }
  | { kind: 'alias'; name: string }
  | { kind: 'unknown' }
  | { kind: 'rare'; posts: number };

/** T10 and T11: tags that the model hardly knows, aliases, and the other site's spelling. */
export const knownNames: Check = (context) => {
  const { names, file, dataset } = context;
  if (!names || file.style === 'natural') return [];
  const kept = new Set(file.keepTags.map(tagKey));
  const counts = countTags(dataset);
  const faults = new Map<number, Fault>();
  for (let number = 0; number < counts.length; number++) {
    if (counts[number] === 0 || kept.has(tagKey(tagOf(number)))) continue;
    const fault = faultOf(names, tagOf(number));
    if (fault) faults.set(number, fault);
  }
  if (faults.size === 0) return [];
  const of = (kind: (fault: Fault) => boolean) => [...faults].filter(([, fault]) => kind(fault)).sort(([a], [b]) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return [
    ...otherSite(context, names, of(({ kind }) => kind === 'other site')),
    ...aliases(context, names, of(({ kind }) => kind === 'alias')),
    ...hardlyKnown(context, names, of(({ kind }) => kind === 'unknown' || kind === 'rare')),
  ];
};

const judged = new WeakMap<Vocabulary, Map<string, Fault | null>>();

/** Judged once for each spelling of each vocabulary. */
function faultOf({ vocabulary, whole }: Names, tag: string): Fault | null {
  let known = judged.get(vocabulary);
  if (!known) judged.set(vocabulary, (known = new Map<string, Fault | null>()));
  let fault = known.get(tag);
  if (fault === undefined) known.set(tag, (fault = judge(vocabulary, whole, tag)));
  return fault;
}

function judge(vocabulary: Vocabulary, whole: boolean, tag: string): Fault | null {
  const entry = vocabulary.find(tag);
  if (vocabulary.isInUse(entry)) {
    const posts = vocabulary.posts(entry);
    return whole && posts !== null && posts < fewPosts ? { kind: 'rare', posts } : null;
  }
  const { same, near } = counterparts(vocabulary.site);
  const equal = same.get(nameKey(tag));
  if (equal !== undefined) return { kind: 'other site', name: equal, sure: true };
  const close = near.get(nameKey(tag))?.find(({ relation }) => relation !== '!');
  if (close) return { kind: 'other site', name: close.name, sure: false };
  const verdict = aliasVerdict(vocabulary, tag);
  if (verdict && typeof verdict === 'object' && 'to' in verdict) return { kind: 'alias', name: verdict.to };
  // What comes with the program is a small part of a site: what it does not hold may well be known.
  return whole && !(entry >= 0 && vocabulary.isAlias(entry)) ? { kind: 'unknown' } : null;
}

type Found = readonly [number: number, fault: Fault];

function otherSite(context: CheckContext, { vocabulary }: Names, found: readonly Found[]): Finding[] {
  if (found.length === 0) return [];
  const wrong = having(context, found);
  const shown = listedTags(found, ([number, fault]) => `“${tagOf(number)}” (${'name' in fault ? written(fault.name) : ''}${'sure' in fault && !fault.sure ? '?' : ''})`);
  const other = siteNames[vocabulary.site === 'e6' ? 'booru' : 'e6'];
  const message = `${counted(found.length, 'tag', 'is', 'are')} spelt as on ${other}, while this workspace’s names are ${siteNames[vocabulary.site]}’s: ${shown}.`;
  const sure = found.filter(([, fault]) => fault.kind === 'other site' && fault.sure);
  const keep = [...context.file.keepTags];
  const fix: Fix | null = sure.length === 0 ? null : {
    label: sure.length === found.length ? 'convert them' : `convert the ${sure.length} that mean the same`,
    change: async () => convertTo(scopeOf(context, wrong), vocabulary, null, { keep }),
  };
  return [finding({ rule: 'T11', level: 'warn', images: paths(wrong), message, fix })];
}

function aliases(context: CheckContext, { vocabulary }: Names, found: readonly Found[]): Finding[] {
  if (found.length === 0) return [];
  const wrong = having(context, found);
  const shown = listedTags(found, ([number, fault]) => `“${tagOf(number)}” (${'name' in fault ? written(fault.name) : ''})`);
  const message = `${counted(found.length, 'tag', 'is another name', 'are other names')} for what ${siteNames[vocabulary.site]} calls otherwise, so the model has hardly seen ${found.length === 1 ? 'it' : 'them'}: ${shown}.`;
  const fix: Fix = { label: 'write them by their names', change: async () => convertAliases(scopeOf(context, wrong), vocabulary, { keep: context.file.keepTags }) };
  return [finding({ rule: 'T10', level: 'warn', images: paths(wrong), message, fix })];
}

function hardlyKnown(context: CheckContext, { vocabulary }: Names, found: readonly Found[]): Finding[] {
  if (found.length === 0) return [];
  const shown = listedTags(found, ([number, fault]) => `“${tagOf(number)}” (${fault.kind === 'rare' ? counted(fault.posts, 'post') : 'none'})`);
  const message = `${counted(found.length, 'tag', 'is', 'are')} hardly known to the model, by ${siteNames[vocabulary.site]}’s posts: ${shown}. Replace, or name under keep_tags what is meant.`;
  return [finding({ rule: 'T10', level: 'warn', images: paths(having(context, found)), message })];
}

function having(context: CheckContext, found: readonly Found[]) {
  const most = found.reduce((max, [number]) => Math.max(max, number), 0);
  const wanted = new Uint8Array(most + 1);
  for (const [number] of found) wanted[number] = 1;
  return havingTags(context.dataset, wanted).filter((picture) => !isNaturalCaption(picture));
}

function listedTags(found: readonly Found[], show: (one: Found) => string): string {
  const shown = found.slice(0, 3).map((one) => printable(show(one))).join(', ');
  return found.length > 3 ? `${shown} and ${found.length - 3} more` : shown;
}
