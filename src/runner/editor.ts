import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** The person's editor as a shell takes it: `$VISUAL`, else `$EDITOR`, else what the system has. */
export function editorOf(env: Environment): string {
  return env['VISUAL']?.trim() || env['EDITOR']?.trim() || 'sensible-editor';
}

/**
 * Runs the person's editor on a file, in the terminal of this process, which must have been given away. The editor may
 * have arguments of its own (`code --wait`), so a shell reads it; the file reaches it as an argument, never as text.
 *
 * @throws Error with one sentence when it cannot be run or ends with a failure
 */
export async function runEditor(file: string, env: Environment = process.env): Promise<void> {
  const editor = editorOf(env);
  const script = env['VISUAL']?.trim() || env['EDITOR']?.trim() ? `exec ${editor} "$1"` : whatThereIs;
  // ctrl-c in a program that does not take it as a key is meant for that program.
  const passOver = (): void => {};
  process.on('SIGINT', passOver);
  try {
    const child = spawn('sh', ['-c', script, 'sh', file], { stdio: 'inherit', env });
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (...ending) => resolve(ending));
    });
    if (code === 127) throw new Error(`The editor “${editor}” was not found; set EDITOR to one that is there.`);
    if (code !== 0) throw new Error(`The editor “${editor}” ended with ${signal ?? `code ${code}`}.`);
  } finally {
    process.off('SIGINT', passOver);
  }
}

const whatThereIs = 'for one in sensible-editor nano vim vi; do command -v "$one" >/dev/null && exec "$one" "$1"; done; exit 127';
