import { renameConcept } from '../dataset/create.js';
import type { Dataset } from '../dataset/model.js';
import type { Change, Entry } from '../journal/change.js';
import { setSetting } from '../settings/edit.js';
import { parseSettings, type SettingsFile } from '../settings/file.js';
import { effective } from '../settings/resolve.js';
import { counted } from '../words.js';
import type { Balance } from './balance.js';

/**
 * Gives the folders the repeats that were proposed, and the training the epochs with which images are seen as often as before, as
 * one change (M04, M05, M08). Epochs stay away from a training that counts steps, and from a file in which the recipe's come to
 * the same.
 *
 * @throws InvalidConcept when a folder of that name is there already
 */
export function balanceConcepts(dataset: Dataset, file: SettingsFile, proposal: Balance): Change {
  const entries: Entry[] = [];
  const after = new Map<string, number>();
  let images = 0;
  for (const { folder, activationText, repeats, pictures } of dataset.concepts) {
    const wanted = proposal.repeats[folder] ?? repeats;
    after.set(folder, wanted);
    if (wanted === repeats) continue;
    entries.push(...renameConcept(dataset, folder, `${wanted}_${activationText}`).entries);
    images += pictures.length;
  }
  const renamed = entries.length;
  const concepts = file.concepts.map((concept) => ({ ...concept, repeats: after.get(concept.folder) ?? concept.repeats }));
  const then = effective(parseSettings(file.root, file.text, concepts))['max_train_epochs'];
  const needed = typeof then === 'number' && then !== proposal.epochs && renamed > 0;
  if (needed) entries.push(...setSetting(file, 'max_train_epochs', proposal.epochs).entries);
  const what = renamed === 0 ? 'balanced the concepts' : `balanced the concepts: other repeats for ${counted(renamed, 'folder')}${needed ? `, ${counted(proposal.epochs, 'epoch')}` : ''}`;
  return { what, images, entries };
}
