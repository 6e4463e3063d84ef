import { guideRule } from '../../core/checks/guide.js';
import { setOurs, setSetting, unsetSetting } from '../../core/settings/edit.js';
import { settingFor, stepValue } from '../../core/settings/input.js';
import { NO_RECIPE, RECIPES } from '../../core/settings/recipes.js';
import { goalOf, recipeOf } from '../../core/settings/resolve.js';
import type { Action, Deck } from '../deck/deck.js';
import { choose } from '../parts/choose.js';
import { explain } from '../parts/explain.js';
import { ask } from '../parts/prompt.js';
import { goTo, page, sectionsOf, step, turnFinding, turnSection, under } from './cursor.js';
import { editValue } from './edit-value.js';
import { fixAll, fixOne, proposeEdit } from './fixes.js';
import { edit, newest } from './newest.js';
import { findSettings, searchSuggestions } from './search.js';
import { whatChanges } from './what-changes.js';
import { settingsView } from './view.js';

/** What the keys of the Settings screen do. */
export const settingsActions: Record<string, Action> = {
  'settings.down': (deck) => step(deck, 1),
  'settings.up': (deck) => step(deck, -1),
  'settings.page-down': (deck) => step(deck, page(deck)),
  'settings.page-up': (deck) => step(deck, -page(deck)),
  'settings.first': (deck) => step(deck, -Infinity),
  'settings.last': (deck) => step(deck, Infinity),
  'settings.next-section': (deck) => turnSection(deck, 1),
  'settings.previous-section': (deck) => turnSection(deck, -1),
  'settings.next-finding': (deck) => turnFinding(deck, 1),
  'settings.previous-finding': (deck) => turnFinding(deck, -1),
  'settings.more': (deck) => stepBy(deck, 1),
  'settings.less': (deck) => stepBy(deck, -1),
  'settings.edit': (deck) => {
    const row = under(deck);
    if (!row) return refuse(deck);
    if (row.section === 'unknown') return deck.say(`${row.setting.label} is not known; f fixes it, x takes it out.`, 'warn');
    editValue(deck, row.setting);
  },
  'settings.unset': async (deck) => {
    const row = under(deck);
    if (!row) return refuse(deck);
    if (row.from !== 'you') return deck.say(`${row.setting.label} is not set in the file: ${row.text} is the ${row.from === 'trainer' ? 'trainer' : 'recipe'}'s.`);
    await edit(deck, (file) => unsetSetting(file, row.key));
  },
  'settings.fix': async (deck) => {
    const row = under(deck);
    if (!row) return refuse(deck);
    await fixOne(deck, row.key);
  },
  'settings.fix-all': (deck) => fixAll(deck),
  'settings.explain': (deck) => explainRow(deck),
  'settings.search': (deck) => search(deck),
  'settings.own': (deck) => {
    const view = deck.view(settingsView);
    const key = under(deck)?.key;
    view.setState(({ onlyOwn }) => ({ onlyOwn: !onlyOwn, first: 0 }));
    const rows = sectionsOf(deck).flatMap((section) => section.rows);
    const row = rows.find((one) => one.key === key) ?? rows[0];
    if (row) goTo(deck, row.key);
  },
  'settings.recipe': (deck) => chooseRecipe(deck),
  'settings.start': (deck) => deck.session.setState({ screen: 'training' }),
};

/** Says why there is no setting under the cursor. */
function refuse(deck: Deck): void {
  const file = newest(deck);
  if (file?.broken) deck.say(file.broken, 'error');
}

async function stepBy(deck: Deck, direction: 1 | -1): Promise<void> {
  const row = under(deck);
  const file = newest(deck);
  if (!row || !file) return refuse(deck);
  const next = stepValue(row.setting, row.value, direction);
  if (next === null || next === row.value) {
    const { kind, steps, choices } = row.setting;
    const walks = kind === 'toggle' || kind === 'integer' || steps !== undefined || choices !== undefined;
    return deck.say(walks ? `${row.setting.label} ends at ${row.text} here; enter takes any value.` : `${row.setting.label} is typed: enter edits it.`);
  }
  await edit(deck, (newer) => setSetting(newer, row.key, next));
}

function explainRow(deck: Deck): void {
  const row = under(deck);
  if (!row) return refuse(deck);
  const ids = [...new Set([...row.findings.map((finding) => finding.rule), ...row.setting.rules])];
  const rules = ids.flatMap((id) => guideRule(id) ?? []);
  const [first] = rules;
  if (!first) return deck.say(`No rule speaks of ${row.setting.label}.`);
  if (rules.length === 1) return explain(deck, first.id);
  choose(
    deck,
    `rules about ${row.setting.label}`,
    rules.map(({ id, title, rule }) => ({ label: `${id}  ${title}`, about: rule, run: () => explain(deck, id) })),
  );
}

function search(deck: Deck): void {
  const rows = sectionsOf(deck, false).flatMap((section) => section.rows);
  if (rows.length === 0) return refuse(deck);
  ask(deck, {
    title: 'find a setting',
    hint: 'a part of its name: rank, epochs, precision …',
    suggest: (text) => searchSuggestions(rows, text),
    submit: (text) => {
      if (text.trim() === '') return;
      const [found] = findSettings(rows, text);
      if (!found) {
        deck.say(`No setting is called “${text.trim()}”.`, 'warn');
        return false;
      }
      if (!rows.some((row) => row.key === found.key)) return editValue(deck, settingFor(found.key) ?? found);
      if (!sectionsOf(deck).some((section) => section.rows.some((row) => row.key === found.key))) deck.view(settingsView).setState({ onlyOwn: false });
      goTo(deck, found.key);
    },
  });
}

/** Recipes for what is trained here; the diff and the settings afterwards show what it means. */
function chooseRecipe(deck: Deck): void {
  const file = newest(deck);
  if (!file || file.broken !== null) return refuse(deck);
  const goal = goalOf(file);
  const now = file.ours.recipe === NO_RECIPE ? NO_RECIPE : recipeOf(file)?.id;
  const set = (id: string, label: string) => () => {
    const change = setOurs(file, 'recipe', id);
    proposeEdit(deck, `recipe ${id}`, label, change, whatChanges(file, change));
  };
  const offered = RECIPES.filter((recipe) => recipe.goal === goal || recipe.id === now);
  choose(deck, 'the recipe that fills in what you do not set', [
    ...offered.map(({ id, label }) => ({ label: `${id}${id === now ? '  (now)' : ''}`, about: `For ${label}.`, run: set(id, `for ${label}`) })),
    { label: `${NO_RECIPE}${now === NO_RECIPE ? '  (now)' : ''}`, about: 'The file counts as it stands; the trainer’s own defaults for the rest.', run: set(NO_RECIPE, 'nothing is filled in') },
  ]);
}
