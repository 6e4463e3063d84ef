import { Sheet, group } from './svg.mjs';
import { colours } from './palette.mjs';
import { groundShadow } from './mascot/figure.mjs';

/**
 * A scene as SVG text.
 * @param {object} scene one of `scenes.mjs`
 * @returns {string} the same text each time
 */
export const sceneSvg = (scene) => {
  const { width, height, background, front, light, place, shadow = 90, draw } = scene;
  const sheet = new Sheet();
  const kit = { sheet, c: colours(light), line: scene.line ?? 6, flat: light === 'paper' };
  const { x, y, k, turn = 0, mirror = false } = place;
  const figure = group(
    { x: x * width, y: y * height, turn, sx: mirror ? -k : k, sy: k },
    shadow
      ? groundShadow(kit, shadow, {
          colour: scene.shadowColour,
          y: scene.shadowY,
          x: scene.shadowX,
          opacity: scene.shadowOpacity,
        })
      : '',
    draw(kit),
  );
  return sheet.picture(
    width,
    height,
    (background ? background(kit, width, height) : '') + figure + (front ? front(kit, width, height) : ''),
  );
};

/**
 * A scene as the bytes of its file.
 * @param {typeof import('sharp').default} sharp
 * @param {object} scene
 * @returns {Promise<Buffer>}
 */
export const sceneBytes = async (sharp, scene) => {
  let image = sharp(Buffer.from(sceneSvg(scene)));
  if (scene.background) image = image.flatten({ background: '#ffffff' });
  // A camera held on its side stores the picture turned and says so in EXIF: orientation 6 = turn right to view.
  if (scene.orientation === 6) image = sharp(await image.rotate(-90).png().toBuffer()).withMetadata({ orientation: 6 });
  const quality = scene.quality ?? 88;
  if (scene.file.endsWith('.jpg')) return image.jpeg({ quality, mozjpeg: true }).toBuffer();
  if (scene.file.endsWith('.webp')) return image.webp({ quality }).toBuffer();
  if (!scene.background) return image.png({ compressionLevel: 9 }).toBuffer();
  return image.png({ palette: true, colours: 192, dither: 0.6, effort: 8, compressionLevel: 9 }).toBuffer();
};
