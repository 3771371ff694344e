import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile, syncDirectory } from '@zhaozhang/evidence';
import { StartRefused } from '../start/refused.ts';

/** Rows of one table, in objects of lines each a row. */
export interface TableCopy {
  readonly rows: number;
  readonly objects: readonly string[];
  /** Of an append-only table: the place of its last row, behind which the next backup goes on. */
  readonly last?: number;
}

/** Files, as an object of lines `digest path`. */
export interface FilesCopy {
  readonly files: number;
  readonly list: string;
}

/** One backup: everything by which an installation comes back as it stood at that moment. */
export interface Manifest {
  readonly format: 1;
  readonly run: number;
  /** When it was taken, by the machine's clock. */
  readonly at: string;
  readonly demonstration: boolean;
  /** The log's signed checkpoint at that moment: keep it elsewhere too, and a log set back shows itself. */
  readonly checkpoint: string;
  readonly tables: Readonly<Record<string, TableCopy>>;
  readonly log: FilesCopy;
  readonly blobs: FilesCopy;
  /** The packs, words and calendars of law that were in use. */
  readonly law: FilesCopy;
  /** Of a demonstration: its clock, and that it has been filled. */
  readonly others: FilesCopy;
}

const name = (run: number): string => `${String(run).padStart(6, '0')}.json`;

/** The backups of a directory, by their numbers. */
export function runsIn(directory: string): readonly number[] {
  if (!existsSync(join(directory, 'runs'))) return [];
  return readdirSync(join(directory, 'runs'))
    .flatMap((file) => /^(\d{6,})\.json$/.exec(file)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export function readManifest(directory: string, run: number): Manifest {
  const found = JSON.parse(readFileSync(join(directory, 'runs', name(run)), 'utf8')) as Manifest;
  if (found.format !== 1) throw new StartRefused(`第 ${run} 次备份的格式不认识，请用更新的程序恢复`);
  return found;
}

/** Written last and in one step: a backup that was interrupted is none. */
export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const folder = join(directory, 'runs');
  await replaceFile(
    join(folder, name(manifest.run)),
    Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`),
    0o600,
  );
  await syncDirectory(folder);
}
