/** One step of the order by category. */
export interface TagGroup {
  name: string;
  /** Categories of a vocabulary that belong to it. */
  categories?: readonly string[];
  /** Patterns in the form of `tagKey`; `*` alone takes what no other group does. */
  patterns: readonly string[];
}

/** How many are in the picture: `1girl`, `2boys`, `6+others`. */
export const counts = /^\d+\+?(girl|boy|other|female|male|animal)s?$/;

/** Behind the activation tags, in the order in which most models were shown their captions. */
export const defaultProfile: readonly TagGroup[] = [
  { name: 'count', patterns: ['solo', 'duo', 'trio', 'group', 'couple', 'crowd', 'multiple girls', 'multiple boys', 'multiple others', 'no humans', 'solo focus', 'male focus', 'female focus'] },
  { name: 'character', categories: ['character'], patterns: [] },
  { name: 'series', categories: ['copyright'], patterns: ['original', '* (series)'] },
  { name: 'species', categories: ['species'], patterns: ['anthro', 'feral', 'humanoid', 'human', 'taur', 'male', 'female', 'furry', 'mammal', 'animal'] },
  {
    name: 'look',
    patterns: [
      '* hair', '* eyes', '*skin', '* fur', '* ears', '* tail', 'tail', '* tails', '* horns', 'horns', '*wings', '* feathers', '* scales', '* markings', '* body', 'bangs', 'ahoge', 'ponytail',
      'twintails', 'braid', '* braid', '* braids', 'hair bun', '*freckles', '*breasts', 'beard', 'mustache', 'muscular*', 'chubby', 'slim', '* nose', 'fangs', 'claws', 'paws', 'whiskers', '* pupils', 'heterochromia',
    ],
  },
  {
    name: 'clothes',
    patterns: [
      '*shirt', '*dress', '*skirt', '*pants', '*shorts', '*jeans', '*jacket', '*coat', '*hat', '*cap', '*gloves', '*boots', '*shoes', '*sandals', '*socks', '*thighhighs', '*pantyhose', '*scarf', '*uniform',
      '*armor', '*armour', '*hoodie', '*sweater', '*vest', '*kimono', '*bikini', '*swimsuit', '*underwear', '*bra', '*panties', '*glasses', '*goggles', '*mask', '*ribbon', '*bow', '*bowtie', '*necktie', '*tie',
      '*necklace', '*collar', '*choker', '*earrings', '*jewelry', '*bracelet', '*belt', '*bag', '*backpack', '*apron', '*cape', '*cloak', '*robe', '*headband', '*hairband', '*hairclip', 'hair ornament',
      'hair flower', '*sleeves', '*clothes', '*clothing', '*outfit', '*costume', 'clothed', 'nude', 'topless', 'bottomless', 'barefoot',
    ],
  },
  {
    name: 'pose',
    patterns: [
      'smile', '* smile', 'grin', 'frown', 'blush', '*open mouth', '*closed mouth', '*tongue out', '* mouth', 'crying', 'tears', 'angry', 'sad', 'happy', 'laughing', 'surprised', '*expression*', '*-closed eyes', 'closed eyes',
      'standing*', 'sitting*', 'lying*', 'on back', 'on side', 'on stomach', 'running', 'walking', 'jumping', 'flying', 'kneeling', 'squatting', 'crouching', 'leaning*', 'sleeping', 'dancing', 'eating', 'drinking', 'reading',
      'looking *', 'holding', 'holding *', 'arm *', 'arms *', 'hand *', 'hands *', 'crossed *', 'spread *', 'outstretched *', 'raised *', 'waving', '*pose', 'v', 'peace sign',
    ],
  },
  { name: 'view', patterns: ['from *', '* view', 'full body', 'upper body', 'lower body', 'cowboy shot', 'portrait', 'close-up', '* shot', '* angle', '* focus', 'pov', 'dutch angle', 'perspective', 'foreshortening'] },
  { name: 'rest', patterns: ['*'] },
  {
    name: 'background',
    patterns: [
      '* background', 'outdoors', 'indoors', 'outside', 'inside', 'sky', '* sky', 'day', 'night', 'sunset', 'sunrise', 'dusk', 'scenery', 'landscape', 'forest', 'beach', 'ocean', 'sea', 'river', 'lake', 'mountain*', 'city', 'cityscape',
      'street', 'park', 'garden', 'room', '* room', 'bedroom', 'kitchen', 'bathroom', 'classroom', 'window', 'tree', 'trees', 'grass', 'field', 'flower field', 'water', 'snow', 'snowing', 'rain', 'raining', 'cloud', 'clouds', 'stars', 'moon',
    ],
  },
  {
    name: 'meta',
    categories: ['artist', 'meta', 'rating'],
    patterns: [
      'score *', 'source *', 'rating *', 'rating:*', 'masterpiece', '* quality', 'highres', 'absurdres', 'lowres', 'hi res', 'low res', 'sketch', '* sketch', 'monochrome', 'greyscale', 'lineart', 'comic', 'multiple views', 'reference sheet',
      'signature', 'watermark', 'artist name', 'dated', 'english text', '* text', 'text', 'speech bubble', 'artist:*', 'by *', 'traditional media', 'digital media*', '* (medium)', 'photo', 'realistic', '3d',
    ],
  },
];
