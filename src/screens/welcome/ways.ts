import path from 'node:path';
import { newWorkspace } from '../../core/dataset/create.js';
import type { Session } from '../../core/session/session.js';
import { printable } from '../../core/printable.js';
import { counted } from '../../core/words.js';
import type { Action, Deck } from '../deck/deck.js';
import { choose } from '../parts/choose.js';
import { styles } from '../parts/goals.js';
import { askGoal, newConcept } from '../parts/new-concept.js';
import { ask } from '../parts/prompt.js';
import { propose } from '../parts/propose.js';

/** A way on from the welcome screen. */
export interface Way {
  label: string;
  about: string;
  run: Action;
}

/** What can be done from here: it depends on whether the folder is there, is a concept's folder, or could become a workspace. */
export function ways(session: Pick<Session, 'root' | 'dataset'>): Way[] {
  const { root, dataset } = session;
  const list: Way[] = [];
  if (root !== null && dataset?.isConceptFolder) {
    const parent = path.dirname(root);
    list.push({
      label: `open ${printable(path.basename(parent))}, the folder above`,
      about: 'The workspace, and the folder that the trainer is given, is the parent of the N_name folders (W01).',
      run: async (deck) => void (await deck.open(parent)),
    });
  }
  if (root !== null && dataset && !dataset.isConceptFolder) {
    const raw = dataset.raw.length > 0 ? `Raw holds ${counted(dataset.raw.length, 'original')}.` : 'Originals go into a folder Raw in it.';
    list.push({
      label: `make ${printable(path.basename(root))} a workspace`,
      about: `Asks for the goal and the prompting style, writes loradeck.toml, and makes the first concept. ${raw}`,
      run: makeWorkspace,
    });
  }
  list.push(
    { label: 'open another folder…', about: 'A folder with your N_name folders in it, or one that is to become a workspace.', run: openOther },
    { label: 'look at the sample workspace', about: 'A fresh copy of a small dataset with a recorded training: everything can be tried.', run: openSample },
  );
  return list;
}

function makeWorkspace(deck: Deck): void {
  const { root } = deck.session.getState();
  if (root === null) return;
  askGoal(deck, 'what is to be trained?', (goal) =>
    choose(
      deck,
      'how will it be prompted?',
      styles.map(({ style, label, about }) => ({
        label,
        about,
        run: () =>
          propose(deck, {
            title: 'make a workspace',
            lead: 'loradeck.toml is written; nothing else changes',
            change: newWorkspace(root, { style, goal }),
            done: async () => {
              await deck.open(root);
              const { dataset } = deck.session.getState();
              if (dataset && dataset.concepts.length === 0 && dataset.raw.length > 0) newConcept(deck);
            },
          }),
      })),
    ),
  );
}

function openOther(deck: Deck): void {
  ask(deck, {
    title: 'open a folder',
    value: deck.session.getState().root ?? `${process.cwd()}/`,
    replace: true,
    submit: (text) => deck.open(text.trim()),
  });
}

async function openSample(deck: Deck): Promise<void> {
  const { sampleWorkspace } = await import('../../runner/sample-workspace.js');
  const root = await sampleWorkspace({ again: false });
  await deck.open(root);
}
