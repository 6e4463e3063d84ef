import { group } from '../svg.mjs';
import { limb } from '../shading.mjs';
import { darker } from '../palette.mjs';
import { ear, headOutline, muzzle, nape, snout } from './head.mjs';
import { form } from '../shading.mjs';
import { face } from './face.mjs';
import { apron, body, foot, hood, raincoat, satchel } from './body.mjs';
import { scarf } from './scarf.mjs';
import { tail } from './tail.mjs';

/** The head around 0,0. The mascot's own left ear is the white one, so it changes sides when seen from behind. */
const head = (kit, { turn = 0, pitch = 0, droop, eyes, mouth, look }, { back, hooded }) => {
  const white = back ? -1 : 1;
  const order = turn > 0 ? [1, -1] : [-1, 1];
  const ears = order.map((side) => ear(kit, side, { turn, white: side === white, back, droop })).join('');
  const skull = form(kit, headOutline(turn), kit.c.fur, { by: 11 }, back ? nape(kit) : muzzle(kit, turn, pitch));
  return (
    ears +
    skull +
    (back ? '' : snout(kit, turn, pitch) + face(kit, { turn, pitch, eyes, mouth, look })) +
    (hooded ? hood(kit, turn) : '')
  );
};

const arm = (kit, points, outfit) =>
  limb(kit, points, {
    width: 29,
    colour: kit.c.fur,
    sock: kit.c.sock,
    from: 0.5,
    sleeve: outfit === 'raincoat' ? kit.c.coat : undefined,
  });

const leg = (kit, { points, sole, side, size = 1 }, { outfit, turn }) => {
  const boot = outfit === 'raincoat';
  const [x, y] = points[2];
  return (
    limb(kit, points, { width: 34, colour: kit.c.fur, sock: boot ? kit.c.boot : kit.c.sock, from: 0.45 }) +
    group({ x, y, sx: size }, foot(kit, 0, 0, { turn, boot, sole, side }))
  );
};

/**
 * The whole mascot in a pose, feet at 0,0, some 430 units high with its ears.
 * @param {import('../shading.mjs').Kit} kit
 * @param {object} pose see `poses.mjs` and `poses-at-rest.mjs`; besides `outfit` (`scarf`, `raincoat`, `apron`), `bag`, and
 *   `props`: what is drawn `behind`, `held` or in `front`
 */
export const figure = (kit, pose) => {
  const { back = false, outfit = 'scarf', bag = false, props = {} } = pose;
  const turn = pose.torso.turn ?? 0;
  const torsoAt = (...parts) =>
    group({ x: pose.torso.x, y: pose.torso.y, turn: pose.torso.lean, sx: pose.torso.k, sy: pose.torso.k }, ...parts);
  const brush = group(
    {
      x: pose.tail.x,
      y: pose.tail.y,
      turn: pose.tail.turn,
      sx: (pose.tail.k ?? 1) * (pose.tail.flip ? -1 : 1),
      sy: pose.tail.k ?? 1,
    },
    tail(kit),
  );
  const arms = (layer) =>
    pose.arms
      .filter((a) => (a.layer ?? 'front') === layer)
      .map((a) => arm(kit, a.points, outfit))
      .join('');
  const legs = (front) =>
    pose.legs
      .filter((l) => Boolean(l.front) === front)
      .map((l) => leg(kit, l, { outfit, turn }))
      .join('');
  const clothes =
    outfit === 'raincoat'
      ? raincoat(kit, { back, turn })
      : body(kit, { back, turn, curled: pose.torso.curled }) +
        (outfit === 'apron' ? apron(kit, { turn }) : '') +
        (bag ? satchel(kit, { back }) : '');
  const neck = group(
    { x: pose.neck.x, y: pose.neck.y, turn: pose.neck.turn ?? 0 },
    scarf(kit, { back, turn: pose.head.turn ?? 0, wind: pose.neck.wind, swing: pose.neck.swing }),
  );
  const skull = group(
    { x: pose.head.x, y: pose.head.y, turn: pose.head.lean ?? 0, sx: pose.head.k ?? 1 },
    head(kit, pose.head, { back, hooded: outfit === 'raincoat' }),
  );
  const layers = [
    props.behind,
    back || pose.tail.front ? '' : brush,
    arms('back') + legs(false) + torsoAt(clothes) + legs(true),
    back || pose.tail.front ? brush : '',
    arms('front'),
    back ? skull + neck : neck + skull,
    props.held,
    arms('over'),
    props.front,
  ];
  return layers.map((part) => (typeof part === 'function' ? part(kit) : (part ?? ''))).join('');
};

/** A soft shadow on the ground under a figure, `width` units to each side. */
export const groundShadow = (kit, width, { y = 4, x = 0, colour = '#1d2140', opacity = 0.34 } = {}) =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${Math.round(width * 0.2)}" fill="${darker(colour, 0)}" opacity="${opacity}" filter="${kit.sheet.blur(7)}"/>`;
