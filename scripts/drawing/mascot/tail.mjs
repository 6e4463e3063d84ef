import { path } from '../svg.mjs';
import { form } from '../shading.mjs';
import { darker } from '../palette.mjs';

const brush =
  'M-8,10 C50,26 118,8 146,-44 C172,-96 160,-160 112,-206 C110,-178 96,-160 74,-140 C34,-106 8,-74 -6,-34 C-12,-14 -14,0 -8,10Z';
const tip = 'M60,-210 L178,-220 L190,-96 L160,-118 L146,-92 L126,-124 L104,-100 L96,-136 L74,-124Z';

/** The big brush of a tail, root at 0,0, rising to the right, cream at its tip. */
export const tail = (kit) =>
  form(
    kit,
    brush,
    kit.c.fur,
    { by: 12 },
    path(tip, { fill: kit.c.cream, stroke: kit.flat ? kit.c.ink : undefined, 'stroke-width': 3 }) +
      path('M24,-22 q34,-6 60,-36 M36,0 q40,-4 68,-30', {
        fill: 'none',
        stroke: darker(kit.c.fur, 0.22),
        'stroke-width': 5,
        'stroke-linecap': 'round',
      }),
  );
