import type { SettingsFile } from '../../core/settings/file.js';
import type { Conversion } from '../../core/tags/convert.js';
import type { Dropped } from '../../core/tags/prune.js';
import type { Site } from '../../core/vocabulary/model.js';
import { counted } from '../../core/words.js';
import { complain } from '../print.js';
import { fail } from '../run-program.js';
import type { Given, Prepared } from './action.js';
import { tagsOfWords, type TagOptions } from './options.js';

/** So many rows are printed; `--json` has them all. */
const mostRows = 20;

/** `prune`: what the vocabulary says of the captions' tags, and the tags that go for it. */
export function readPrune(words: readonly string[], { except = '', byActivation = false }: TagOptions) {
  if (words.length > 0) fail('tags prune takes no tags; --where chooses images, and --except names tags that stay.', 2);
  return async ({ dataset, scope }: Given): Promise<Prepared> => {
    const { settings, site } = await siteInForce(dataset.root, 'prune');
    const { captionRules } = await import('../../core/trainer-eye/caption-rules.js');
    const { pruneImplied } = await import('../../core/tags/prune.js');
    const keep = [...settings.ours.keep_tags, ...tagsOfWords([except])];
    const change = pruneImplied(scope, await open(site), { keep, byActivation, front: captionRules(settings).keepTokens });
    return { change, told: { json: { dropped: change.dropped }, lines: droppedLines(change.dropped) } };
  };
}

/** `convert`: aliases by their names, or the names of one site as the other has them. */
export function readConvert(words: readonly string[], { aliases = false, to, loose = false, except = '', setStyle = false }: TagOptions) {
  if (words.length > 0) fail('tags convert takes no tags; --where chooses images, and --except names tags that stay.', 2);
  if (aliases === (to !== undefined)) fail('tags convert needs --aliases, or --to e6 or booru.', 2);
  if (to !== undefined && to !== 'e6' && to !== 'booru') fail('--to is e6 or booru.', 2);
  if (setStyle && to === undefined) fail('--set-style goes with --to.', 2);
  return async ({ dataset, scope }: Given): Promise<Prepared> => {
    const { convertAliases, convertTo } = await import('../../core/tags/convert.js');
    const { readSettings } = await import('../../core/settings/file.js');
    const settings = await readSettings(dataset.root);
    const options = { loose, keep: [...settings.ours.keep_tags, ...tagsOfWords([except])] };
    if (to === undefined) {
      const { site } = await siteInForce(dataset.root, 'convert --aliases');
      const change = convertAliases(scope, await open(site), options);
      return { change, told: told(change) };
    }
    const change = convertTo(scope, await open(to), await open(to === 'e6' ? 'booru' : 'e6'), options);
    if (!setStyle) return { change, told: told(change) };
    const { withStyle } = await import('../../core/tags/with-style.js');
    return { change: withStyle(change, settings, to), told: told(change) };
  };
}

/** The site whose names count in a workspace. */
async function siteInForce(root: string, action: string): Promise<{ settings: SettingsFile; site: Site }> {
  const { readSettings } = await import('../../core/settings/file.js');
  const { siteOfWorkspace } = await import('../../core/vocabulary/for-workspace.js');
  const settings = await readSettings(root);
  const site = siteOfWorkspace(settings.ours);
  return site === null ? fail(`tags ${action} needs a vocabulary, and this workspace has none: loradeck.toml says style = "natural" or vocabulary = "none".`, 2) : { settings, site };
}

async function open(site: Site) {
  const { openedVocabulary } = await import('../../core/vocabulary/opened.js');
  const { vocabulary, problem } = await openedVocabulary(site);
  if (problem !== null) complain(problem);
  return vocabulary;
}

function droppedLines(dropped: readonly Dropped[]): string[] {
  const lines = dropped.slice(0, mostRows).map(({ tag, images, left, by: [first, ...others] }) => {
    const way = first ? [...first.path].reverse().join(' ← ') : tag;
    const more = others.length > 0 ? ` and ${counted(others.length, 'other')}` : '';
    return `${String(images).padStart(6)}  ${way}${more}${left > 0 ? `; ${counted(left, 'image', 'keeps', 'keep')} it` : ''}`;
  });
  return dropped.length > mostRows ? [...lines, `        … and ${dropped.length - mostRows} more`] : lines;
}

const relations: Readonly<Record<string, string>> = { '~': 'near', '<': 'e621’s is wider', '>': 'e621’s is narrower', '+': 'the picture tells how many', '!': 'spelt alike, and something else' };

function told({ converted, left }: Conversion): NonNullable<Prepared['told']> {
  const rows = [
    ...converted.map(({ from, to, images }) => `${String(images).padStart(6)}  ${from} → ${to}`),
    ...left.filter(({ near }) => near.length > 0).map(({ tag, near, images }) => `${String(images).padStart(6)}  ${tag} stays: ${near.map(({ name, relation }) => `${name} (${relations[relation] ?? ''})`).join(', ')}`),
    ...left.filter(({ near }) => near.length === 0).map(({ tag, images }) => `${String(images).padStart(6)}  ${tag} stays: no name is known for it`),
  ];
  const lines = rows.length > mostRows ? [...rows.slice(0, mostRows), `        … and ${rows.length - mostRows} more`] : rows;
  return { json: { converted, left }, lines };
}
