import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

/** The recorded trainer and a program that starts a run, built from the sources as they are now. */
export interface Programs {
  child: string;
  starter: string;
}

const outdir = mkdtempSync(join(tmpdir(), 'loradeck-built-'));
// Here and not in the function, as that is called from hooks, in which no other hook is taken.
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Builds the programs that tests run as processes of their own; they are gone after the file's tests. */
export async function buildPrograms(): Promise<Programs> {
  await build({
    entryPoints: { child: 'src/runner/trainers/recorded-child.ts', starter: 'test/runner/starter.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'error',
    define: { __filename: '__thisFile' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __thisFile = import.meta.filename;" },
  });
  return { child: join(outdir, 'child.mjs'), starter: join(outdir, 'starter.mjs') };
}
