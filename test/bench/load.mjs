import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Imports modules of the sources, bundled on the fly: benches measure what is in the tree now, not the last build.
 * @param {...string} paths relative to the repository, e.g. `src/core/training/reader.ts`
 * @returns {Promise<Record<string, any>>} all their exports in one object
 */
export async function load(...paths) {
  const folder = await mkdtemp(join(tmpdir(), 'loradeck-bench-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    const contents = paths.map((path) => `export * from ${JSON.stringify(join(root, path))};`).join('\n');
    await build({
      stdin: { contents, resolveDir: root, loader: 'js' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      logLevel: 'error',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      external: ['sharp', 'onnxruntime-node', '@lydell/node-pty'],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
