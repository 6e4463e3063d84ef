import { InvalidConcept, nameProblem, newConcept as makeConcept } from '../../core/dataset/create.js';
import type { Picture } from '../../core/dataset/model.js';
import type { Goal } from '../../core/settings/model.js';
import { counted } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import { choose } from './choose.js';
import { goals } from './goals.js';
import { ask } from './prompt.js';
import { propose } from './propose.js';

/**
 * Makes a concept from images of `Raw` (W06): the marked ones when there are any, else all. Asks for the activation text
 * and the goal, shows what is copied, then does it.
 */
export function newConcept(deck: Deck): void {
  const { dataset, marks } = deck.session.getState();
  if (!dataset) return;
  const marked = dataset.raw.filter((picture) => marks.has(picture.id));
  const images = marked.length > 0 ? marked : dataset.raw;
  if (images.length === 0) {
    return deck.say('Raw holds no images: put the originals into a folder Raw in the workspace, then ctrl-l.', 'warn');
  }
  ask(deck, {
    title: `new concept from ${counted(images.length, marked.length > 0 ? 'marked image' : 'image')} of Raw`,
    hint: 'activation text: a made-up word such as hmbrgrlora',
    about: (text) => {
      const problem = text.trim() === '' ? null : nameProblem(dataset, text);
      if (problem) return { text: problem, tone: 'error' };
      return { text: `The folder is called 1_${text.trim() || '…'}; every caption begins with that text (W04).`, tone: 'info' };
    },
    submit: (text) => {
      if (nameProblem(dataset, text)) return false;
      askGoal(deck, `what is ${text.trim()}?`, (goal) => show(deck, text.trim(), goal, images));
    },
  });
}

/** Asks what something is for (W07). */
export function askGoal(deck: Deck, title: string, then: (goal: Goal) => void | Promise<void>): void {
  choose(
    deck,
    title,
    goals.map(({ goal, label, about }) => ({ label, about, run: () => then(goal) })),
  );
}

async function show(deck: Deck, name: string, goal: Goal, images: readonly Picture[]): Promise<void> {
  const { dataset } = deck.session.getState();
  if (!dataset) return;
  try {
    const change = await makeConcept(dataset, { name, goal, images });
    propose(deck, {
      title: 'new concept',
      lead: `${counted(images.length, 'image')} copied from Raw into 1_${name}; the originals stay`,
      change,
      done: () => deck.session.setState({ screen: 'dataset', folder: `1_${name}`, marks: new Set() }),
    });
  } catch (error) {
    if (!(error instanceof InvalidConcept)) throw error;
    deck.say(error.message, 'error');
  }
}
