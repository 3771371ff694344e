import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './ops/steps/longest-first.ts';

/** A fixed zone: nothing may depend on where the machine stands. Tests of time set others themselves. */
process.env['TZ'] = 'Asia/Shanghai';

const TESTS = '*.test.{ts,tsx}';
const BROWSER = '**/*.browser.test.{ts,tsx}';
/**
 * One more than there are cores: whoever waits for a disk, a database or a browser leaves a core idle, almost a third of
 * two when there were as many workers as cores. Vitest itself would leave one free.
 */
const maxWorkers = availableParallelism() + 1;
/** Tests that start a database, a server or a browser: in processes, which can be ended with what they started. */
const served = { pool: 'forks', maxWorkers, isolate: false } as const;
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/** Whole stories in the browser take minutes: there only when `npm run walk` asks for them. */
const walks =
  process.env['ZHAOZHANG_WALK'] === undefined
    ? []
    : [
        {
          test: {
            name: 'walk',
            include: ['ops/browser/*.walk.ts'],
            globalSetup: ['api/src/testing/prepared-house.ts'],
            ...served,
            hookTimeout: 180_000,
          },
        },
      ];

/**
 * Four kinds of test by what they need, one kind after the other, as many files at a time as there are cores. No kind waits
 * for the last file of the one before: all are one group. No file is given modules of its own: reading the rooms anew for
 * each took longer than most of their tests, and the modules keep nothing from one test to the next.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['core', 'law', 'evidence', 'documents', 'web', 'bench', 'ops'].map(
            (room) => `${room}/**/${TESTS}`,
          ),
          exclude: [...NEVER, BROWSER],
          testTimeout: 60_000,
          maxWorkers,
          isolate: false,
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
        },
      },
      ...walks,
    ],
  },
});
