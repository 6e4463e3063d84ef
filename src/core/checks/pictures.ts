import type { Picture } from '../dataset/model.js';
import { ending } from '../dataset/image-names.js';
import type { Decoded } from '../images/decode.js';
import { counted } from '../words.js';
import { eachConcept, paths, remembered, type Check } from './context.js';
import { finding, type Finding, type Level } from './finding.js';

/** What can be wrong with one picture; the message follows the count, as in `3 images are …`. */
interface Fault {
  rule: string;
  level: Level;
  blocks?: boolean;
  one: string;
  many: string;
}

const faults = {
  unreadable: {
    rule: 'D15', level: 'error', blocks: true,
    one: 'cannot be read, and the trainer stops on it', many: 'cannot be read, and the trainer stops on them',
  },
  misencoded: {
    rule: 'D15', level: 'error',
    one: 'has a name that is not UTF-8, by which it cannot be found here; give it another',
    many: 'have names that are not UTF-8, by which they cannot be found here; give them others',
  },
  alien: {
    rule: 'D15', level: 'error', blocks: true,
    one: 'is really of a format that the trainer cannot read, whatever its ending', many: 'are really of a format that the trainer cannot read, whatever their endings',
  },
  misnamed: {
    rule: 'D15', level: 'warn',
    one: 'has the ending of another format than its bytes; the trainer reads it all the same, other programs may not',
    many: 'have the endings of other formats than their bytes; the trainer reads them all the same, other programs may not',
  },
  cmyk: { rule: 'D15', level: 'warn', one: 'is CMYK, made for print, and its colours shift', many: 'are CMYK, made for print, and their colours shift' },
  deep: { rule: 'D15', level: 'warn', one: 'has 16 bits a channel, which the trainer clips', many: 'have 16 bits a channel, which the trainer clips' },
  animated: { rule: 'D15', level: 'warn', one: 'is animated; only the first frame is trained', many: 'are animated; only the first frames are trained' },
  turned: {
    rule: 'D15', level: 'warn',
    one: 'is turned by its EXIF data, which the trainer does not heed: it is trained lying on its side or head',
    many: 'are turned by their EXIF data, which the trainer does not heed: they are trained lying on their sides or heads',
  },
  extended: {
    rule: 'D06', level: 'warn',
    one: 'is an extended WebP, which the trainer sees one pixel short: with bucket_no_upscale that costs a whole bucket step; convert to PNG',
    many: 'are extended WebP, which the trainer sees one pixel short: with bucket_no_upscale that costs a whole bucket step; convert to PNG',
  },
  webp: {
    rule: 'D06', level: 'info',
    one: 'is WebP; the guide converts it to PNG or JPEG, today’s trainer reads it as it is',
    many: 'are WebP; the guide converts them to PNG or JPEG, today’s trainer reads them as they are',
  },
  transparent: {
    rule: 'D07', level: 'warn',
    one: 'can be seen through; today’s trainer drops the transparency and trains the colours hidden under it: flatten on white',
    many: 'can be seen through; today’s trainer drops the transparency and trains the colours hidden under it: flatten on white',
  },
  large: {
    rule: 'D08', level: 'warn',
    one: 'is longer than 3,000 pixels on a side; the guide brings it to 3,000 or less',
    many: 'are longer than 3,000 pixels on a side; the guide brings them to 3,000 or less',
  },
} satisfies Record<string, Fault>;

type FaultName = keyof typeof faults;

/** D06–D08 and D15: what the files of the pictures are like. */
export const pictureFiles: Check = (context) =>
  eachConcept(context, ({ folder, pictures }) => {
    const found = new Map<FaultName, Picture[]>();
    for (const picture of pictures) {
      for (const name of faultsOf(picture, context.decoded(picture))) {
        const images = found.get(name);
        if (images) images.push(picture);
        else found.set(name, [picture]);
      }
    }
    return [...found].map(([name, images]) => faultFinding(name, images, folder, context.decoded));
  });

function faultFinding(name: FaultName, images: Picture[], concept: string, decoded: (picture: Picture) => Decoded | undefined): Finding {
  const { rule, level, one, many, blocks = false }: Fault = faults[name];
  const only = images.length === 1 ? images[0] : undefined;
  const detail = name === 'unreadable' && only ? ` ${only.locked?.by === 'link' ? only.locked.why : (only.facts?.error ?? decoded(only)?.error ?? '')}`.trimEnd() : '';
  return finding({ rule, level, blocks, concept, images: paths(images), message: `${counted(images.length, 'image', one, many)}.${detail}` });
}

function faultsOf(picture: Picture, decoded: Decoded | undefined): readonly FaultName[] {
  const byHeader = headerFaults(picture);
  if (!decoded || byHeader.some((fault) => fault === 'unreadable' || fault === 'misencoded' || fault === 'alien')) return byHeader;
  if (decoded.error !== null) return ['unreadable'];
  return decoded.transparent ? [...byHeader, 'transparent'] : byHeader;
}

const headerFaults = remembered((picture: Picture): readonly FaultName[] => {
  if (picture.locked?.by === 'name') return ['misencoded'];
  const { facts, name } = picture;
  if (facts === null) return [];
  if (facts.error !== null) return ['unreadable'];
  const found: FaultName[] = [];
  const expected = formatOf[ending(name).toLowerCase()];
  if (['svg', 'pdf', 'heic', 'jxl', 'jp2', 'raw'].includes(facts.format)) found.push('alien');
  else if (expected !== undefined && expected !== facts.format) found.push('misnamed');
  if (facts.space === 'cmyk') found.push('cmyk');
  if (facts.depth > 8) found.push('deep');
  if (facts.frames > 1) found.push('animated');
  if (facts.orientation > 1) found.push('turned');
  if (facts.format === 'webp') found.push(facts.extended ? 'extended' : 'webp');
  if (Math.max(facts.width, facts.height) > 3000) found.push('large');
  return found;
});

const formatOf: Record<string, string> = { '.png': 'png', '.jpg': 'jpeg', '.jpeg': 'jpeg', '.webp': 'webp', '.bmp': 'bmp' };
