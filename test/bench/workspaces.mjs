// Made-up workspaces for the benches: a few real pictures, and as many images as wanted by hard links to them.
import { link, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Numbers that are the same in every run, 0 to below 1. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A picture that is as much work as a photograph: soft shapes of all sizes, and grain.
 * @param {{ width: number, height: number, format: 'png' | 'jpeg', seed: number }} of
 * @returns {Promise<Buffer>} the file's bytes
 */
export async function photograph({ width, height, format, seed }) {
  const roll = dice(seed);
  const soft = Buffer.from(Array.from({ length: 24 * 24 * 3 }, () => roll() * 256));
  const shapes = sharp(soft, { raw: { width: 24, height: 24, channels: 3 } }).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  const pixels = await shapes.raw().toBuffer();
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.max(0, Math.min(255, pixels[i] + (roll() - 0.5) * 16));
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  return format === 'png' ? picture.png({ compressionLevel: 6 }).toBuffer() : picture.jpeg({ quality: 90 }).toBuffer();
}

/**
 * Makes a workspace. Images are named 00000, 00001 … throughout, so that the name says the position.
 * @param {string} root
 * @param {{ concepts?: number, images: number, files: { bytes: Buffer, extension: string }[] }} of `images` in all
 */
export async function makeWorkspace(root, { concepts = 1, images, files }) {
  await mkdir(root, { recursive: true });
  await writeFile(path.join(root, 'loradeck.toml'), 'output_name = "bench"\n');
  const originals = path.join(root, '..', `${path.basename(root)}-files`);
  await mkdir(originals, { recursive: true });
  for (const [i, { bytes }] of files.entries()) await writeFile(path.join(originals, String(i)), bytes);
  const each = Math.ceil(images / concepts);
  for (let concept = 0; concept < concepts; concept++) {
    const folder = path.join(root, `10_bench${concepts > 1 ? String(concept).padStart(4, '0') : ''}`);
    await mkdir(folder);
    const work = [];
    for (let i = concept * each; i < Math.min(images, (concept + 1) * each); i++) {
      const stem = path.join(folder, String(i).padStart(5, '0'));
      const file = i % files.length;
      // A file system takes so many links to a file and no more; then the next copy begins.
      work.push(hardLink(originals, file, files, i, `${stem}.${files[file].extension}`));
      work.push(writeFile(`${stem}.txt`, `bench, solo, tag ${i % 97}, tag ${i % 31}, outdoors, smile`));
      if (work.length >= 200) await Promise.all(work.splice(0));
    }
    await Promise.all(work);
  }
}

async function hardLink(originals, file, files, number, target) {
  const copy = Math.floor(number / files.length / 20_000);
  const source = path.join(originals, copy === 0 ? String(file) : `${file}-${copy}`);
  if (copy > 0) await writeFile(source, files[file].bytes, { flag: 'wx' }).catch(() => {});
  await link(source, target);
}
