import { resolve } from 'node:path';
import type { Dataset, Picture } from '../core/dataset/model.js';
import type { Scope } from '../core/tags/edit-captions.js';
import { fail } from './run-program.js';

/**
 * Reads a workspace for a command.
 *
 * @param path - as typed, relative to the current folder
 * @throws WorkspaceError (exit code 2) when it is missing, unreadable or no folder
 */
export async function openForCommand(path: string): Promise<Dataset> {
  const { scanWorkspace } = await import('../core/dataset/scan.js');
  return scanWorkspace(resolve(path));
}

/**
 * As {@link openForCommand}, for commands that have nothing to do without pictures in a concept: it ends with exit code
 * 2 and says what to do.
 */
export async function openWithPictures(path: string): Promise<Dataset> {
  const dataset = await openForCommand(path);
  if (dataset.concepts.some(({ pictures }) => pictures.length > 0)) return dataset;
  if (dataset.isConceptFolder) fail(`${path} is the folder of one concept; give the folder it lies in (W01).`, 2);
  fail(`${path} has no images in a folder named like 10_name, where the trainer looks for them (W02).`, 2);
}

/**
 * The absolute path of a workspace, for commands that need none of its pictures.
 *
 * @throws WorkspaceError (exit code 2) when it is missing, unreadable or no folder
 */
export async function rootForCommand(path: string): Promise<string> {
  const { assertReadable } = await import('../core/dataset/workspace.js');
  const root = resolve(path);
  await assertReadable(root);
  return root;
}

/**
 * What a bulk command works on: the pictures of the concepts, not Raw or Left out, narrowed by `--where`.
 *
 * @throws QueryError (exit code 2) when the query cannot be read
 */
export async function select(dataset: Dataset, where?: string): Promise<Scope> {
  if (where === undefined) return selected(dataset, () => true);
  const { dataset: full, matches } = await readQuery(dataset, where);
  return selected(full, matches);
}

/**
 * Reads a query and all that it asks for: sizes and formats, what the checks find, the saved filters.
 *
 * @throws QueryError (exit code 2) when the query cannot be read
 */
export async function readQuery(dataset: Dataset, where: string): Promise<{ dataset: Dataset; matches: (picture: Picture) => boolean }> {
  const { compileQuery } = await import('../core/dataset/query/query.js');
  const query = compileQuery(where, where.includes('@') ? await savedFilters(dataset) : {});
  if (query.needs.has('tokens')) await (await import('../core/clip/count-tokens.js')).loadTokenizer();
  const needsFacts = query.needs.has('facts') || query.needs.has('issues') || query.needs.has('pixels');
  const full = needsFacts ? await (await import('../core/images/read-all.js')).factsOf(dataset) : dataset;
  const issues = query.needs.has('issues') ? await issuesOf(full, query.needs.has('pixels')) : undefined;
  const prints = query.needs.has('pixels') ? await decodedPrints(full) : undefined;
  const context = { ...(issues && { issues }), ...(prints && { prints }) };
  return { dataset: full, matches: (picture) => query(picture, context) };
}

async function savedFilters({ root }: Dataset): Promise<Readonly<Record<string, string>>> {
  const { readSettings } = await import('../core/settings/file.js');
  return (await readSettings(root)).ours.filters;
}

async function decodedPrints(dataset: Dataset) {
  const [{ decodeAll }, { printsOf }, { everyPicture }] = await Promise.all([import('../core/images/read-all.js'), import('../core/images/decoded.js'), import('../core/dataset/read-pictures.js')]);
  await decodeAll(dataset, everyPicture(dataset).filter(({ facts }) => facts?.error === null));
  return printsOf(dataset);
}

async function issuesOf(dataset: Dataset, decode: boolean) {
  const { runChecks } = await import('../core/checks/run-checks.js');
  const { issuesByImage } = await import('../core/checks/by-image.js');
  const { namesOf } = await import('../core/checks/names.js');
  const { readWorkspaceFile } = await import('../core/dataset/workspace-file.js');
  const { site } = await readWorkspaceFile(dataset.root);
  return issuesByImage(await runChecks(dataset, { decode, names: await namesOf(site) }));
}

function selected({ concepts, captionExtension }: Dataset, matches: (picture: Picture) => boolean): Scope {
  return { pictures: concepts.flatMap((concept) => concept.pictures.filter(matches)), concepts, captionExtension };
}
