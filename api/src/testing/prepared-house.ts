import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@zhaozhang/core/time';
import { httpStoryClient, readStories } from '@zhaozhang/scenarios';
import type { TestProject } from 'vitest/node';
import { startInstance } from '../start/instance.ts';
import { placesOf } from '../start/places.ts';
import { demonstrationRoles, makeAccounts } from '../start/seed.ts';
import { faultsInto } from './faults-into.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The data of a demonstration whose agency, people and law are there, stopped. */
    readonly preparedHouse: string;
  }
}

let folder = '';

/** Prepares one before the tests begin; each test file that starts an instance of its own takes a copy. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'zhaozhang-prepared-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const places = placesOf(import.meta.url);
  const told = await readStories(places.stories, { all: false });
  const faults: unknown[] = [];
  const instance = await startInstance({
    ...{ dataDir, places, host: '127.0.0.1', port: 0, logging: faultsInto(faults) },
    demonstration: { anchor: instant(told.agency.anchor), roles: demonstrationRoles(told) },
  });
  try {
    await makeAccounts(instance, told, dataDir);
    await httpStoryClient(instance.url, '管理员').setUp(told.agency);
  } finally {
    await instance.stop();
  }
  if (faults.length > 0) throw new AggregateError(faults, '演示没有准备好');
  project.provide('preparedHouse', dataDir);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
