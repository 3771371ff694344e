import { defineConfig } from 'vitest/config';

/** A fixed zone: nothing may depend on where the machine stands. Tests of time set others themselves. */
process.env['TZ'] = 'Asia/Shanghai';

const TESTS = '*.test.{ts,tsx}';
const BROWSER = '**/*.browser.test.{ts,tsx}';
/** Tests that start a database, a server or a browser: in processes, which can be ended with what they started. */
const served = { pool: 'forks', maxWorkers: 2, isolate: false } as const;
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/**
 * Four kinds of test by what they need, one kind after the other, two files at a time: a server waits for its database,
 * and a browser for its server, much of the time. No file is given modules of its own: reading the rooms anew for each
 * took longer than most of their tests, and the modules keep nothing from one test to the next.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['core', 'law', 'evidence', 'documents', 'web', 'bench', 'ops'].map(
            (room) => `${room}/**/${TESTS}`,
          ),
          exclude: [...NEVER, BROWSER],
          testTimeout: 60_000,
          // Vitest would leave one core free, which of two is half the machine.
          maxWorkers: '100%',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'store',
          include: [`store/**/${TESTS}`],
          exclude: NEVER,
          ...served,
          testTimeout: 30_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'house',
          include: ['api', 'scenarios'].map((room) => `${room}/**/${TESTS}`),
          exclude: [...NEVER, BROWSER],
          globalSetup: ['api/src/testing/prepared-house.ts'],
          ...served,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER],
          exclude: NEVER,
          globalSetup: ['ops/browser/filled-demonstration.ts'],
          ...served,
          testTimeout: 180_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
