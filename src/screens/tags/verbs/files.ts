import { nameProblem } from '../../../core/dataset/create.js';
import { current } from '../../../core/session/visible.js';
import { isUtf8 } from '../../../core/tags/caption.js';
import { renameActivation } from '../../../core/tags/rename-activation.js';
import { repairEncoding, repairsOf, repairSummary } from '../../../core/tags/repair-encoding.js';
import { readSamplePrompts } from '../../../core/tags/sample-prompts.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { ask } from '../../parts/prompt.js';
import { propose } from '../../parts/propose.js';
import { bulkScope, targetOf, type Target } from '../scope.js';
import { proposeTags, warningsOf } from './propose-tags.js';

/** Asks for another activation text for the concept of the image that is shown: its folder and the captions in it (M08). */
export function askRename(deck: Deck): void {
  const { dataset, folder: shown } = deck.session.getState();
  const { picture } = current(deck.session.getState());
  const concept = dataset?.concepts.find(({ folder }) => folder === picture?.folder);
  if (!dataset || !concept) return deck.say('Only a concept is renamed.', 'warn');
  const { folder, activationText, pictures } = concept;
  ask(deck, {
    title: `rename ${folder} · folder and captions`,
    value: activationText,
    replace: true,
    about: (text) => {
      const problem = text.trim() === activationText ? null : nameProblem(dataset, text);
      return problem === null ? { text: `${counted(pictures.length, 'image')}; the tags of this text come first`, tone: 'info' } : { text: problem, tone: 'error' };
    },
    submit: async (text) => {
      if (text.trim() === activationText) return;
      const prompts = await readSamplePrompts(dataset.root);
      const target = targetOf(deck, { name: `of ${folder}`, pictures });
      proposeTags(deck, target, `rename to ${text.trim()}`, 'do not have the old tags', () => renameActivation(dataset, folder, text, undefined, prompts), {
        done: () => {
          const next = deck.session.getState().dataset?.concepts.find(({ pictures: [first] }) => first?.id === pictures[0]?.id);
          if (shown === folder && next) deck.session.setState({ folder: next.folder });
        },
      });
    },
  });
}

/** Shows which captions are not as the trainer reads them, and saves those as UTF-8. */
export function proposeRepair(deck: Deck, { scope: { pictures }, name }: Target = bulkScope(deck)): void {
  const { root } = deck.session.getState();
  const repairs = repairsOf(pictures);
  const summary = repairSummary(pictures, repairs);
  if (root === null) return;
  if (repairs.length === 0) return deck.say(warningsOf(summary.skipped)[0] ?? `All ${counted(pictures.length, 'caption')} are UTF-8, without mark, with \\n.`);
  propose(deck, {
    title: `save as UTF-8 · ${name}`,
    lead: `${counted(repairs.length, 'caption')} of ${pictures.length} change`,
    warnings: warningsOf(summary.skipped),
    rows: repairs.map(({ caption, text }) => ({
      file: caption.path,
      pieces: [
        { text: isUtf8(caption) ? (caption.encoding === 'utf-8-bom' ? 'byte order mark' : 'line ends') : caption.encoding === 'unknown' ? 'windows-1252' : caption.encoding, state: 'removed' as const },
        { text: /^[^\n]*/.exec(text)?.[0] ?? '', state: 'kept' as const },
      ],
    })),
    // The bytes of before are only kept when it is to be done.
    change: { ...summary, entries: repairs.map(({ caption: { path } }) => ({ kind: 'blob' as const, path, before: null, after: null })) },
    complete: () => repairEncoding(root, pictures),
  });
}
