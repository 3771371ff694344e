import { defineConfig } from 'vitest/config';

/** A fixed zone: nothing may depend on where the machine stands. Tests of time set others themselves. */
process.env['TZ'] = 'Asia/Shanghai';

const TESTS = '*.test.{ts,tsx}';
const BROWSER = '**/*.browser.test.{ts,tsx}';
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/**
 * Four kinds of test by what they need. Pure ones run side by side; those that start a database, a server
 * or a browser run one file at a time, in this order: on two cores they would only make each other late.
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
          // Reading the rooms' modules anew for each of some hundred files took longer than most of their tests; the
          // modules keep nothing from one test to the next.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'store',
          include: [`store/**/${TESTS}`],
          exclude: NEVER,
          pool: 'forks',
          fileParallelism: false,
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
          pool: 'forks',
          fileParallelism: false,
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
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
