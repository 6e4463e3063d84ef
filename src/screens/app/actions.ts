import type { ScreenName } from '../../core/session/session.js';
import { themeChoices } from '../../core/session/look.js';
import type { Action } from '../deck/deck.js';
import { openHistory } from '../history/open.js';
import { choosePictures } from '../parts/choose-pictures.js';
import { chooseVocabulary } from '../parts/choose-vocabulary.js';
import { ask } from '../parts/prompt.js';
import { explain, ruleSuggestions } from '../parts/explain.js';

const go =
  (screen: ScreenName): Action =>
  (deck) => {
    if (deck.session.getState().root === null) return deck.say('Open or make a workspace first.', 'warn');
    deck.session.setState({ screen, message: null });
  };

/** What the keys of every screen do; `app.help` and `app.palette` are added by the app, which knows all bindings. */
export const appActions: Record<string, Action> = {
  'app.dataset': go('dataset'),
  'app.tags': go('tags'),
  'app.checks': go('checks'),
  'app.settings': go('settings'),
  'app.training': go('training'),
  'app.undo': async (deck) => void (await deck.undo()),
  'app.redo': async (deck) => void (await deck.redo()),
  'app.history': (deck) => openHistory(deck),
  'app.reload': async (deck) => {
    deck.redraw();
    await deck.reload();
    deck.say('Read the workspace again.', 'good');
  },
  'app.explain': (deck) =>
    ask(deck, {
      title: 'explain a rule',
      hint: 'T03, D08, S18 …',
      suggest: ruleSuggestions,
      submit: (text) => explain(deck, text.trim().split(' ')[0] ?? ''),
    }),
  'app.open': (deck) =>
    ask(deck, {
      title: 'open a workspace',
      value: deck.session.getState().root ?? '',
      replace: true,
      submit: (text) => deck.open(text.trim()),
    }),
  'app.vocabulary': (deck) => chooseVocabulary(deck),
  'app.theme': (deck) => {
    const { theme } = deck.look.getState();
    const next = themeChoices[(themeChoices.indexOf(theme) + 1) % themeChoices.length] ?? 'auto';
    deck.look.setState({ theme: next });
    deck.say(`Theme: ${next}${next === 'auto' ? ', by the background of the terminal' : ''}.`);
  },
  'app.mouse': (deck) => {
    const mouse = !deck.look.getState().mouse;
    deck.look.setState({ mouse });
    deck.say(mouse ? 'The mouse is the program’s; with shift it marks text.' : 'The mouse is the terminal’s: it marks text.');
  },
  'app.pictures': (deck) => choosePictures(deck),
  'app.stop': (deck) => deck.stop(),
  'app.quit': (deck) => deck.quit(),
};
