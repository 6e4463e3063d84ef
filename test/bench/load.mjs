import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
let count = 0;

/**
 * Imports modules of the sources, bundled on the fly: benches measure what is in the tree now, not the last build. The
 * packages are not bundled, so that Ink and React are the installed ones.
 * @param {...string} paths relative to the repository, e.g. `src/core/training/reader.ts`
 * @returns {Promise<Record<string, any>>} all their exports in one object
 */
export async function load(...paths) {
  const folder = `${root}node_modules/.cache/loradeck-bench/`;
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}${process.pid}-${count++}.mjs`;
  try {
    const contents = paths.map((path) => `export * from ${JSON.stringify(root + path)};`).join('\n');
    await build({
      stdin: { contents, resolveDir: root, loader: 'js' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      packages: 'external',
      jsx: 'automatic',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
