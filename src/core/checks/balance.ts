import { balance } from '../plan/balance.js';
import { balanceConcepts } from '../plan/balance-change.js';
import { loadSettings } from '../settings/file.js';
import { effective } from '../settings/resolve.js';
import { printable } from '../printable.js';
import { tagKey } from '../tags/same-tag.js';
import { listed } from '../words.js';
import type { Check, CheckContext } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** M04 to M06: concepts that are trained together lie in an epoch equally often, and none has far fewer images than another. */
export const conceptBalance: Check = (context) => {
  const { concepts } = context.dataset;
  const weights = concepts.map(({ folder, repeats, pictures }) => ({ folder, repeats, images: pictures.length }));
  const proposal = balance(weights, 1);
  // Folders with one text are one concept, of which W05 speaks.
  const texts = new Set(concepts.map(({ activation }) => activation.map(tagKey).join(', ')));
  if (!proposal || texts.size < concepts.length) return [];
  const found: Finding[] = [];
  if (proposal.imbalanceNow > proposal.tolerance) {
    const counts = weights.filter(({ images }) => images > 0).map(({ folder, images, repeats }) => `${folder}: ${images} × ${repeats} = ${images * repeats}`);
    const message = `The concepts do not lie in an epoch equally often (${listed(counts)}), so the largest dominates.`;
    found.push(finding({ rule: 'M04', level: 'warn', message, fix: rebalance(context, proposal.repeats) }));
  }
  if (proposal.ratio >= 3) {
    const filled = weights.filter(({ images }) => images > 0);
    const least = filled.reduce((few, one) => (one.images < few.images ? one : few));
    const most = Math.max(...filled.map(({ images }) => images));
    const message = `${printable(least.folder)} has ${least.images} of the largest concept’s ${most} images, and may over-bake, as each is shown very often.`;
    found.push(finding({ rule: 'M06', level: 'warn', concept: least.folder, message }));
  }
  return found;
};

function rebalance({ dataset }: CheckContext, repeats: Readonly<Record<string, number>>): Fix {
  const change = async () => {
    const file = await loadSettings(dataset.root);
    const epochs = effective(file)['max_train_epochs'];
    const weights = dataset.concepts.map((concept) => ({ folder: concept.folder, repeats: concept.repeats, images: concept.pictures.length }));
    const proposal = balance(weights, typeof epochs === 'number' ? epochs : 1);
    if (!proposal) throw new Error('one concept only');
    return balanceConcepts(dataset, file, proposal);
  };
  const wanted = Object.entries(repeats).map(([folder, count]) => `${count}_${folder.slice(folder.indexOf('_') + 1)}`);
  return { label: `rename them: ${listed(wanted)}`, change };
}
