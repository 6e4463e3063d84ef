import { conceptGoal, type WorkspaceFile } from '../dataset/workspace-file.js';
import type { Concept, Dataset, Picture } from '../dataset/model.js';
import type { Decoded } from '../images/decode.js';
import type { Goal } from '../settings/model.js';
import type { Scope } from '../tags/edit-captions.js';
import type { Finding } from './finding.js';
import type { Names } from './names.js';

/** What the checks look at. Pictures without facts, and pixels that were not decoded, are not judged. */
export interface CheckContext {
  dataset: Dataset;
  file: WorkspaceFile;
  /** The names that count in the workspace; null where it has none, or nobody opened them. */
  names: Names | null;
  /** What decoding a picture told; undefined when it was not decoded. */
  decoded: (picture: Picture) => Decoded | undefined;
  /** Names of the files in a concept's folder that are no images, without their order. */
  otherFiles: (concept: Concept) => Promise<readonly string[]>;
}

/** One rule family: looks at the workspace and says what it finds. */
export type Check = (context: CheckContext) => Finding[] | Promise<Finding[]>;

/** Runs a rule over every concept. */
export function eachConcept(context: CheckContext, check: (concept: Concept, goal: Goal | null) => Finding[]): Finding[] {
  return context.dataset.concepts.flatMap((concept) => check(concept, conceptGoal(context.file, concept)));
}

/** What the tag verbs work on, for a fix of these pictures. */
export function scopeOf({ dataset }: CheckContext, pictures: readonly Picture[]): Scope {
  return { pictures, concepts: dataset.concepts, captionExtension: dataset.captionExtension };
}

/** The paths of pictures, as findings list them. */
export function paths(pictures: readonly Picture[]): string[] {
  return pictures.map(({ path }) => path);
}

/** Remembers what was found out of an object as long as the object lives, so that only what changed is looked at again. */
export function remembered<Key extends object, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = { value: look(key) }));
    return found.value;
  };
}
