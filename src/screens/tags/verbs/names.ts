import type { SettingsFile } from '../../../core/settings/file.js';
import type { Conversion } from '../../../core/tags/convert.js';
import type { Dropped } from '../../../core/tags/prune.js';
import { siteOfWorkspace } from '../../../core/vocabulary/for-workspace.js';
import { siteNames, type Site } from '../../../core/vocabulary/model.js';
import type { Opened } from '../../../core/vocabulary/store.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { choose, type Choice } from '../../parts/choose.js';
import { diffLines, type DiffRow } from '../../parts/diff.js';
import type { Target } from '../scope.js';
import { proposeTags } from './propose-tags.js';

/** So many tags are named above the captions. */
const mostRows = 12;

/** Shows what taking out implied tags (T08) would change: each tag with the way to it and how often it goes, then the captions. */
export async function proposePrune(deck: Deck, target: Target): Promise<void> {
  const found = inForce(deck, 'take out what is implied');
  if (!found) return;
  const { vocabulary, about, problem } = await open(found.site);
  const { pruneImplied } = await import('../../../core/tags/prune.js');
  const { captionRules } = await import('../../../core/trainer-eye/caption-rules.js');
  const options = { keep: found.settings.ours.keep_tags, front: captionRules(found.settings).keepTokens };
  const change = pruneImplied(target.scope, vocabulary, options);
  const title = `take out what is implied (T08), by ${siteNames[found.site]}`;
  const notes = about.ownImplications ? [] : [`Known is what comes with the program; a list of ${siteNames[found.site]}’s implications that is imported tells all.`];
  proposeTags(deck, target, title, 'hold nothing implied', () => change, { rows: [...droppedRows(change.dropped), ...diffLines(change)], notes }, problem);
}

function droppedRows(dropped: readonly Dropped[]): DiffRow[] {
  const rows = dropped.slice(0, mostRows).map(({ tag, images, left, by: [first, ...others] }): DiffRow => ({
    file: counted(images, 'image'),
    between: '  ',
    pieces: [
      { text: tag, state: 'removed' },
      { text: `← ${[...(first?.path ?? [])].reverse().slice(1).join(' ← ')}${others.length > 0 ? ` and ${counted(others.length, 'other')}` : ''}`, state: 'kept' },
      ...(left > 0 ? [{ text: `· ${counted(left, 'image', 'keeps', 'keep')} it`, state: 'kept' as const }] : []),
    ],
  }));
  return more(rows, dropped.length);
}

/** Asks which names are to become which, then shows what that would change. */
export function askConvert(deck: Deck, target: Target): void {
  const { settings } = deck.session.getState();
  if (!settings) return;
  const site = siteOfWorkspace(settings.ours);
  const choices: Choice[] = [];
  if (site !== null) {
    choices.push({
      label: 'aliases, to the names they stand for',
      about: `What ${siteNames[site]} calls otherwise (T10). An alias that tells how many, such as 3girls, stays.`,
      run: () => aliases(deck, target, settings, site),
    });
  }
  for (const to of site === 'e6' ? (['e6', 'booru'] as const) : (['booru', 'e6'] as const)) {
    for (const loose of [false, true]) {
      const withStyle = to !== settings.ours.style;
      choices.push({
        label: `to ${siteNames[to]}’s names${loose ? ', near ones too' : ''}${withStyle ? ', and the style with them' : ''}`,
        about: `${loose ? 'Also names that are near, wider or narrower; not those that only the picture tells apart.' : 'Names that mean the same (T11); near ones are named and stay.'}${withStyle ? ` loradeck.toml then says style = "${to}".` : ''}`,
        run: () => toSite(deck, target, settings, to, { loose, withStyle }),
      });
    }
  }
  choose(deck, `convert names · ${target.name}`, choices);
}

async function aliases(deck: Deck, target: Target, settings: SettingsFile, site: Site): Promise<void> {
  const { vocabulary, problem } = await open(site);
  const { convertAliases } = await import('../../../core/tags/convert.js');
  const change = convertAliases(target.scope, vocabulary, { keep: settings.ours.keep_tags });
  proposeConversion(deck, target, 'convert aliases', change, change, problem);
}

async function toSite(deck: Deck, target: Target, settings: SettingsFile, to: Site, { loose, withStyle }: { loose: boolean; withStyle: boolean }): Promise<void> {
  const { vocabulary, problem } = await open(to);
  const other = await open(to === 'e6' ? 'booru' : 'e6');
  const { convertTo } = await import('../../../core/tags/convert.js');
  const change = convertTo(target.scope, vocabulary, other.vocabulary, { loose, keep: settings.ours.keep_tags });
  const whole = withStyle ? (await import('../../../core/tags/with-style.js')).withStyle(change, settings, to) : change;
  proposeConversion(deck, target, `convert to ${siteNames[to]}’s names`, change, whole, problem ?? other.problem);
}

function proposeConversion(deck: Deck, target: Target, title: string, change: Conversion, whole: Conversion, problem: string | null): void {
  proposeTags(deck, target, title, 'have none to convert', () => whole, { rows: [...conversionRows(change), ...diffLines(whole)] }, problem);
}

const relations: Readonly<Record<string, string>> = { '~': 'near', '<': 'e621’s is wider', '>': 'e621’s is narrower', '+': 'the picture tells how many', '!': 'spelt alike, and something else' };

function conversionRows({ converted, left }: Conversion): DiffRow[] {
  const all = [
    ...converted.map(({ from, to, images }): DiffRow => ({ file: counted(images, 'image'), between: ' ', pieces: [{ text: from, state: 'removed' }, { text: to, state: 'added' }] })),
    ...left.filter(({ near }) => near.length > 0).map(({ tag, near, images }): DiffRow => stays(images, `${tag} stays: ${near.map(({ name, relation }) => `${name} (${relations[relation] ?? ''})`).join(', ')}`)),
  ];
  const unknown = left.filter(({ near }) => near.length === 0);
  const rows = more(all.slice(0, mostRows), all.length);
  if (unknown.length === 0) return rows;
  const named = unknown.slice(0, 5).map(({ tag }) => tag).join(', ');
  return [...rows, { file: counted(unknown.length, 'tag'), pieces: [{ text: `no name is known for ${named}${unknown.length > 5 ? ', …' : ''}`, state: 'kept' }] }];
}

function stays(images: number, text: string): DiffRow {
  return { file: counted(images, 'image'), pieces: [{ text, state: 'kept' }] };
}

function more(rows: DiffRow[], all: number): DiffRow[] {
  return all > rows.length ? [...rows, { file: '', pieces: [{ text: `… and ${counted(all - rows.length, 'more tag')}`, state: 'kept' }] }] : rows;
}

/** The workspace's site; says why where there is none. */
function inForce(deck: Deck, what: string): { settings: SettingsFile; site: Site } | null {
  const { settings } = deck.session.getState();
  const site = settings && siteOfWorkspace(settings.ours);
  if (settings && site) return { settings, site };
  deck.say(`To ${what} a vocabulary is needed; loradeck.toml says style = "natural" or vocabulary = "none".`, 'warn');
  return null;
}

async function open(site: Site): Promise<Opened> {
  const { openedVocabulary } = await import('../../../core/vocabulary/opened.js');
  return openedVocabulary(site);
}
