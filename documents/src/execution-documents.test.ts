import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import type { EntryKind } from '@zhaozhang/core';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
import type { RehearsedStep } from '@zhaozhang/law/rehearsal';
import { renderDocument } from './render-document.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = async (name: string) =>
  parse(await readFile(at(`../../law/examples/${name}.yaml`), 'utf8')) as {
    law: readonly string[];
    setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
    steps: (RehearsedStep & { as: string })[];
  };
const standard = await read('standard');

/** The latest paper of that kind in a story of enforcement. */
async function drawn(story: string, kind: EntryKind): Promise<string> {
  const { law } = compileBundle(library, [...standard.law]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const rehearsal = new Rehearsal(law, begin);
  for (const step of (await read(story)).steps) {
    const { decision } = rehearsal.play(step);
    expect('refusals' in decision ? decision.refusals : []).toEqual([]);
  }
  const entry = rehearsal.state.entries.findLast((one) => one.kind === kind);
  return entry === undefined
    ? ''
    : (renderDocument(entry, { state: rehearsal.state, agency: rehearsal.agency, law }) ?? '');
}

describe('强制执行的文书', () => {
  it('NAT-QZ-35-1 催告书载明期限、方式、金额和给付方式、陈述申辩权，以及应当履行的决定', async () => {
    const html = await drawn('agreed', 'demand');
    for (const text of [
      '履行催告书',
      '当事人：青禾示例服务中心',
      '示民征决字〔2026〕3号',
      '本金：10,000.00 元',
      '自收到本催告书之日起十个工作日',
      '到指定银行缴清',
      '一万元，存入指定银行',
      '有权进行陈述和申辩',
    ])
      expect(html).toContain(text);
  });

  it('NAT-QZ-37-1 强制执行决定书载明当事人、理由依据、方式和时间、救济、机关和日期，不印机关自己的核对', async () => {
    const html = await drawn('agreed', 'decision');
    for (const text of [
      '行政强制执行决定书 示民强执字〔2026〕1号',
      '逾期不缴，经催告仍不履行',
      '示例法第八条',
      '划拨存款、汇款',
      '四月十四日通知金融机构划拨',
      '申请行政复议',
      '提起行政诉讼',
      '示例市民政局',
      '2026 年 4 月 3 日',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('位阶');
  });

  it('NAT-QZ-51-1 代履行决定书另载明标的、费用预算和代履行人', async () => {
    const html = await drawn('executed', 'decision');
    for (const text of [
      '代履行决定书',
      '河道内长二十米的围栏',
      '代履行的费用预算：5,000.00 元',
      '蓝溪示例工程队',
      '造成环境污染',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('行政强制执行决定书');
  });

  it('NAT-QZ-42-1 执行协议写明各阶段和减免；NAT-QZ-55-1 申请书写明法院、决定、材料和签署', async () => {
    const agreement = await drawn('agreed', 'execution-agreement');
    for (const text of [
      '执行协议',
      '2026 年 5 月 15 日',
      '4,000.00 元',
      '3,000.00 元',
      '四月八日双方签字盖章',
    ])
      expect(agreement).toContain(text);
    const application = await drawn('court-executed', 'court-application');
    for (const text of [
      '行政强制执行申请书',
      '被申请执行人：青禾示例服务中心',
      '示例市示例区人民法院',
      '银行存款一万元',
      '赵局长',
      '2026 年 7 月 14 日',
    ])
      expect(application).toContain(text);
  });
});
