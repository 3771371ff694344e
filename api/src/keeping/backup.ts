import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atOneMoment, rowsOf, tablesKept } from '@zhaozhang/store';
import type { TableKept } from '@zhaozhang/store';
import type { FilesCopy, Manifest, TableCopy } from './manifest.ts';
import { readManifest, runsIn, writeManifest } from './manifest.ts';
import { filesBelow, openObjects } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Reached } from './reach.ts';

/** Rows of one object at most, and their characters: read and written in one piece. */
const mostRows = 5_000;
const mostText = 4 * 1024 * 1024;

export interface BackupDone {
  readonly manifest: Manifest;
  /** Whether there was an earlier one to go on from. */
  readonly incremental: boolean;
  /** Files that had not been there before. */
  readonly newBlobs: number;
}

export interface BackupOptions {
  readonly reached: Reached;
  /** Where the law's packs, words and calendars lie. */
  readonly law: string;
  readonly directory: string;
  readonly at: string;
}

/**
 * Takes a backup of an installation, running or not. The log first, then the database as it stood at one moment, then
 * the files: every leaf has its event and every event its files, for each is made durable before what names it. What an
 * earlier backup in the same directory holds is not taken again.
 */
export async function takeBackup({ reached, law, directory, at }: BackupOptions): Promise<BackupDone> {
  const objects = await openObjects(directory);
  const earlier = runsIn(directory).at(-1);
  const before = earlier === undefined ? undefined : readManifest(directory, earlier);
  const logDirectory = join(reached.dataDir, 'log');
  // The checkpoint before its tiles: they only grow, so what it vouches for is among them.
  const checkpoint = readFileSync(join(logDirectory, 'checkpoint'), 'utf8');
  const log = await copyLog(objects, logDirectory, before?.log);
  const tables = await atOneMoment(reached.ledger.connection, () => copyTables(objects, reached, before));
  const blobs = await copyBlobs(objects, reached, before?.blobs);
  const clock = join(reached.dataDir, 'clock.json');
  const manifest: Manifest = {
    ...{ format: 1, run: (earlier ?? 0) + 1, at, demonstration: existsSync(clock), checkpoint, tables, log },
    blobs: blobs.copy,
    law: await copyFiles(objects, law, await lawFiles(law)),
    others: await copyFiles(
      objects,
      reached.dataDir,
      ['clock.json', 'demonstration-filled'].filter((file) => existsSync(join(reached.dataDir, file))),
    ),
  };
  await writeManifest(directory, manifest);
  return { manifest, incremental: before !== undefined, newBlobs: blobs.fresh };
}

async function copyTables(
  objects: Objects,
  { ledger }: Reached,
  before: Manifest | undefined,
): Promise<Readonly<Record<string, TableCopy>>> {
  const copies: Record<string, TableCopy> = {};
  for (const table of await tablesKept(ledger.connection))
    if (table.how === 'appended' || table.how === 'whole')
      copies[table.name] = await copyTable(objects, ledger.connection, table, before?.tables[table.name]);
  return copies;
}

async function copyTable(
  objects: Objects,
  connection: Reached['ledger']['connection'],
  table: TableKept,
  before: TableCopy | undefined,
): Promise<TableCopy> {
  const goesOn = table.how === 'appended' && before !== undefined;
  const copy = { rows: goesOn ? before.rows : 0, last: (goesOn ? before.last : undefined) ?? -1 };
  const made: string[] = goesOn ? [...before.objects] : [];
  let lines: string[] = [];
  let text = 0;
  const close = async (): Promise<void> => {
    if (lines.length > 0) made.push(await objects.putLines(lines));
    [lines, text] = [[], 0];
  };
  for await (const { place, row } of rowsOf(connection, table, copy.last)) {
    lines.push(row);
    text += row.length;
    copy.rows += 1;
    if (table.how === 'appended') copy.last = place;
    if (lines.length >= mostRows || text >= mostText) await close();
  }
  await close();
  return { rows: copy.rows, objects: made, ...(table.how === 'appended' ? { last: copy.last } : {}) };
}

/** Full tiles never change: those known from before are not read again. */
async function copyLog(
  objects: Objects,
  directory: string,
  before: FilesCopy | undefined,
): Promise<FilesCopy> {
  const known = new Map(before === undefined ? [] : await listed(objects, before));
  const lines: string[] = [];
  for (const path of await filesBelow(directory)) {
    if (path === 'intent' || path.endsWith('.draft')) continue;
    const full = path.startsWith('tile/') && !path.includes('.p/');
    const digest = full ? known.get(path) : undefined;
    try {
      lines.push(`${digest ?? (await objects.putFile(join(directory, path)))} ${path}`);
    } catch (error) {
      // A partial tile that has been filled meanwhile: the full one is there, or will be next time.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return { files: lines.length, list: await objects.putLines(lines) };
}

async function copyBlobs(
  objects: Objects,
  { dataDir }: Reached,
  before: FilesCopy | undefined,
): Promise<{ copy: FilesCopy; fresh: number }> {
  const known = new Map(before === undefined ? [] : await listed(objects, before));
  const lines: string[] = [];
  let fresh = 0;
  for (const kind of ['sha256', 'sm3'])
    for (const below of await filesBelow(join(dataDir, 'blobs', kind))) {
      const path = `${kind}/${below}`;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!/^[0-9a-f]{64}$/.test(name)) continue;
      const held = known.get(path);
      if (held === undefined && kind === 'sha256') fresh += 1;
      const file = join(dataDir, 'blobs', path);
      // A file of evidence is named by its digest: read once, and refused if it is not what it is called.
      const digest = held ?? (await objects.putFile(file, kind === 'sha256' ? name : undefined));
      lines.push(`${digest} ${path}`);
    }
  return { copy: { files: lines.length, list: await objects.putLines(lines) }, fresh };
}

async function copyFiles(objects: Objects, directory: string, paths: readonly string[]): Promise<FilesCopy> {
  const lines: string[] = [];
  for (const path of paths) lines.push(`${await objects.putFile(join(directory, path))} ${path}`);
  return { files: lines.length, list: await objects.putLines(lines) };
}

async function lawFiles(law: string): Promise<readonly string[]> {
  const parts = await Promise.all(
    ['packs', 'vocabulary', 'calendar'].map(async (part) =>
      (await filesBelow(join(law, part))).map((path) => `${part}/${path}`),
    ),
  );
  return parts.flat();
}

/** Files of a copy: path and digest. */
export async function listed(
  objects: Objects,
  copy: FilesCopy,
): Promise<readonly (readonly [path: string, digest: string])[]> {
  return (await objects.readLines(copy.list)).map((line) => [line.slice(65), line.slice(0, 64)] as const);
}
