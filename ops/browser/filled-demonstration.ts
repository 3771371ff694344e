import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { builtServer, startedServer, stopped } from './demonstration-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The data of a demonstration that has been filled and stopped. */
    readonly filledDemonstration: string;
  }
}

let folder = '';

/**
 * Fills one demonstration before the tests in a browser begin; each test takes a copy. Filling is telling some twenty
 * cases through the interface, which takes longer than most of the tests.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'zhaozhang-filled-'));
  // The database runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  const dataDir = path.join(folder, 'data');
  const { process: child } = await startedServer(builtServer, dataDir, 0);
  child.kill('SIGTERM');
  await stopped(child);
  project.provide('filledDemonstration', dataDir);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
