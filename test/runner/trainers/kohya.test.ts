import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { processEngine } from '../../../src/runner/engines/process.js';
import { runScript } from '../../../src/runner/engines/run-script.js';
import { localHost } from '../../../src/runner/hosts/local.js';
import { chooseTrainer } from '../../../src/runner/trainers/choose.js';
import { findInstallation, kohyaTrainer } from '../../../src/runner/trainers/kohya.js';
import type { TrainerPlan } from '../../../src/runner/trainers/trainer.js';
import { tempFolder, until } from '../temp-folder.js';

async function put(path: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, mode);
}

test('finds the scripts in the checkout or in the kohya_ss around it, and the Python beside them', async () => {
  const folder = await tempFolder();
  const gui = join(folder, 'kohya_ss');
  await put(join(gui, 'sd-scripts/train_network.py'), '');
  await put(join(gui, 'venv/bin/python'), '#!/bin/sh\n', 0o755);
  const found = { scripts: join(gui, 'sd-scripts'), python: join(gui, 'sd-scripts/../venv/bin/python').replace('/sd-scripts/..', '') };
  expect(await findInstallation({ path: gui })).toEqual(found);
  expect(await findInstallation({ path: join(gui, 'sd-scripts') })).toEqual(found);
  expect(await findInstallation({ path: gui, python: 'sh' })).toMatchObject({ python: expect.stringMatching(/\/sh$/) as string });
});

test('says in one sentence what is missing and where it is set', async () => {
  const folder = await tempFolder();
  expect(await findInstallation({ path: folder })).toMatch(/^There is no train_network\.py in .*; set path under \[trainer\] in .*config\.toml\.$/);
  await put(join(folder, 'train_network.py'), '');
  expect(await findInstallation({ path: folder })).toMatch(/^No Python was found beside .*; set python under \[trainer\]/);
  await put(join(folder, 'python'), 'not to be run');
  for (const python of [join(folder, 'python'), join(folder, 'none'), 'no-such-python-here']) {
    expect(await findInstallation({ path: folder, python })).toMatch(/^The trainer's Python .* is not there or may not be run/);
  }
  expect(await kohyaTrainer({ path: join(folder, 'x') }).problem()).toContain('train_network.py');
});

test('a configured checkout is the trainer, unless a recording is asked for', () => {
  const config = { trainer: { path: '/somewhere' } };
  expect(chooseTrainer(config).recording).toBeNull();
  expect(chooseTrainer(config, { trainer: 'recorded' }).recording).toBe('x_long_400_steps');
  expect(chooseTrainer(config, { recording: 'l_empty_dataset' }).recording).toBe('l_empty_dataset');
  expect(chooseTrainer({}).recording).toBe('x_long_400_steps');
});

/** Stands where sd-scripts' own script would: prints what it was started with. */
const script = `import json, os, sys
names = ["PYTHONUNBUFFERED", "PYTHONUTF8", "COLUMNS"]
print(json.dumps({"argv": sys.argv, "cwd": os.getcwd(), "env": {n: os.environ.get(n) for n in names}, "here": os.path.isfile(sys.argv[2])}))
`;
/** Stands where accelerate would: runs the script behind its own options, in a child as accelerate does. */
const launcher = `import subprocess, sys
at = next(i for i, a in enumerate(sys.argv) if a.endswith(".py") and i > 0)
print(" ".join(sys.argv[1:at]), flush=True)
sys.exit(subprocess.call([sys.executable, *sys.argv[at:]]))
`;

const python = '/usr/bin/python3';

test.skipIf(!existsSync(python)).each([
  ['sd15', true, 'train_network.py'],
  ['sdxl', true, 'sdxl_train_network.py'],
  [null, false, 'train_network.py'],
] as const)('a real Python gets the command whole, family %s, accelerate %s', async (family, accelerate, name) => {
  const root = await tempFolder(`lora'd "x" $(y) `);
  const [checkout, workspace] = [join(root, 'sd scripts'), join(root, `it's a set`)];
  const folder = join(workspace, '.loradeck/runs/one');
  await put(join(checkout, 'train_network.py'), script);
  await put(join(checkout, 'sdxl_train_network.py'), script);
  await put(join(root, 'packages/accelerate/commands/launch.py'), launcher);
  await mkdir(join(checkout, 'venv/bin'), { recursive: true });
  await symlink(python, join(checkout, 'venv/bin/python'));
  await put(join(folder, 'config.toml'), 'train_data_dir = "."\n');

  const trainer = kohyaTrainer({ path: checkout, accelerate });
  const plan: TrainerPlan = { workspace, folder, family, values: { mixed_precision: 'bf16', output_dir: 'output' } };
  const command = await trainer.command(plan);
  expect(command.output).toBe(join(workspace, 'output'));
  await put(join(folder, 'run.sh'), runScript({ ...command, env: { ...command.env, PYTHONPATH: join(root, 'packages') } }));
  await processEngine().submit(localHost(), folder);
  await until('its end', async () => (await processEngine().status(localHost(), folder)).state === 'ended');

  const log = await readFile(join(folder, 'output.log'), 'utf8');
  const lines = log.trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    argv: [join(checkout, name), '--config_file', join(folder, 'config.toml')],
    cwd: workspace,
    env: { PYTHONUNBUFFERED: '1', PYTHONUTF8: '1', COLUMNS: '400' },
    here: true,
  });
  if (accelerate) expect(lines[0]).toContain('--mixed_precision bf16 --num_processes 1 --num_machines 1');
  else expect(lines).toHaveLength(1);
});
