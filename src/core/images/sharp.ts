import type Sharp from 'sharp';

let loading: Promise<typeof Sharp> | undefined;

/** The image library, loaded when it is first needed. One thread an image: several images are worked on at once instead. */
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1);
    // Files change under the program, and its own caches know when.
    sharp.cache(false);
    return sharp;
  });
  return loading;
}

/** How many pictures are decoded at once: more only take memory. */
export const imagesAtOnce = 3;
