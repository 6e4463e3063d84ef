/** The bucket settings of a run, by what they mean; sizes in pixels. */
export interface BucketSettings {
  /** `resolution`: width and height. */
  resolution: readonly [number, number];
  /** `enable_bucket`; without it every image is made `resolution`. */
  enabled: boolean;
  /** `min_bucket_reso` and `max_bucket_reso`: the shortest and longest side allowed. Ignored with `noUpscale`. */
  min: number;
  max: number;
  /** `bucket_reso_steps`. */
  step: number;
  /** `bucket_no_upscale`. */
  noUpscale: boolean;
}

/** The trainer's own; of the resolution, which it has none for, what it was first made with. */
const defaults: BucketSettings = { resolution: [512, 512], enabled: false, min: 256, max: 1024, step: 64, noUpscale: false };

/** What the trainer makes of an image: it is resized to `resized` and its middle cut to `bucket`. `[width, height]`. */
export interface Fitted {
  bucket: [number, number];
  resized: [number, number];
}

/**
 * Makes the trainer's choice of bucket: a function from an image's size to where it ends (S17). Without `noUpscale` the
 * bucket whose aspect ratio is nearest, the first of equals; with it the image's own size, brought under the area of
 * `resolution` when it is larger, each side cut down to a whole step. A side under one step gives 0, on which the
 * trainer stops, in an attempt too that it would not have taken.
 */
export function bucketChooser(settings: BucketSettings): (width: number, height: number) => Fitted {
  if (settings.enabled && settings.noUpscale) return (width, height) => fitWithoutUpscale(width, height, settings);
  const buckets = bucketSizes(settings);
  const ratios = buckets.map(([width, height]) => width / height);
  return (width, height) => {
    const ratio = width / height;
    let nearest = 0;
    for (let i = 1; i < ratios.length; i++) {
      if (Math.abs((ratios[i] ?? 0) - ratio) < Math.abs((ratios[nearest] ?? 0) - ratio)) nearest = i;
    }
    const exact = buckets.find(([w, h]) => w === width && h === height);
    const bucket = exact ?? buckets[nearest] ?? [width, height];
    const scale = ratio > bucket[0] / bucket[1] ? bucket[1] / height : bucket[0] / width;
    return { bucket: [...bucket], resized: [round(width * scale), round(height * scale)] };
  };
}

/** All buckets of these settings, `[width, height]`, sorted by width, then height. Of no use with `noUpscale`. */
export function bucketSizes(settings: BucketSettings): [number, number][] {
  const [width, height] = settings.resolution;
  if (!settings.enabled) return [[width, height]];
  const { step } = settings;
  const area = width * height;
  const min = settings.min - (settings.min % step);
  const max = Math.ceil(settings.max / step) * step;
  const sizes = new Map<string, [number, number]>();
  const add = (w: number, h: number) => sizes.set(`${w}x${h}`, [w, h]);
  const square = floorTo(Math.sqrt(area), step);
  add(square, square);
  for (let one = min; one <= max; one += step) {
    const other = Math.min(max, floorTo(Math.floor(area / one), step));
    if (other < min) continue;
    add(one, other);
    add(other, one);
  }
  return [...sizes.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function fitWithoutUpscale(width: number, height: number, { resolution, step }: BucketSettings): Fitted {
  const area = resolution[0] * resolution[1];
  let resized: [number, number] = [width, height];
  if (width * height > area) {
    const ratio = width / height;
    const idealWidth = Math.sqrt(area * ratio);
    // Two ways to bring one side to a whole step; the one that bends the aspect ratio less is taken.
    const byWidth = floorTo(round(idealWidth), step);
    const byHeight = floorTo(round(area / idealWidth), step);
    // The trainer divides by both and stops where one is 0.
    if (floorTo(round(byWidth / ratio), step) === 0 || byHeight === 0) return { bucket: [byWidth, 0], resized: [byWidth, round(byWidth / ratio)] };
    const bendByWidth = Math.abs(byWidth / floorTo(round(byWidth / ratio), step) - ratio);
    const bendByHeight = Math.abs(floorTo(round(byHeight * ratio), step) / byHeight - ratio);
    resized = bendByWidth < bendByHeight ? [byWidth, round(byWidth / ratio)] : [round(byHeight * ratio), byHeight];
  }
  return { bucket: [floorTo(resized[0], step), floorTo(resized[1], step)], resized };
}

function round(value: number): number {
  return Math.floor(value + 0.5);
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

/**
 * The bucket settings as arguments of the trainer by their own names, e.g. the top level of `loradeck.toml`.
 * What is missing or cannot be used is as the trainer has it by default.
 */
export function bucketSettings(values: Readonly<Record<string, unknown>>): BucketSettings {
  const count = (key: string, otherwise: number) => {
    const value = Number(values[key] ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const toggle = (key: string, otherwise: boolean) => (typeof values[key] === 'boolean' ? values[key] : otherwise);
  return {
    resolution: readResolution(values['resolution']) ?? defaults.resolution,
    enabled: toggle('enable_bucket', defaults.enabled),
    min: count('min_bucket_reso', defaults.min),
    max: count('max_bucket_reso', defaults.max),
    step: count('bucket_reso_steps', defaults.step),
    noUpscale: toggle('bucket_no_upscale', defaults.noUpscale),
  };
}

/** `resolution` as the trainer reads it, `"768"` or `"768,512"`: width and height; null where it would stop. */
export function readResolution(value: unknown): [number, number] | null {
  if (typeof value !== 'string') return null;
  const parts = value.split(',').map((part) => part.trim());
  if (parts.length > 2 || !parts.every((part) => /^\d+$/.test(part))) return null;
  const [width = 0, height = width] = parts.map(Number);
  return width > 0 && height > 0 ? [width, height] : null;
}
