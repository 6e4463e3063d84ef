import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('someone sees what the trainer reads, turns shuffling on, sees it again, and hides it for good', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const { home } = program;
    await program.until('001.png');
    await program.press('2');
    await program.until('32/75 tokens');
    await program.until(/reads +pipnix, solo, furry/);

    // The third one has an empty place between commas.
    await program.press('l', 'l');
    await program.until('A comma with nothing beside it is fed as an empty tag.');

    // Shuffling without a kept tag: the activation tag would wander.
    await program.press('4', '/');
    await program.type('shuffle tags');
    await program.press('enter', 'right');
    await program.until('shuffle_caption');
    await expect.poll(() => readFile(path.join(home, 'data/loradeck/demo/Pipnix/loradeck.toml'), 'utf8')).toContain('shuffle_caption = true');
    await program.press('2');
    await program.until('The activation tag is not among the tags that stay in front');
    const reads = () => /reads +(\w.{20})/.exec(program.screen())?.[1] ?? '';
    await program.press('h', 'h');
    await program.until('001.png');
    const first = reads();
    await program.press('V', 'V', 'V');
    await expect.poll(reads, { timeout: 5000 }).not.toBe(first);

    // An edit counts at once.
    await program.press('a');
    await program.type('hot air balloon');
    await program.press('enter', 'escape');
    await program.until('36/75 tokens');

    await program.press('v');
    await program.untilGone('/75 tokens');
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);

    const again = await openProgram({ args: ['demo', '--again'], columns, rows, home });
    try {
      await again.until('001.png');
      await again.press('2');
      await again.until('looking at viewer');
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(again.screen()).not.toContain('/75 tokens');
      await again.press('v');
      await again.until('/75 tokens');
    } finally {
      await again.close();
    }
  });
});
