import { readFile } from 'node:fs/promises';
import type { Library } from '../library.ts';

/**
 * Holds the packs against a list somebody else keeps: a table with tabs whose first column is headed `id`. Nothing of
 * the list is read but its ids, so any list of clauses will do, and the project keeps none itself.
 */
export async function against(library: Library, file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [`读不到对照清单 ${file}：核对路径。`];
  const [head, ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (head?.split('\t')[0] !== 'id')
    return [`对照清单 ${file} 的第一栏不是 id：用制表符分栏，首行写栏名，第一栏写 id。`];
  const listed = rows.map((row) => row.split('\t')[0] ?? '').filter((id) => id !== '');
  const known = new Set(
    [...library.packs.values()].flatMap((pack) => pack.clauses.map(({ value }) => value.id)),
  );
  const seen = new Set<string>();
  return listed.flatMap((id) => {
    if (seen.has(id)) return [`条款 ${id} 在对照清单中列了两次：去掉一次。`];
    seen.add(id);
    return known.has(id) ? [] : [`条款 ${id} 没有列入任何规则包：在所属规则包的 clauses.yaml 中补上。`];
  });
}
