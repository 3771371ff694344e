import { resolve } from 'node:path';

/** The data directory that a tool is to look at: as asked, as the environment says, or where a start would put it. */
export function dataDirOf(asked: string | undefined): string {
  return resolve(asked ?? process.env['ZHAOZHANG_DATA'] ?? 'data');
}
