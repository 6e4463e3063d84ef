import { figure } from './mascot/figure.mjs';
import * as poses from './mascot/poses.mjs';
import * as rest from './mascot/poses-at-rest.mjs';
import { book, letter, tray, umbrella } from './mascot/props.mjs';
import { kettle } from './kettle.mjs';
import { flat } from './backgrounds/plain.mjs';
import { beach, meadowFromAbove, park, sky } from './backgrounds/outdoors.mjs';
import { snow, snowPortrait } from './backgrounds/winter.mjs';
import { nightStreet, rainfall, rainyStreet } from './backgrounds/town.mjs';
import { bedroom, kitchen, quilt, table } from './backgrounds/rooms.mjs';

const mascot = (pose) => (kit) => figure(kit, pose);
const kettlop = (how) => (kit) => kettle(kit, how);

/** Every picture of the sample workspace: file, size in pixels, what stands where. `place`: feet, as shares of the picture; `k`: scale. */
export const scenes = [
  {
    file: '4_pipnix/001.png',
    width: 832,
    height: 1024,
    background: flat('#ffffff'),
    place: { x: 0.5, y: 0.91, k: 1.85 },
    draw: mascot({ ...poses.waving, bag: true }),
  },
  {
    file: '4_pipnix/002.png',
    width: 1024,
    height: 768,
    background: park,
    place: { x: 0.47, y: 0.92, k: 1.45 },
    draw: mascot({ ...poses.walking, bag: true, props: { behind: letter(92, -104, 12) } }),
  },
  {
    file: '4_pipnix/003.jpg',
    width: 1152,
    height: 768,
    background: beach(),
    place: { x: 0.49, y: 0.93, k: 1.48 },
    shadow: 110,
    draw: mascot(poses.running),
  },
  {
    file: '4_pipnix/004.jpg',
    width: 2496,
    height: 3328,
    quality: 70,
    background: sky,
    place: { x: 0.48, y: 0.79, k: 5.1 },
    shadow: 0,
    draw: mascot(poses.jumping),
  },
  {
    file: '4_pipnix/005.png',
    width: 1024,
    height: 768,
    light: 'night',
    background: bedroom,
    front: quilt,
    place: { x: 0.45, y: 0.82, k: 1.75 },
    shadow: 190,
    shadowColour: '#3a3f86',
    draw: mascot(rest.asleep),
  },
  {
    file: '4_pipnix/006.png',
    width: 768,
    height: 1024,
    light: 'lamp',
    background: nightStreet,
    place: { x: 0.46, y: 0.9, k: 1.55 },
    draw: mascot({ ...poses.fromBehind, bag: true }),
  },
  {
    file: '4_pipnix/007.jpg',
    width: 832,
    height: 1088,
    background: rainyStreet,
    front: rainfall,
    place: { x: 0.46, y: 0.92, k: 1.5 },
    draw: mascot({
      ...poses.standing,
      outfit: 'raincoat',
      head: { ...poses.standing.head, turn: -0.25, mouth: 'smile' },
      arms: [
        poses.standing.arms[0],
        {
          points: [
            [38, -128],
            [92, -92],
            [112, -140],
          ],
        },
      ],
      props: { behind: umbrella(110, -156, -9) },
    }),
  },
  {
    file: '4_pipnix/008.png',
    width: 896,
    height: 1024,
    background: kitchen(),
    place: { x: 0.54, y: 0.93, k: 1.75 },
    draw: mascot({
      ...poses.standing,
      outfit: 'apron',
      head: { ...poses.standing.head, eyes: 'happy', mouth: 'open' },
      arms: [
        {
          points: [
            [-36, -130],
            [-104, -80],
            [-146, -128],
          ],
        },
        poses.standing.arms[1],
      ],
      props: { front: tray(-150, -152) },
    }),
  },
  {
    file: '4_pipnix/009.png',
    width: 896,
    height: 896,
    place: { x: 0.48, y: 0.88, k: 1.85 },
    shadow: 110,
    shadowY: 8,
    draw: mascot({
      ...rest.holding,
      head: { ...rest.sitting.head, pitch: -0.4, eyes: 'down', mouth: 'smile' },
      props: { held: book(0, -48, 1.05) },
    }),
  },
  {
    file: '4_pipnix/010.webp',
    width: 896,
    height: 896,
    background: snowPortrait,
    place: { x: 0.51, y: 1.37, k: 2.75 },
    shadow: 0,
    draw: mascot(poses.portrait),
  },
  {
    file: '4_pipnix/011.jpg',
    width: 1792,
    height: 640,
    background: flat('#dfeaf5'),
    place: { x: 0.2, y: 0.86, k: 1.05 },
    draw: mascot({ ...rest.sitting, head: { ...rest.sitting.head, turn: 0.45, look: 1, mouth: 'small' } }),
  },
  {
    file: '4_pipnix/012.png',
    width: 896,
    height: 896,
    background: meadowFromAbove,
    place: { x: 0.48, y: 0.72, k: 1.6 },
    shadow: 110,
    draw: mascot(rest.fromAbove),
  },

  {
    file: '6_kettlop/kettle_01.png',
    width: 896,
    height: 896,
    background: flat('#ffffff'),
    place: { x: 0.45, y: 0.9, k: 1.95 },
    shadow: 110,
    draw: kettlop({ lit: false }),
  },
  {
    file: '6_kettlop/kettle_02.png',
    width: 1024,
    height: 832,
    background: kitchen(true),
    place: { x: 0.4, y: 0.76, k: 1.5 },
    shadow: 110,
    draw: kettlop({ steam: true, lid: 8 }),
  },
  {
    file: '6_kettlop/IMG_0412.jpg',
    width: 768,
    height: 1024,
    quality: 82,
    background: beach(true),
    orientation: 6,
    place: { x: 0.5, y: 0.88, k: 1.5 },
    shadow: 110,
    draw: kettlop({ step: 8 }),
  },
  {
    file: '6_kettlop/kettle_04.png',
    width: 1024,
    height: 768,
    background: snow,
    place: { x: 0.47, y: 0.9, k: 1.4 },
    shadow: 110,
    draw: kettlop({ steam: true, step: 10 }),
  },
  {
    file: '6_kettlop/kettle_05.jpg',
    width: 960,
    height: 768,
    background: table,
    place: { x: 0.45, y: 0.88, k: 1.5 },
    shadow: 120,
    draw: kettlop({ lid: 14, steam: true }),
  },

  {
    file: 'Raw/pipnix in the park.jpg',
    width: 1280,
    height: 720,
    quality: 80,
    background: park,
    place: { x: 0.66, y: 0.93, k: 1.2, mirror: true },
    draw: mascot({ ...rest.sitting, head: { ...rest.sitting.head, turn: 0.3, eyes: 'wink', mouth: 'smile' } }),
  },
  {
    file: 'Raw/pipnix sketch.png',
    width: 640,
    height: 832,
    light: 'paper',
    line: 4,
    background: flat('#ffffff'),
    place: { x: 0.5, y: 0.92, k: 1.5 },
    shadow: 0,
    draw: mascot(poses.walking),
  },
  {
    file: 'Raw/kettlop at night.jpg',
    width: 768,
    height: 960,
    quality: 80,
    background: nightStreet,
    place: { x: 0.46, y: 0.9, k: 1.25 },
    shadow: 110,
    draw: kettlop({ step: 6 }),
  },
];
