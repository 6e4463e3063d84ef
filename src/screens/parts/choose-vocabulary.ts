import { setOurs } from '../../core/settings/edit.js';
import type { PromptStyle, VocabularyChoice } from '../../core/settings/model.js';
import { siteNames, sites, type Site } from '../../core/vocabulary/model.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import { counted } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import { choose, type Choice } from './choose.js';

/** Asks whose names of tags count in this workspace; what is chosen stands in its settings. */
export async function chooseVocabulary(deck: Deck): Promise<void> {
  const { settings } = deck.session.getState();
  if (!settings) return deck.say('Open or make a workspace first.', 'warn');
  if (settings.broken !== null) return deck.say(settings.broken, 'error');
  const { style, vocabulary } = settings.ours;
  const known = new Map<Site, string>();
  for (const site of sites) known.set(site, await about(site));
  const row = (choice: VocabularyChoice | null, label: string, text: string): Choice => ({
    label: `${choice === vocabulary ? '✓' : ' '} ${label}`,
    about: text,
    run: () => set(deck, choice),
  });
  const ofStyle = siteOfWorkspace({ style, vocabulary: null });
  choose(deck, 'whose names of tags count here', [
    row(null, `as the style has them: ${wordOf(style, ofStyle)}`, `The style of this workspace is ${style}. ${ofStyle === null ? '' : known.get(ofStyle)}`),
    ...sites.map((site) => row(site, `${site}: ${siteNames[site]}`, known.get(site) ?? '')),
    row('none', 'none', 'Tags are completed from those of the set alone, and no check asks a vocabulary.'),
  ]);
}

function wordOf(style: PromptStyle, site: Site | null): string {
  return site === null ? `none for ${style} language` : site;
}

async function set(deck: Deck, choice: VocabularyChoice | null): Promise<void> {
  const { settings } = deck.session.getState();
  if (!settings) return;
  const change = setOurs(settings, 'vocabulary', choice);
  if (change.entries.length === 0) return deck.say('That is so already.');
  await deck.apply(change);
}

/** What is known of a site's names, in two sentences. */
async function about(site: Site): Promise<string> {
  const { openVocabulary } = await import('../../core/vocabulary/store.js');
  const { about: what, problem } = await openVocabulary(site);
  const names = `${counted(what.counts.names, 'name')} of ${siteNames[site]} are known.`;
  if (problem !== null) return problem;
  return what.sources.length > 0 ? names : `${names} They come with the program; on the command line \`loradeck vocab fetch ${site}\` gets all.`;
}
