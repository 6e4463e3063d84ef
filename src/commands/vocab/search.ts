import { resolve } from 'node:path';
import { readSettings } from '../../core/settings/file.js';
import { tagKey } from '../../core/tags/same-tag.js';
import { tagIndex, type TagIndex } from '../../core/tags/tag-index.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import { siteNames, type Site } from '../../core/vocabulary/model.js';
import { complete, type Suggestion } from '../../core/vocabulary/search/complete.js';
import { openVocabulary } from '../../core/vocabulary/store.js';
import { loadUserConfig } from '../../runner/user-config.js';
import { complain, printJson, printLine, printTable } from '../print.js';
import { fail } from '../run-program.js';
import { openForCommand } from '../workspace-argument.js';
import { numberOf, type VocabOptions } from './options.js';

/** `vocab search TEXT`: what is offered when this is typed as a tag. */
export async function search(words: readonly string[], options: VocabOptions): Promise<void> {
  const typed = words.join(' ').trim();
  if (typed === '') fail('vocab search needs a text.', 2);
  const limit = numberOf('--limit', options.limit, 1) ?? 20;
  const index = options.workspace === undefined ? undefined : await indexOf(options.workspace);
  const site = options.site ?? (await chosen(options.workspace ?? '.'));
  const adult = options.adult ?? (await loadUserConfig()).vocabulary?.adult ?? false;
  const { vocabulary, problem } = await openVocabulary(site);
  if (problem !== null) complain(problem);
  const found = complete(vocabulary, typed, { limit, adult, ...(index && { index }) });
  if (options.json) return printJson(found.map((one) => toJson(one, typed)));
  if (found.length === 0) return printLine(`${siteNames[site]} has no name like that.`);
  const head = ['posts', 'kind', 'tag', 'found by', ...(index ? ['images'] : [])];
  await printTable(
    head,
    found.map(({ posts, category, tag, via, count }) => [posts ?? '', category ?? '', tag, via ?? '', ...(index ? [count] : [])]),
  );
}

/** The site of a workspace; a folder that is none follows what counts unless set. */
async function chosen(workspace: string): Promise<Site> {
  const { ours } = await readSettings(resolve(workspace));
  return siteOfWorkspace(ours) ?? fail('This workspace uses no vocabulary: say --site e6 or --site booru.', 2);
}

async function indexOf(workspace: string): Promise<TagIndex> {
  const { concepts } = await openForCommand(workspace);
  return tagIndex(concepts.flatMap(({ pictures }) => pictures));
}

function toJson({ tag, category, posts, via }: Suggestion, typed: string) {
  const isAlias = via !== null && tagKey(via) === tagKey(typed);
  return { tag, category, count: posts, alias_of: isAlias ? tag : null, via };
}
