import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { processEngine } from '../../../src/runner/engines/process.js';
import { runScript, type RunCommand } from '../../../src/runner/engines/run-script.js';
import { shellWord } from '../../../src/runner/engines/shell-word.js';
import { localHost } from '../../../src/runner/hosts/local.js';
import { tempFolder, until } from '../temp-folder.js';

const host = localHost();
const engine = processEngine();
/** Prints what it was given, one a NUL-ended piece, then its folder and a variable. */
const printer = 'printf "%s\\0" "$@" "$PWD" "$GIVEN"';

async function prepared(command: Partial<RunCommand>, name = 'run'): Promise<string> {
  const parent = await tempFolder();
  const folder = join(parent, name);
  await mkdir(folder);
  await writeFile(join(folder, 'run.sh'), runScript({ argv: ['true'], cwd: folder, env: {}, ...command }));
  return folder;
}

/** Starts a run whose processes are gone after the test, whatever becomes of it. */
async function submitted(folder: string): Promise<void> {
  onTestFinished(() => engine.signal(host, folder, 'kill'));
  await engine.submit(host, folder);
}

const endedWith = (folder: string) => async () => (await engine.status(host, folder)).state === 'ended';
const log = (folder: string) => readFile(join(folder, 'output.log'), 'utf8');

describe('the script of a run', () => {
  test('is one that dash and bash read', () => {
    const script = runScript({ argv: ['python', `it's`, 'a\nb'], cwd: '/x y', env: { A: `'"$(x)` } });
    for (const shell of ['dash', 'bash']) {
      const read = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
      expect({ shell, status: read.status, stderr: read.stderr }).toEqual({ shell, status: 0, stderr: '' });
    }
  });

  test('any text is one word of the shell that means itself', () => {
    const odd = fc.string({ unit: fc.constantFrom(...`'"\\$()\`;&|*?~#! \n\t-=aü`) });
    const any = fc.string({ unit: 'binary' }).filter((word) => !word.includes('\0'));
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, any), { maxLength: 4 }), (words) => {
        const wellFormed = words.map((word) => word.toWellFormed());
        const said = spawnSync('dash', ['-c', `printf '%s\\0' ${['', ...wellFormed].map(shellWord).join(' ')}`]);
        expect(said.stdout.toString()).toBe(['', ...wellFormed].map((word) => `${word}\0`).join(''));
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what no program can be given', () => {
    expect(() => shellWord('a\0b')).toThrow('NUL');
    expect(() => runScript({ argv: ['x'], cwd: '/', env: { 'A;rm': '1' } })).toThrow('A;rm');
  });
});

describe('a run as a detached process', () => {
  test('ends with its exit code; both streams are in the log in order', async () => {
    const folder = await prepared({ argv: ['sh', '-c', 'echo one; echo two >&2; echo three; exit 7'] });
    expect((await engine.status(host, folder)).state).toBe('waiting');
    await submitted(folder);
    await until('its end', endedWith(folder));
    expect(await engine.status(host, folder)).toMatchObject({ state: 'ended', exit: 7 });
    expect(await log(folder)).toBe('one\ntwo\nthree\n');
  });

  test('hostile names of folders, arguments and variables arrive as they are', async () => {
    const hostile = `a 'b' "c" $(touch pwned) \`x\` ;&|*\n-\\ü`;
    const folder = await prepared({}, hostile);
    const workspace = join(folder, `-${hostile}`);
    await mkdir(workspace);
    const command = { argv: ['sh', '-c', printer, 'sh', hostile, '', '-n'], cwd: workspace, env: { GIVEN: hostile } };
    await writeFile(join(folder, 'run.sh'), runScript(command));
    await submitted(folder);
    await until('its end', endedWith(folder));
    expect((await log(folder)).split('\0')).toEqual([hostile, '', '-n', workspace, hostile, '']);
    expect((await host.list(folder)).map(({ name }) => name)).not.toContain('pwned');
  });

  test('a program or folder that is not there is an exit code and a line in the log', async () => {
    const noProgram = await prepared({ argv: ['/no/such/python'] });
    const noFolder = await prepared({ cwd: '/no/such/folder' });
    for (const folder of [noProgram, noFolder]) {
      await submitted(folder);
      await until('its end', endedWith(folder));
      expect(await log(folder)).toContain('/no/such/');
    }
    expect((await engine.status(host, noProgram)).exit).toBe(127);
  });

  test.each([
    ['interrupt', 130],
    ['terminate', 143],
  ] as const)('%s reaches the trainer and its children, and the code says so', async (signal, code) => {
    const folder = await prepared({ argv: ['sh', '-c', 'echo go; sleep 300; echo too late'] });
    await submitted(folder);
    await until('its first line', async () => (await log(folder)).includes('\n'));
    await engine.signal(host, folder, signal);
    await until('its end', endedWith(folder));
    expect((await engine.status(host, folder)).exit).toBe(code);
  });

  test('the trainer starts with interrupts at their default, even when its starter ignores them', async () => {
    const folder = await prepared({ argv: ['sh', '-c', 'grep SigIgn /proc/self/status'] });
    await submitted(folder);
    await until('its end', endedWith(folder));
    const ignored = BigInt(`0x${/SigIgn:\s*([0-9a-f]+)/.exec(await log(folder))?.[1] ?? 'f'}`);
    expect(ignored & 0b110n).toBe(0n); // 1 << (SIGINT - 1), 1 << (SIGQUIT - 1)
  });

  test('a kill of the whole group leaves it gone, without an exit code', async () => {
    const folder = await prepared({ argv: ['sh', '-c', 'trap "" INT TERM; while :; do sleep 1; done'] });
    await submitted(folder);
    await engine.signal(host, folder, 'interrupt');
    await engine.signal(host, folder, 'terminate');
    expect((await engine.status(host, folder)).state).toBe('running');
    await engine.signal(host, folder, 'kill');
    await until('its end', async () => (await engine.status(host, folder)).state !== 'running');
    expect(await engine.status(host, folder)).toMatchObject({ state: 'gone', exit: null });
  });

  test('while a child of a dead script trains on, the run is running and can be killed', async () => {
    const folder = await prepared({ argv: ['sleep', '300'] });
    await submitted(folder);
    const { pid } = await engine.status(host, folder);
    process.kill(pid ?? 0, 'SIGKILL');
    await until('the death of the script', async () => (await host.run(['sh', '-c', 'kill -0 "$1" 2>/dev/null && ! grep -q ") Z" "/proc/$1/stat"', 'sh', String(pid)])).code !== 0);
    expect((await engine.status(host, folder)).state).toBe('running');
    await engine.signal(host, folder, 'kill');
    await until('its end', async () => (await engine.status(host, folder)).state === 'gone');
  });

  test('a pid that another process has now is not taken for the run, and never signalled', async () => {
    const folder = await prepared({});
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    await writeFile(join(folder, 'pid'), `${process.pid} 12345 ${boot}\n`);
    expect((await engine.status(host, folder)).state).toBe('gone');
    await engine.signal(host, folder, 'kill');
    const own = (await readFile('/proc/self/stat', 'utf8')).split(') ')[1]?.split(' ')[19] ?? '';
    await writeFile(join(folder, 'pid'), `${process.pid} ${own} ${boot}\n`);
    expect((await engine.status(host, folder)).state).toBe('running');
    await writeFile(join(folder, 'pid'), `${process.pid} ${own} another-boot\n`);
    expect((await engine.status(host, folder)).state).toBe('gone');
  });

  test('a workspace that is moved while it trains still gets its exit code', async () => {
    const folder = await prepared({ argv: ['sleep', '0.5'] });
    await submitted(folder);
    await rename(folder, `${folder}-moved`);
    await until('its end', endedWith(`${folder}-moved`));
  });

  test('a run that cannot be started says so', async () => {
    const folder = await prepared({});
    await expect(engine.submit(host, join(folder, 'none'))).rejects.toThrow('could not be started');
  });
});
