import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

const outdir = mkdtempSync(join(tmpdir(), 'loradeck-built-'));
// Here and not in the function, as that is called from hooks, in which no other hook is taken.
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Builds the process that opens pictures from the sources as they are now, and one that breaks at some; absolute paths. */
export async function buildChild(): Promise<{ child: string; breaking: string }> {
  // The image library is not bundled and is looked for from where the program lies.
  symlinkSync(resolve('node_modules'), join(outdir, 'node_modules'));
  await build({
    entryPoints: { child: 'src/runner/pictures/pictures-child.ts', breaking: 'test/runner/pictures/breaking-child.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'error',
    external: ['sharp'],
    define: { __filename: '__thisFile' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __thisFile = import.meta.filename;" },
  });
  return { child: join(outdir, 'child.mjs'), breaking: join(outdir, 'breaking.mjs') };
}
