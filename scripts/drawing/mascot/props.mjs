import { circle, ellipse, group, n, path } from '../svg.mjs';
import { form } from '../shading.mjs';
import { darker, lighter } from '../palette.mjs';

/** An open book, held up at 0,0 and seen from its cover side. */
export const book =
  (x, y, k = 1) =>
  (kit) =>
    group(
      { x, y, sx: k },
      form(
        kit,
        'M0,-40 C-26,-54 -60,-52 -74,-42 V34 C-60,26 -26,26 0,40 C26,26 60,26 74,34 V-42 C60,-52 26,-54 0,-40Z',
        kit.c.page,
        { by: 4 },
      ),
      form(
        kit,
        'M0,-34 C-26,-46 -58,-46 -78,-36 V42 C-58,34 -26,34 0,48 C26,34 58,34 78,42 V-36 C58,-46 26,-46 0,-34Z',
        kit.c.cover,
        { by: 6 },
      ),
      path('M0,-34 V48', { stroke: darker(kit.c.cover, 0.4), 'stroke-width': 7 }),
      path('M-40,-12 l9,16 18,3 -13,13 3,18 -17,-9 -16,9 3,-18 -13,-13 18,-3Z', {
        fill: kit.c.buckle,
        transform: 'scale(.8)',
      }),
    );

/** An open umbrella; its handle ends at x,y. */
export const umbrella =
  (x, y, lean = 0) =>
  (kit) => {
    const { c } = kit;
    const dome =
      'M-160,-190 C-150,-290 -70,-330 0,-330 C70,-330 150,-290 160,-190 Q134,-214 108,-190 Q80,-216 54,-190 Q27,-216 0,-190 Q-27,-216 -54,-190 Q-80,-216 -108,-190 Q-134,-214 -160,-190Z';
    const gore = path(
      'M-54,-190 C-60,-260 -30,-310 0,-330 C30,-310 60,-260 54,-190 Q27,-216 0,-190 Q-27,-216 -54,-190Z M-160,-190 C-150,-290 -70,-330 0,-330 C-60,-316 -104,-260 -108,-190 Q-134,-214 -160,-190Z M160,-190 C150,-290 70,-330 0,-330 C60,-316 104,-260 108,-190 Q134,-214 160,-190Z',
      { fill: lighter(c.trim, 0.85), opacity: 0.85 },
    );
    return group(
      { x, y, turn: lean },
      path('M0,-320 V14 q0,18 16,18 q16,0 16,-16', {
        fill: 'none',
        stroke: c.ink,
        'stroke-width': 15,
        'stroke-linecap': 'round',
      }),
      path('M0,-320 V14 q0,18 16,18 q16,0 16,-16', {
        fill: 'none',
        stroke: c.strap,
        'stroke-width': 6,
        'stroke-linecap': 'round',
      }),
      form(kit, dome, c.trim, { by: 10 }, kit.flat ? '' : gore),
      path('M0,-330 v-16', { stroke: c.ink, 'stroke-width': 10, 'stroke-linecap': 'round' }),
    );
  };

/** A letter with a red seal. */
export const letter =
  (x, y, lean = 0) =>
  (kit) =>
    group(
      { x, y, turn: lean },
      form(kit, 'M-40,-27 h80 v54 h-80Z', kit.c.letter, { by: 3 }),
      path('M-40,-27 L0,6 L40,-27', { fill: 'none', stroke: kit.c.ink, 'stroke-width': 4 }),
      circle(0, 6, 9, { fill: kit.c.seal, stroke: kit.c.ink, 'stroke-width': 3 }),
    );

/** A tray of golden buns, steaming. */
export const tray = (x, y) => (kit) => {
  const bun = (bx, by) =>
    form(
      kit,
      `M${n(bx - 24)},${n(by)} C${n(bx - 26)},${n(by - 34)} ${n(bx + 26)},${n(by - 34)} ${n(bx + 24)},${n(by)}Z`,
      '#e8a04c',
      { by: 5, line: 5 },
    ) + ellipse(bx - 7, by - 17, 8, 4, { fill: '#fff3d6', opacity: 0.7 });
  const steam = kit.flat
    ? ''
    : path('M-30,-52 q-14,-18 0,-34 q12,-16 0,-32 M22,-56 q-14,-18 0,-34 q12,-16 0,-32', {
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 8,
        'stroke-linecap': 'round',
        opacity: 0.75,
      });
  return group(
    { x, y },
    steam,
    bun(-44, 0),
    bun(44, 0),
    bun(0, -4),
    form(kit, 'M-92,-4 h184 q2,16 -14,16 h-156 q-16,0 -14,-16Z', '#aab8c8', { by: 3 }),
  );
};
