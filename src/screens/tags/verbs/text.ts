import type { TagChange } from '../../../core/tags/edit-captions.js';
import { replacePattern, replaceText } from '../../../core/tags/replace-text.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { ask } from '../../parts/prompt.js';
import type { Target } from '../scope.js';
import { computed, proposeTags } from './propose-tags.js';

/** What is looked for: text, or an expression in each tag or in whole captions. */
type Within = 'text' | 'tags' | 'captions';

/** How long an expression may work while it is typed, in milliseconds, and in how many images. */
const typingMs = 100;
const typingImages = 2000;

/** Asks for text, or an expression, and for what comes in its place, then shows what changes. */
export function askText(deck: Deck, target: Target, within: Within): void {
  let matchCase = false;
  const replace = (old: string, next: string, scope: Target['scope'], limitMs?: number): TagChange =>
    within === 'text'
      ? replaceText(scope, old, next, { matchCase })
      : replacePattern(scope, old, next, { matchCase, within: within === 'captions' ? 'text' : 'tags', ...(limitMs === undefined ? {} : { limitMs }) });
  const toggle = { key: 'ctrl-o', label: () => (matchCase ? 'A is not a' : 'A is a'), next: () => void (matchCase = !matchCase) };
  const name = { text: 'text', tags: 'expression in each tag', captions: 'expression in the whole caption' }[within];
  ask(deck, {
    title: `replace: ${name} · ${target.name}`,
    hint: within === 'text' ? 'the text that goes' : '^(.*)_hat$',
    toggle,
    about: counting(() => matchCase, (text) => (text === '' ? null : found(target, (scope) => replace(text, '\ufffc', scope, typingMs)))),
    submit: (old) => {
      if (old === '') return;
      const wrong = computed(() => replace(old, '', { ...target.scope, pictures: [] }));
      if (typeof wrong === 'string') return deck.say(wrong, 'error');
      ask(deck, {
        title: `replace ${old} by · ${target.name}`,
        hint: within === 'text' ? 'the text that comes; nothing takes it out' : '$1 is the first group, $& all that matched',
        toggle,
        about: counting(() => matchCase, (next) => found(target, (scope) => replace(old, next, scope, typingMs))),
        submit: (next) => proposeTags(deck, target, `replace ${old} by ${next === '' ? 'nothing' : next}`, 'do not have it', (scope) => replace(old, next, scope)),
      });
    },
  });
}

type About = { text: string; tone: 'error' | 'info' } | null;

function found({ scope }: Target, replace: (scope: Target['scope']) => TagChange): About {
  const { length } = scope.pictures;
  const change = computed(() => replace(length > typingImages ? { ...scope, pictures: scope.pictures.slice(0, typingImages) } : scope));
  if (typeof change === 'string') return { text: change, tone: 'error' };
  const among = length > typingImages ? `the first ${counted(typingImages, 'image')}` : counted(length, 'image');
  return { text: `${change.images} of ${among} change`, tone: 'info' };
}

/** Counts once for each text and choice of case: it is asked for with every frame. */
function counting(matchCase: () => boolean, count: (text: string) => About): (text: string) => About {
  let known: { text: string; matchCase: boolean; about: About } | null = null;
  return (text) => {
    if (known?.text !== text || known.matchCase !== matchCase()) known = { text, matchCase: matchCase(), about: count(text) };
    return known.about;
  };
}
