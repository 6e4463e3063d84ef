import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import type { CommandOptions, CommandResult, FileInfo, Host } from './host.js';

/** This machine as a host. */
export function localHost(): Host {
  return { name: 'local', run, read, write, list, info };
}

/** A command that cannot be found gives code 127 and one that may not be run 126, as a shell would say. */
async function run(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { execa } = await import('execa');
  const [file = '', ...args] = argv;
  const result = await execa(file, args, {
    reject: false,
    stripFinalNewline: false,
    cwd: options.cwd,
    env: options.env,
    input: options.input ?? '',
    timeout: options.timeoutMs,
  });
  const missing = result.exitCode === undefined && result.signal === undefined;
  return {
    code: missing ? (result.code === 'EACCES' ? 126 : 127) : (result.exitCode ?? null),
    signal: result.signal ?? null,
    stdout: result.stdout,
    stderr: missing ? (result.shortMessage ?? '') : result.stderr,
  };
}

async function read(path: string, offset = 0, limit = Infinity): Promise<Uint8Array> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return new Uint8Array();
    throw error;
  }
  try {
    return await readFrom(file, offset, limit);
  } catch (error) {
    // A process that ended between open and read of its file in /proc.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return new Uint8Array();
    throw error;
  } finally {
    await file.close();
  }
}

/** Reads to the limit or the end; files of /proc say that they are 0 bytes long, so the size only says how much to ask for. */
async function readFrom(file: FileHandle, offset: number, limit: number): Promise<Uint8Array> {
  const left = (await file.stat()).size - offset;
  let buffer = new Uint8Array(Math.min(limit, Math.max(left, 4096)));
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) {
      if (filled >= limit) break;
      const larger = new Uint8Array(Math.min(limit, buffer.length * 2));
      larger.set(buffer);
      buffer = larger;
    }
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function write(path: string, data: string | Uint8Array, options: { mode?: number } = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data), { mode: options.mode });
}

async function list(path: string): Promise<FileInfo[]> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const found = await Promise.all(names.map((name) => info(join(path, name))));
  return found.filter((entry) => entry !== null);
}

async function info(path: string): Promise<FileInfo | null> {
  try {
    const found = await stat(path);
    return { name: basename(path), folder: found.isDirectory(), bytes: found.size, mtimeMs: found.mtimeMs };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
