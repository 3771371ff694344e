import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoFar } from './verify.ts';

/** An interrupted verification, as it is put down beside the data. */
interface Interrupted {
  /** Whether acts are decided again: the other way it would be another verification. */
  readonly lawful: boolean;
  readonly begun: string;
  readonly soFar: SoFar;
}

/** Where a verification puts down how far it has come. */
export interface Progress {
  /** What an interrupted one left; undefined when there is none, or it asked for something else. */
  readonly left: { readonly begun: string; readonly soFar: SoFar } | undefined;
  put(soFar: SoFar): void;
  clear(): void;
}

/**
 * @param begun when this verification begins, as it is said to whoever goes on with it
 * @param fresh what was left is not gone on with
 */
export function progressIn(
  dataDir: string,
  { lawful, begun, fresh }: { readonly lawful: boolean; readonly begun: string; readonly fresh: boolean },
): Progress {
  const folder = join(dataDir, 'verify');
  const file = join(folder, 'progress.json');
  const left = fresh ? undefined : readLeft(file, lawful);
  return {
    left,
    put: (soFar) => {
      const now: Interrupted = { lawful, begun: left?.begun ?? begun, soFar };
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, JSON.stringify(now), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // On a disk that takes nothing one verifies all the same; an interrupted one then begins anew.
      }
    },
    clear: () => {
      try {
        rmSync(file, { force: true });
      } catch {
        // The same.
      }
    },
  };
}

function readLeft(file: string, lawful: boolean): Progress['left'] {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Interrupted>;
    if (found.lawful !== lawful || found.begun === undefined || found.soFar === undefined) return undefined;
    return { begun: found.begun, soFar: found.soFar };
  } catch {
    return undefined;
  }
}
