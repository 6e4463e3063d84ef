import type { Picture } from '../dataset/model.js';
import type { SettingsFile } from '../settings/file.js';
import { resolveSettings } from '../settings/resolve.js';
import { bucketChooser, bucketSettings, type Fitted } from './bucket.js';
import { trainerSize } from './trainer-size.js';

type BucketOf = (picture: Picture) => Fitted | null;

const known = new WeakMap<SettingsFile, BucketOf>();
const none: BucketOf = () => null;

/**
 * Where the trainer would put pictures with these settings (S17): a function from a picture to its bucket, null for one
 * that cannot be read or was not looked at yet. Kept for each settings file, and for each picture's facts.
 */
export function bucketOf(settings: SettingsFile | null): BucketOf {
  if (!settings) return none;
  let find = known.get(settings);
  if (!find) {
    find = finder(settings);
    known.set(settings, find);
  }
  return find;
}

function finder(settings: SettingsFile): BucketOf {
  const values = Object.fromEntries(Object.entries(resolveSettings(settings)).map(([key, { value }]) => [key, value]));
  const fit = bucketChooser(bucketSettings(values));
  const fitted = new WeakMap<object, Fitted>();
  return ({ facts }) => {
    const size = trainerSize(facts);
    if (!facts || !size) return null;
    let found = fitted.get(facts);
    if (!found) {
      found = fit(size[0], size[1]);
      fitted.set(facts, found);
    }
    return found;
  };
}
