import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseUnavailable } from '../launcher/errors.ts';

/** One step of the schema. Once released its text never changes; a change is a new step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

const SHAPE = /^\d{4}-[a-z0-9-]+\.sql$/;

/** Where the SQL files lie: beside this file in the sources, in `migrations/` beside a bundle. */
export function migrationsBesideProgram(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(here).some((name) => SHAPE.test(name)) ? here : join(here, 'migrations');
}

/**
 * Reads the migrations of a folder in their order.
 * @throws DatabaseUnavailable when there is none, or two bear the same number.
 */
export function loadMigrations(folder: string): readonly Migration[] {
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => SHAPE.test(name)).sort();
  if (names.length === 0) throw new DatabaseUnavailable(`“${folder}”中没有数据库升级脚本，安装不完整。`);
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) throw new DatabaseUnavailable(`“${folder}”中有两个编号为 ${twice} 的升级脚本。`);
  return names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name: name.slice(0, -4),
      sql: bytes.toString('utf8'),
      digest: createHash('sha256').update(bytes).digest('hex'),
    };
  });
}
