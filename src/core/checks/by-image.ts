import { byGravity, type Finding } from './finding.js';

const known = new WeakMap<readonly Finding[], ReadonlyMap<string, Finding[]>>();

/** Findings by the path of the image they concern, the gravest first. Put together once for each list. */
export function issuesByImage(findings: readonly Finding[] | null): ReadonlyMap<string, Finding[]> {
  if (findings === null) return new Map();
  let map = known.get(findings);
  if (!map) known.set(findings, (map = collected(findings)));
  return map;
}

function collected(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const image of finding.images) {
      const list = map.get(image);
      if (list) list.push(finding);
      else map.set(image, [finding]);
    }
  }
  for (const list of map.values()) list.sort(byGravity);
  return map;
}
