import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture } from '../dataset/image-names.js';
import type { Dataset } from '../dataset/model.js';
import { readWorkspaceFile } from '../dataset/workspace-file.js';
import { decodedBefore } from '../images/decoded.js';
import { decodeAll, factsOf, type ReadOptions } from '../images/read-all.js';
import { conceptBalance } from './balance.js';
import { activationFirst, captionFiles } from './captions.js';
import { staleFiles } from './caches.js';
import type { Check, CheckContext } from './context.js';
import { imageCounts, singleTag, tagCounts } from './counts.js';
import { passedOver, sharedCaptions } from './files.js';
import { cutOff, readAsText, unreadLines } from './fed.js';
import { byGravity, type Finding } from './finding.js';
import { impliedTags } from './implied.js';
import { knownNames } from './known-names.js';
import { lowQuality, severalOfThem } from './looks.js';
import type { Names } from './names.js';
import { pictureFiles } from './pictures.js';
import { onOneImage } from './rare-tags.js';
import { encodings, mixedSpellings, untidy } from './spelling.js';
import { promptStyle } from './style.js';
import { activationText, conceptAsWorkspace, folderNames, goals, nothingToTrain, sharedPlaces, unreadableFolders } from './workspace.js';

/** Every check of the dataset, one a rule family. */
const checks: readonly Check[] = [
  conceptAsWorkspace,
  nothingToTrain,
  folderNames,
  activationText,
  sharedPlaces,
  goals,
  conceptBalance,
  unreadableFolders,
  imageCounts,
  pictureFiles,
  sharedCaptions,
  passedOver,
  captionFiles,
  activationFirst,
  tagCounts,
  singleTag,
  encodings,
  untidy,
  mixedSpellings,
  staleFiles,
  unreadLines,
  readAsText,
  cutOff,
  promptStyle,
  impliedTags,
  knownNames,
  onOneImage,
  lowQuality,
  severalOfThem,
];

export interface CheckOptions extends ReadOptions {
  /**
   * Decode every picture, which alone tells cut-off files and real transparency (D07, D15); what was decoded before is
   * not decoded again. Without it only what is known already is used, so that the answer comes at once. Default true.
   */
  decode?: boolean;
  /** The names that count in the workspace, from `namesOf`; without them the rules that need them are left out. */
  names?: Names | null;
}

/**
 * Runs the guide's checks over a workspace: what blocks first, then errors, warnings and notes, each by rule. Only what changed
 * since the last run is looked at again, as long as the pictures of the dataset are the same objects; facts that are
 * missing are read, so give a dataset that has gone through `factsOf` where one is at hand.
 */
export async function runChecks(dataset: Dataset, options: CheckOptions = {}): Promise<Finding[]> {
  const { decode = true, signal, names = null } = options;
  const full = decode ? await factsOf(dataset, { signal }) : dataset;
  const pictures = full.concepts.flatMap((concept) => concept.pictures);
  if (decode) await decodeAll(full, pictures.filter(({ facts }) => facts?.error === null), options);
  const file = await readWorkspaceFile(full.root);
  const context: CheckContext = {
    dataset: full,
    file,
    // The file may say another site since they were opened.
    names: names?.vocabulary.site === file.site ? names : null,
    decoded: (picture) => decodedBefore(full.root, picture),
    otherFiles: async ({ folder }) => (await readdir(join(full.root, folder)).catch(() => [])).filter((name) => !isPicture(name)),
  };
  const found: Finding[] = [];
  for (const check of checks) for (const one of await check(context)) found.push(one);
  return found.sort((a, b) => byGravity(a, b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
