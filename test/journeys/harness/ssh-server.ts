import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const server = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/bin/sshd'].find((file) => existsSync(file));

/** Why there can be no ssh here, as a sentence for a skipped test; null when there can. */
export const noSsh: string | null = !server
  ? 'There is no sshd on this machine (Debian: openssh-server).'
  : !(process.env['PATH'] ?? '').split(':').some((folder) => existsSync(path.join(folder, 'ssh')))
    ? 'There is no ssh on this machine (Debian: openssh-client).'
    : null;

export interface SshServer {
  port: number;
  /**
   * The command that runs another one through ssh in a terminal, as the person who runs this.
   * @param port the server's own, or that of a line before it
   * @param command for the shell at the other end
   */
  ssh: (port: number, command: string) => string[];
  close(): Promise<void>;
}

/** A real sshd of this person's own: on a port of 127.0.0.1, with keys and settings in a temporary folder. */
export async function startSshServer(): Promise<SshServer> {
  if (noSsh !== null || !server) throw new Error(noSsh ?? '');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-sshd-'));
  const file = (name: string): string => path.join(folder, name);
  for (const name of ['host', 'person']) await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(name)]);
  await run('cp', [file('person.pub'), file('authorized')]);
  const port = await freePort();
  await writeFile(
    file('config'),
    `ListenAddress 127.0.0.1:${port}
HostKey ${file('host')}
AuthorizedKeysFile ${file('authorized')}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
PrintMotd no
PrintLastLog no
`,
  );
  // Started by root it wants this folder, which is else made by the machine's own service.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  const child = spawn(server, ['-D', '-e', '-f', file('config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-4000)));
  const close = async (): Promise<void> => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await accepts(port, child);
  } catch {
    await close();
    throw new Error(`sshd did not start: ${said}`);
  }
  return {
    port,
    ssh: (through, command) => [
      'ssh', '-tt', '-q', '-F', 'none', '-p', String(through), '-i', file('person'),
      ...['IdentitiesOnly=yes', 'IdentityAgent=none', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'Compression=no'].flatMap((option) => ['-o', option]),
      `${os.userInfo().username}@127.0.0.1`,
      command,
    ],
    close,
  };
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until something listens there. */
async function accepts(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not started');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
