import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';

/** What the fix of “written in more than one way” makes of these captions; null = it leaves one alone. */
async function respelled(...captions: string[]): Promise<(string | null)[]> {
  const root = await mkdtemp(join(tmpdir(), 'loradeck-spelling-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, '1_fox'));
  for (const [at, caption] of captions.entries()) {
    await writeFile(join(root, `1_fox/${at}.png`), '');
    await writeFile(join(root, `1_fox/${at}.txt`), caption);
  }
  const findings = await runChecks(await scanWorkspace(root), { decode: false });
  const change = await findings.find(({ message }) => message.includes('more than one way'))?.fix?.change();
  return captions.map((_, at) => {
    const entry = change?.entries.find((one) => one.kind === 'text' && one.path === `1_fox/${at}.txt`);
    return entry?.kind === 'text' ? entry.after : null;
  });
}

test.each<[string, string[], (string | null)[]]>([
  ['the usual spelling wins', ['fox, Solo', 'fox, Solo', 'fox, solo'], [null, null, 'fox, Solo']],
  ['on a tie the lower case', ['fox, Solo', 'fox, solo'], ['fox, solo', null]],
  ['on a tie the lower case, whichever comes first', ['fox, solo', 'fox, Solo'], [null, 'fox, solo']],
  ['then the one with spaces', ['fox, Long_Hair', 'fox, Long hair'], ['fox, Long hair', null]],
  ['lower case goes before spaces', ['fox, Long Hair', 'fox, long_hair'], ['fox, long_hair', null]],
  ['twice in one caption it is left once', ['fox, Solo, a, solo, b'], ['fox, solo, a, b']],
])('T12, written in more than one way: %s', async (_, captions, expected) => {
  expect(await respelled(...captions)).toEqual(expected);
});
