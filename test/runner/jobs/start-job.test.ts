import { expect, test } from 'vitest';
import { JobCancelled, startJob } from '../../../src/runner/jobs/start-job.js';

test('a job tells how far it is, and gives its result', async () => {
  const seen: string[] = [];
  const job = startJob('counting', async (tell) => {
    for (let done = 1; done <= 3; done++) {
      tell(done, 3);
      await Promise.resolve();
    }
    return 'counted';
  });
  job.onProgress(() => seen.push(`${job.done}/${job.total}`));
  expect(await job.result).toBe('counted');
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
});

test('a cancelled job stops its work and rejects', async () => {
  let steps = 0;
  const job = startJob('going on', async (tell, signal) => {
    while (!signal.aborted) {
      tell(++steps, 0);
      await new Promise(setImmediate);
    }
    return steps;
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  job.cancel();
  await expect(job.result).rejects.toBeInstanceOf(JobCancelled);
  const atEnd = steps;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(steps).toBe(atEnd);
});

test('who listens no more hears nothing more', async () => {
  let heard = 0;
  const job = startJob('counting', async (tell) => {
    tell(1, 2);
    await new Promise(setImmediate);
    tell(2, 2);
  });
  const stop = job.onProgress(() => {
    heard++;
    stop();
  });
  await job.result;
  expect(heard).toBe(1);
});

test('a job that fails and is not awaited does not end the program', async () => {
  startJob('failing', () => Promise.reject(new Error('no')));
  await new Promise((resolve) => setTimeout(resolve, 10));
});
