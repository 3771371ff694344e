import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import type { EntryKind } from '@zhaozhang/core';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
import type { RehearsedStep } from '@zhaozhang/law/rehearsal';
import { renderDocument } from './render-document.ts';
import type { Showing } from './value-text.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The case of things impounded, played until they are returned. */
async function played(): Promise<Showing> {
  const read = async (name: string) =>
    parse(await readFile(at(`../../law/examples/${name}.yaml`), 'utf8')) as {
      law: readonly string[];
      setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
      steps: (RehearsedStep & { as: string })[];
    };
  const [standard, impounded] = await Promise.all([read('standard'), read('impounded')]);
  const { law } = compileBundle(library, [...standard.law]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const rehearsal = new Rehearsal(law, begin);
  for (const step of impounded.steps) {
    const { decision } = rehearsal.play(step);
    expect('refusals' in decision ? decision.refusals : []).toEqual([]);
  }
  return { state: rehearsal.state, agency: rehearsal.agency, law };
}

let showing: Showing;
beforeAll(async () => {
  showing = await played();
});

const drawn = (kind: EntryKind): string => {
  const entry = showing.state.entries.find((one) => one.kind === kind);
  return entry === undefined ? '' : (renderDocument(entry, showing) ?? '');
};

describe('强制措施的文书', () => {
  it('NAT-QZ-24-1 决定书载明当事人、理由依据期限、标的、救济、机关和日期', () => {
    const html = drawn('measure-decision');
    for (const text of [
      '行政强制措施决定书 示民强措字〔2026〕1号',
      '青禾示例服务中心',
      '示例市青禾路 1 号',
      '扣押财物',
      '收费数据可能被删除',
      '《示例服务法》（2018 年）第十二条',
      '决定书写明的件数：5',
      '2026 年 10 月 5 日',
      '申请行政复议',
      '示例市民政局',
      '2026 年 9 月 5 日',
    ])
      expect(html).toContain(text);
  });

  it('NAT-QZ-24-2 NAT-QZ-18-7 清单逐项印出，笔录写明告知、陈述和签名；见证人的联系方式不印', () => {
    const html = drawn('measure');
    for (const text of [
      '台式电脑 数量 2 完好 本局物证室 存有收费数据',
      '一式二份',
      '陈主办',
      '当场告知的救济途径',
      '其中一台电脑是新购的',
      '交付当事人的清单（签收人）：唐示例',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('见证人的联系方式');
  });

  it('NAT-QZ-25-2 NAT-QZ-28-1 延长的告知写明日数和理由，解除的决定写明情形', () => {
    const extension = drawn('measure-extension');
    for (const text of ['9 月 5 日对青禾示例服务中心的扣押', '延长的日数：15', '尚需逐笔核对'])
      expect(extension).toContain(text);
    const lifting = drawn('measure-lifting');
    for (const text of ['示民解措字〔2026〕1号', '已作出处理决定，不再需要', '青禾示例服务中心'])
      expect(lifting).toContain(text);
  });
});
