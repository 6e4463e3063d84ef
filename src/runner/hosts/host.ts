/** A machine that can train: this one, or (later) one behind ssh. Everything that a run needs goes through it. */

export interface CommandResult {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  cwd?: string;
  input?: string;
  timeoutMs?: number;
  /** Added to the host's environment. */
  env?: Record<string, string>;
}

export interface FileInfo {
  name: string;
  folder: boolean;
  bytes: number;
  mtimeMs: number;
}

export interface Host {
  /** `local`, or the name in the configuration. */
  name: string;
  /** Runs a command to its end; arguments are never joined to a shell line. A non-zero exit is a result, not an error. */
  run(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** Bytes of a file from an offset, at most `limit`; empty at the end or when the file is not there. */
  read(path: string, offset?: number, limit?: number): Promise<Uint8Array>;
  /** Writes a file whole (temporary name, fsync, rename); makes its folders. */
  write(path: string, data: string | Uint8Array, options?: { mode?: number }): Promise<void>;
  /** What lies in a folder; empty when it is not there. */
  list(path: string): Promise<FileInfo[]>;
  info(path: string): Promise<FileInfo | null>;
}
