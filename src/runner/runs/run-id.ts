/**
 * A name for a run that a person can read and type, e.g. `2026-11-23-1412-pipnix`: the local time of its start and what
 * it is called. Ids that are taken get `-2`, `-3`, …
 * @param name the output name or the workspace's; only letters and digits of it are kept
 */
export function runId(created: Date, name: string, taken: ReadonlySet<string>): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${created.getFullYear()}-${two(created.getMonth() + 1)}-${two(created.getDate())}`;
  const base = [day, `${two(created.getHours())}${two(created.getMinutes())}`, slug(name)].filter(Boolean).join('-');
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').slice(0, 32).replace(/^-+|-+$/g, '');
}
