/**
 * Runs `work` over all items, at most `limit` at a time, and gives the results in the order of the items. When one
 * fails no further one is begun, those under way are waited for, and that failure is thrown: nothing goes on behind the
 * caller's back. Meant for tens of thousands of small files, where a queue object for each would cost more than the read.
 */
export async function inParallel<In, Out>(
  items: readonly In[],
  limit: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results = new Array<Out>(items.length);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const at = next++;
      try {
        results[at] = await work(items[at] as In);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
