import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDay } from '@zhaozhang/core/time';
import { readLibrary } from '../library.ts';
import { packName } from './pack-name.ts';
import { skeleton, toFillIn } from './skeleton.ts';

/** What was written after `new`; several `extends` may be given, each one or more packs with commas between. */
export interface NewPackWords {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly issuer?: string | undefined;
  readonly issued?: string | undefined;
  readonly extends?: readonly string[] | undefined;
}

interface Told {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** Writes the skeleton of a new pack. Never writes over anything: what stands there may be law somebody works under. */
export async function newCommand(dir: string, words: NewPackWords): Promise<Told> {
  if (words.id === undefined || words.title === undefined)
    return refused(
      '写明编号和名称：npm run law:new -- 机关/规范/版本日期 --title 规范名称 --extends 所依据的规则包',
    );
  const name = packName(words.id);
  if (typeof name === 'string') return refused(name);
  if (words.title.trim().length < 2) return refused('名称至少两个字，写在 --title 之后。');
  if (/[《》]/.test(words.title)) return refused('名称不带书名号，屏幕上引用时自动加上。');
  if (words.issuer !== undefined && words.issuer.trim().length < 2)
    return refused('发布机关至少两个字，写在 --issuer 之后。');
  if (words.issued !== undefined && parseDay(words.issued) === undefined)
    return refused(`印发日“${words.issued}”不是存在的日期，写作年-月-日，例如 2026-02-20。`);
  if (!existsSync(join(dir, 'packs')))
    return refused(`${dir} 中没有 packs 文件夹。在源码中运行，或者以 --dir 指明法律所在的文件夹。`);
  const parents = (words.extends ?? []).flatMap((part) => part.split(',')).filter((id) => id !== '');
  const { packs } = await readLibrary(dir);
  const missing = parents.filter((id) => !packs.has(id));
  if (missing.length > 0)
    return refused(`所依据的规则包 ${missing.join('、')} 不存在。现有的有：`, ...packs.keys());
  const folder = join(dir, 'packs', name.id);
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    return refused(`packs/${name.id} 已经存在，没有改动它。修改就直接编辑；新版本以新的施行日另建。`);
  const begun = {
    name,
    title: words.title.trim(),
    ...(words.issuer === undefined ? {} : { issuer: words.issuer.trim() }),
    ...(words.issued === undefined ? {} : { issued: words.issued }),
    extends: parents,
  };
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true });
  // `wx`: if somebody made the file between the question above and here, theirs stays and we fail.
  const files = Object.entries(skeleton(begun));
  for (const [file, text] of files) await writeFile(join(folder, file), text, { flag: 'wx' });
  return {
    lines: [
      `已建立 packs/${name.id}：${files.map(([file]) => file).join('、')}`,
      ...toComplete(begun),
      '然后依次写 clauses.yaml、params.yaml、rules.yaml、examples.yaml，随时运行 npm run law:check。',
    ],
    exitCode: 0,
  };
}

function toComplete(begun: { issuer?: string; issued?: string; extends: readonly string[] }): string[] {
  return [
    ...(begun.issuer === undefined ? [`还要填写：pack.yaml 的发布机关 issuer，现在写着“${toFillIn}”`] : []),
    ...(begun.issued === undefined ? ['还要核对：pack.yaml 的印发日 issued，现在与施行日相同'] : []),
    ...(begun.extends.length === 0 ? ['还没有所依据的规则包：有的写入 pack.yaml 的 extends'] : []),
  ];
}

function refused(...lines: readonly string[]): Told {
  return { lines, exitCode: 1 };
}
