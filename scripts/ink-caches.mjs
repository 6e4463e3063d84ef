// Ink takes every text of a frame apart anew, though from one frame to the next nearly all of them are the same: at 200×50
// that is most of what a key costs. Its own caches live for one frame only (output.js); in the bundle they live on, bounded.
// The drawn cells are the same: test/build/ink-caches.test.ts compares them. Ink is pinned exactly, and a changed source fails the build.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Of each file of Ink: what is written in the place of what. */
export const changes = {
  'output.js': [
    [
      '    caches = new OutputCaches();\n',
      '    caches = keptCaches();\n',
    ],
    [
      'export default class Output {',
      `let kept;
const keptCaches = () => {
    if (kept === undefined || kept.styledChars.size > 4096 || kept.widths.size > 16384) kept = new OutputCaches();
    return kept;
};
export default class Output {`,
    ],
  ],
  'render-node-to-output.js': [
    // measure-text.js holds the widths of the last 4,096 texts.
    [
      "import widestLine from 'widest-line';",
      "import measureText from './measure-text.js';\nconst widestLine = (text) => measureText(text).width;",
    ],
  ],
};

/** The source with its changes. @throws Error when a place to change is not there exactly once */
export function changed(file, source) {
  return changes[file].reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`Ink's ${file} is not what scripts/ink-caches.mjs knows.`);
    return text.replace(from, () => to);
  }, source);
}

/** The esbuild plugin. */
export const inkCaches = {
  name: 'ink-caches',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/](output|render-node-to-output)\.js$/ }, async ({ path: file }) => ({
      contents: changed(path.basename(file), await readFile(file, 'utf8')),
      loader: 'js',
    }));
  },
};
