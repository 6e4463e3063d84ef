import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Journeys start real terminals; more than two at once only slow each other down.
    maxWorkers: 2,
    env: { CI: '', LORADECK_TEST: '1' },
  },
});
