import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const workspaceOf = (home: string) => path.join(home, 'data/loradeck/demo/Pipnix');

/** Starts the recorded trainer from the Training screen; the sample has errors, so that a second key is asked for. */
async function start(): Promise<void> {
  await program.press('5', 's');
  await program.until('start a training');
  await program.until('nothing is trained');
  await program.until('start in spite of errors');
  await program.press('enter', 'enter');
  await program.until(/●.*training|● \d{4}-/);
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('someone changes a setting, starts the recorded trainer, leaves, comes back, and sees it end', async () => {
    program = await openProgram({ args: ['demo', '--speed', '4'], columns, rows });
    const { home } = program;
    const file = path.join(workspaceOf(home), 'loradeck.toml');
    await program.until('17 images');

    // Find a setting and change it; it is in the file at once, and can be taken back.
    const before = await readFile(file, 'utf8');
    await program.press('4', '/');
    await program.type('epochs');
    await program.press('enter', 'enter');
    await program.until('25');
    await program.press('ctrl-u');
    await program.type('12\r');
    await program.until('set epochs to 12');
    expect(await readFile(file, 'utf8')).toBe(before.replace('max_train_epochs = 25', 'max_train_epochs = 12'));

    await start();
    await program.until(/epoch +[12]\/10/, 30_000);
    await program.until(/recording/i);
    const first = /step +(\d+)\/400/.exec(program.screen())?.[1];
    await program.until(new RegExp(`step +(?!${first}/)\\d+/400`));
    await program.until('saves 1', 60_000);
    const saves = await readdir(path.join(workspaceOf(home), 'output'));
    expect(saves.filter((name) => name.endsWith('.safetensors')).length).toBeGreaterThan(0);

    await program.press('q');
    expect(await program.waitForExit()).toBe(0);

    const again = await openProgram({ args: ['demo', '--again'], columns, rows, home });
    try {
      await again.until(/● \d{4}-.*epoch/, 20_000);
      await again.press('5');
      await again.until(/epoch +\d+\/10/);
      await again.until(/✓ \d{4}-\d\d-\d\d-\d{4}-pipnix/, 90_000);
      await again.until('saves 5');
    } finally {
      await again.close();
    }
  });

  test('someone stops a run and sees that it was interrupted', async () => {
    program = await openProgram({ args: ['demo', '--speed', '2'], columns, rows });
    await program.until('17 images');
    await start();
    await program.until(/step +\d+\/400/, 30_000);
    await program.press('S');
    await program.until('stop');
    await program.press('1');
    await program.until(/interrupted/i, 30_000);
    await program.untilGone(/● \d{4}-/);
  });
});
