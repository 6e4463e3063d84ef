import { checkFilter, QueryError } from '../../core/dataset/query/query.js';
import { visible } from '../../core/session/visible.js';
import { setFilter } from '../../core/settings/edit.js';
import type { Deck } from '../deck/deck.js';
import { choose, type Choice } from '../parts/choose.js';
import { ask } from '../parts/prompt.js';
import { step } from './step.js';
import { datasetView } from './view.js';

/** The filters that are kept in the workspace, by name. */
function savedFilters(deck: Deck): Readonly<Record<string, string>> {
  return deck.session.getState().settings?.ours.filters ?? {};
}

/** Asks which saved filter is to be used, or saves the present one. */
export function chooseFilter(deck: Deck): void {
  const { filter } = deck.session.getState();
  const names = Object.keys(savedFilters(deck)).sort();
  const choices: Choice[] = names.map((name) => ({
    label: `@${name}`,
    about: savedFilters(deck)[name] ?? '',
    run: () => takeFilter(deck, `@${name}`),
  }));
  if (filter.trim() !== '') choices.push({ label: 'save the present filter…', about: filter, run: () => saveFilter(deck) });
  if (names.length > 0) choices.push({ label: 'forget a saved filter…', run: () => forgetFilter(deck) });
  if (choices.length === 0) return deck.say('No filter is saved yet: filter with /, then save it with @ or ctrl-s.');
  choose(deck, 'saved filters', choices);
}

/** Filters by a query that was not typed. */
export function takeFilter(deck: Deck, filter: string): void {
  deck.view(datasetView).setState({ first: 0 });
  deck.session.setState({ filter });
  step(deck, 0);
}

/** Asks under which name the present filter is to be saved, and saves it in the workspace's settings. */
export function saveFilter(deck: Deck): void {
  const { filter } = deck.session.getState();
  const { pictures, error } = visible(deck.session.getState());
  if (filter.trim() === '') return deck.say('There is no filter to save: / makes one.');
  if (error) return deck.say(`The filter cannot be used: ${error.message}.`, 'error');
  const problem = (name: string) => {
    try {
      checkFilter(name, filter, savedFilters(deck));
      return null;
    } catch (caught) {
      if (caught instanceof QueryError) return caught.message;
      throw caught;
    }
  };
  const clean = (text: string) => text.trim().replace(/^@/, '');
  ask(deck, {
    title: `save the filter: ${filter}`,
    hint: 'a name; it is then used as @name',
    about: (text) => {
      const wrong = clean(text) === '' ? null : problem(clean(text));
      return wrong === null ? { text: `${pictures.length} images pass it now`, tone: 'info' } : { text: wrong, tone: 'error' };
    },
    submit: async (text) => {
      const { settings } = deck.session.getState();
      if (clean(text) === '' || !settings) return;
      if (problem(clean(text)) !== null) return false;
      const change = setFilter(settings, clean(text), filter);
      if (change.entries.length === 0) return deck.say(`@${clean(text)} is saved already.`);
      await deck.apply(change);
    },
  });
}

/** Asks which saved filter is to be forgotten. */
function forgetFilter(deck: Deck): void {
  const saved = savedFilters(deck);
  const choices = Object.keys(saved).sort().map((name) => ({
    label: `@${name}`,
    about: saved[name] ?? '',
    run: async () => {
      const { settings } = deck.session.getState();
      if (settings) await deck.apply(setFilter(settings, name, null));
    },
  }));
  choose(deck, 'forget a saved filter', choices);
}
