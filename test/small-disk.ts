import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);

/** A folder on a disk of its own of one megabyte, gone when the test ends; null where no disk may be mounted. */
export async function smallDisk(): Promise<string | null> {
  const root = await mkdtemp(join(tmpdir(), 'loradeck-disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root]).then(
    () => true,
    () => false,
  );
  onTestFinished(async () => {
    if (mounted) await run('umount', [root]);
    await rm(root, { recursive: true, force: true });
  });
  return mounted ? root : null;
}

/** Lets nobody write on a {@link smallDisk} any more. */
export async function makeReadOnly(root: string): Promise<void> {
  await run('mount', ['-o', 'remount,ro', root]);
}
