/**
 * Draws the pictures of the sample workspace: `npm run draw`, or `node bin/with-node.js scripts/draw-workspace.mjs [FOLDER] [PART OF A NAME]`.
 * The same pictures come out each time. Captions and `loradeck.toml` are written by hand and left alone.
 *
 * The workspace has flaws on purpose, so that every screen has something to show:
 * - `4_pipnix/003.txt`: underscores, a capital, a tag twice, stray commas (T12)
 * - `4_pipnix/004.jpg`: longest side over 3,000 px (D08)
 * - `4_pipnix/006.txt`: begins without the activation tag (T03)
 * - `4_pipnix/007.txt`: `yellow raincoat` together with `raincoat`, which it implies (T08)
 * - `4_pipnix/009.png`: really transparent, black beneath (D07)
 * - `4_pipnix/010.webp`: a format to convert (D06)
 * - `4_pipnix/011.jpg`: wide, small subject, the rest is one flat colour (D10)
 * - `6_kettlop/IMG_0412.jpg`: stored lying on its side, upright by EXIF only (D15)
 * - `6_kettlop/kettle_04.png`: no caption (T01)
 * - few pictures in both concepts, and not the same number of steps for each (D01, M04)
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { sceneBytes } from './drawing/render.mjs';
import { scenes } from './drawing/scenes.mjs';

const [, , folder = fileURLToPath(new URL('../fixtures/workspace', import.meta.url)), only = ''] = process.argv;

for (const scene of scenes.filter(({ file }) => file.includes(only))) {
  const file = path.resolve(folder, scene.file);
  await mkdir(path.dirname(file), { recursive: true });
  const bytes = await sceneBytes(sharp, scene);
  await writeFile(file, bytes);
  console.log(`${String(Math.round(bytes.length / 1024)).padStart(5)} KB  ${scene.file}`);
}
