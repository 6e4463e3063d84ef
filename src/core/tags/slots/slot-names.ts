/** The names of the slots (T05), as the two sites write them. Checked against the sites' lists of tags in use. */
export interface SlotNames {
  name: string;
  both: readonly string[];
  e6: readonly string[];
  booru: readonly string[];
  /** Other tags that speak of the same thing, in lower case with spaces. */
  like?: RegExp;
}

const list = (text: string): string[] => text.split(',').map((name) => name.trim()).filter(Boolean);

export const slotNames: readonly SlotNames[] = [
  {
    name: 'form',
    both: [],
    e6: list('anthro, feral, semi-anthro, human, humanoid, animal humanoid, taur, biped, quadruped'),
    booru: list('furry, furry male, furry female, no humans, animal ears, animal, monster girl, monster boy, robot, chibi'),
  },
  {
    name: 'who',
    both: list('solo'),
    e6: list('male, female, ambiguous gender, duo, trio, group, zero pictured'),
    booru: list('1girl, 1boy, 1other, 2girls, 2boys, multiple girls, multiple boys, multiple others, androgynous'),
    like: /^\d\+?(girl|boy|other)s?$/,
  },
  {
    name: 'outfit',
    both: list('shirt, t-shirt, hoodie, jacket, sweater, vest, coat, dress, skirt, pants, jeans, shorts, scarf, gloves, boots, shoes, socks, hat, glasses, armor, cape, necktie'),
    e6: list('kerchief, uniform, swimwear, backpack'),
    booru: list('bandana, school uniform, swimsuit, backpack'),
    like: /\b(shirt|hoodie|jacket|sweater|vest|coat|dress|skirt|pants|jeans|shorts|scarf|gloves|boots|shoes|socks|hat|glasses|armor|cape|bandana|necktie|uniform|swimwear|swimsuit|backpack|apron|kimono|robe|belt|satchel|bag)$/,
  },
  {
    name: 'clothing',
    both: list('barefoot, hood up, hood down, open jacket, open coat'),
    e6: list('clothed, fully clothed, partially clothed, torn clothing, wet clothing, topwear, bottomwear'),
    booru: list('torn clothes, wet clothes, casual, alternate costume, official alternate costume, sleeves rolled up, no shoes, untucked shirt'),
    like: /\b(clothed|clothes|clothing|costume)$/,
  },
  {
    name: 'eyes',
    both: list('blue eyes, green eyes, brown eyes, red eyes, yellow eyes, purple eyes, orange eyes, black eyes, grey eyes, pink eyes, heterochromia'),
    e6: list('amber eyes, eyes closed, white eyes, one eye closed'),
    booru: list('aqua eyes, closed eyes, white eyes, one eye closed'),
    like: /\b(eyes|pupils|sclera)$/,
  },
  {
    name: 'medium',
    both: list('sketch, monochrome, greyscale, comic, cover, border'),
    e6: list('digital media (artwork), traditional media (artwork), 3d (artwork), line art, colored sketch, shaded, flat colors, pixel (artwork), watercolor (artwork), painting (artwork)'),
    booru: list('traditional media, lineart, 3d, pixel art, watercolor (medium), painting (medium), photo (medium), flat color, limited palette, spot color, game cg'),
    like: /\((artwork|medium)\)$/,
  },
  {
    name: 'framing',
    both: list('looking at viewer, looking back, looking up, looking down, close-up'),
    e6: list('full-length portrait, three-quarter portrait, half-length portrait, bust portrait, headshot portrait, front view, side view, rear view, three-quarter view, low-angle view, high-angle view, first person view, multiple angles, looking away'),
    booru: list('full body, cowboy shot, upper body, portrait, from side, from behind, from above, from below, straight-on, wide shot, dutch angle, profile, pov, multiple views, looking to the side'),
    like: /\b(portrait|view|focus)$/,
  },
  {
    name: 'place',
    both: list('simple background, white background, grey background, black background, transparent background, gradient background, day, night, sky, grass, forest, beach, city, bedroom, kitchen, water, tree'),
    e6: list('detailed background, outside, inside, plant'),
    booru: list('outdoors, indoors, plant'),
    like: /\b(background|sky|indoors|outdoors)$/,
  },
  {
    name: 'pose',
    both: list('standing, sitting, lying, kneeling, walking, running, jumping, smile, grin, open mouth, frown, blush, waving, pointing, crossed arms'),
    e6: list('mouth closed, hand on hip, crouching, raised arm, holding object, reading, tongue out'),
    booru: list('closed mouth, hand on own hip, squatting, arm up, arms up, holding, reading, tongue out'),
    like: /^holding |\b(smile|mouth)$/,
  },
];
