import type { Concept, Picture } from '../dataset/model.js';
import type { Change } from '../journal/change.js';
import { printable } from '../printable.js';
import { isUtf8, joinCaption, splitCaption, strip } from '../tags/caption.js';
import { editCaptions } from '../tags/edit-captions.js';
import { isNatural } from '../tags/natural.js';
import { keepsUnderscores, normalise } from '../tags/normalise.js';
import { repairEncoding } from '../tags/repair-encoding.js';
import { tagKey } from '../tags/same-tag.js';
import { TagLine } from '../tags/tag-line.js';
import { counted } from '../words.js';
import { eachConcept, paths, remembered, scopeOf, type Check } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** T12: captions that are not UTF-8, on which the trainer stops. */
export const encodings: Check = (context) =>
  eachConcept(context, ({ folder, pictures }) => {
    const foreign = pictures.filter(({ caption }) => caption !== null && caption.bytes > 0 && !isUtf8(caption));
    if (foreign.length === 0) return [];
    const message = `${counted(foreign.length, 'caption', 'is', 'are')} not UTF-8, and the trainer stops on ${foreign.length === 1 ? 'it' : 'them'}.`;
    const fix: Fix = { label: 'save as UTF-8', change: () => repairEncoding(context.dataset.root, foreign) };
    return [finding({ rule: 'T12', level: 'error', blocks: true, concept: folder, images: paths(foreign), message, fix })];
  });

/** T12: duplicates, stray separators, underscores, marks and line ends of other systems. */
export const untidy: Check = (context) => {
  if (context.file.style === 'natural') return [];
  return eachConcept(context, (concept) => {
    const { folder, pictures } = concept;
    const faults = untidiness(concept);
    const wrong = pictures.filter((picture) => faults(picture).length > 0);
    if (wrong.length === 0) return [];
    const counts = new Map<string, number>();
    for (const picture of wrong) for (const fault of faults(picture)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    const named = [...counts].sort((a, b) => b[1] - a[1]).map(([fault, count]) => (wrong.length === 1 ? fault : `${fault} (${count})`));
    const message = `${counted(wrong.length, 'caption', 'is', 'are')} untidy: ${named.join(', ')}.`;
    const fix: Fix = { label: 'put them in order', change: async () => normalise(scopeOf(context, wrong)) };
    return [finding({ rule: 'T12', level: 'warn', concept: folder, images: paths(wrong), message, fix })];
  });
};

/** What is untidy, for each activation text: its tags keep the spelling that they have. */
const known = new Map<string, (picture: Picture) => readonly string[]>();

function untidiness({ activation }: Concept): (picture: Picture) => readonly string[] {
  const key = activation.join('\n');
  let look = known.get(key);
  if (!look) {
    const pinnedKeys = new Set(activation.map(tagKey));
    known.set(key, (look = remembered((picture) => faultsOf(picture, pinnedKeys))));
  }
  return look;
}

function faultsOf({ caption }: Picture, activation: ReadonlySet<string>): string[] {
  if (caption === null || !isUtf8(caption)) return [];
  const faults: string[] = [];
  if (caption.encoding === 'utf-8-bom' || caption.text.startsWith('\ufeff')) faults.push('a byte order mark, which the trainer takes for a part of the first tag');
  if (caption.text.includes('\r')) faults.push('Windows line ends');
  if (isNatural(caption.text)) return faults;
  const { pieces } = splitCaption(caption.text);
  const tags = pieces.map(strip);
  if (hasDouble(tags)) faults.push('duplicate tags');
  // A blank line is T01's to say; one piece alone has no separator.
  if (pieces.length > 1 && tags.includes('')) faults.push('empty places between commas');
  else if (pieces.some((piece, at) => piece !== (at === 0 ? '' : ' ') + tags[at])) faults.push('odd spacing');
  if (tags.some((tag) => tag.includes('_') && !activation.has(tagKey(tag)) && !keepsUnderscores(tag))) faults.push('underscores for spaces');
  return faults;
}

function hasDouble(tags: readonly string[]): boolean {
  const filled = tags.filter((tag) => tag !== '').map(tagKey);
  return new Set(filled).size < filled.length;
}

/** T12: one tag in several spellings through the set, such as `Solo` and `solo`, or `a (b)` and `a \(b\)`. */
export const mixedSpellings: Check = (context): Finding[] => {
  if (context.file.style === 'natural') return [];
  const activation = new Set(context.dataset.concepts.flatMap((concept) => concept.activation.map(tagKey)));
  const spellings = new Map<string, Map<string, number>>();
  for (const { pictures } of context.dataset.concepts) {
    for (const { tags } of pictures) {
      for (const tag of tags) {
        const key = tagKey(tag);
        let known = spellings.get(key);
        if (!known) spellings.set(key, (known = new Map<string, number>()));
        known.set(tag, (known.get(tag) ?? 0) + 1);
      }
    }
  }
  const usual = new Map<string, string>();
  for (const [key, counts] of spellings) {
    if (counts.size === 1 || activation.has(key)) continue;
    const most = usualOf(counts);
    if ([...counts.keys()].some((tag) => isRespelled(tag, most))) usual.set(key, most);
  }
  if (usual.size === 0) return [];
  const wrong = context.dataset.concepts.flatMap(({ pictures }) => pictures.filter(({ tags }) => tags.some((tag) => isRespelled(tag, usual.get(tagKey(tag))))));
  const examples = [...usual].slice(0, 3).map(([key, most]) => {
    const other = [...(spellings.get(key)?.keys() ?? [])].find((tag) => isRespelled(tag, most));
    return `“${printable(most)}” and “${printable(other ?? '')}”`;
  });
  const message = `${counted(usual.size, 'tag', 'is', 'are')} written in more than one way: ${examples.join('; ')}${usual.size > 3 ? '; …' : ''}.`;
  const fix: Fix = { label: 'write each as it is written most', change: async () => respell(scopeOf(context, wrong), usual) };
  return [finding({ rule: 'T12', level: 'warn', images: paths(wrong), message, fix })];
};

/** The spelling that is written most; of several the one in lower case, then the one with spaces. */
function usualOf(counts: ReadonlyMap<string, number>): string {
  const rank = (tag: string) => (tag === tag.toLowerCase() ? 0 : 2) + (tag.includes('_') ? 1 : 0);
  return [...counts].reduce((a, b) => ((b[1] - a[1] || rank(a[0]) - rank(b[0])) > 0 ? b : a))[0];
}

/** Is it another spelling than by an underscore, which `untidy` sees to? */
function isRespelled(tag: string, usual: string | undefined): boolean {
  return usual !== undefined && tag !== usual && tag.replace(/_/g, ' ') !== usual.replace(/_/g, ' ');
}

function respell(scope: Parameters<typeof editCaptions>[0], usual: ReadonlyMap<string, string>): Change {
  return editCaptions(scope, (images) => `wrote tags in one way in ${images}`, ({ text }) => {
    const { pieces, rest } = splitCaption(text);
    const line = new TagLine(pieces);
    for (const [at, tag] of line.tags.entries()) {
      const most = usual.get(tagKey(tag));
      if (most !== undefined && isRespelled(tag, most)) line.replace(at, most);
    }
    // In one spelling a tag may stand there twice.
    const seen = new Set<string>();
    for (let at = 0; at < line.tags.length; ) {
      const key = tagKey(line.tags[at] ?? '');
      if (usual.has(key) && seen.has(key)) line.remove(at);
      else at++;
      seen.add(key);
    }
    return joinCaption({ pieces: line.pieces, rest });
  });
}
