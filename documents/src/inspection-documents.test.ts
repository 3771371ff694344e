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

/** The inspection of the examples, told to end in an order to correct. */
async function played(): Promise<Showing> {
  const read = async (name: string) =>
    parse(await readFile(at(`../../law/examples/${name}.yaml`), 'utf8')) as {
      law: readonly string[];
      setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
      steps: (RehearsedStep & { as: string })[];
    };
  const [standard, inspected] = await Promise.all([read('standard'), read('inspected')]);
  const { law } = compileBundle(library, [
    ...standard.law,
    'state-council-office/enterprise-inspection/2025-01-03',
  ]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const rehearsal = new Rehearsal(law, begin);
  const upToSeal = inspected.steps.slice(0, inspected.steps.findIndex(({ as }) => as === 'seal') + 1);
  const told = upToSeal.map((step) =>
    step.as === 'result'
      ? {
          ...step,
          input: { outcome: 'to-correct', signers: ['chen', 'li'] },
          record: {
            'inspecting.findings': '公示牌缺两项标准。',
            'inspecting.demand': '三月十三日前补上。',
            'inspecting.paper-entry': '只留在卷内的说明',
          },
        }
      : step,
  );
  const ordered: RehearsedStep = {
    at: '2026-03-04T11:00',
    by: '陈主办',
    act: 'case.order-correction',
    input: { parties: ['p1'], demand: '补上收费公示牌的两项标准', by: '2026-03-13' },
  };
  for (const step of [...told, ordered]) {
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

describe('行政检查的文书', () => {
  it('NAT-54-4 检查通知书载明对象、事项和内容、依据、时间、人员、权利和签收', () => {
    const html = drawn('inspection-notice');
    for (const text of [
      '检查通知书',
      '白鹭示例服务中心',
      '民办非企业单位收费情况检查',
      '收费项目、标准、公示和收入的用途',
      '第二十条',
      '2026 年 3 月 2 日',
      '陈主办（执法证件 示例-0101）',
      '李协办（执法证件 示例-0102）',
      '有权申请检查人员回避',
      '唐示例二月二十六日签收',
      '示例市民政局',
    ])
      expect(html).toContain(text);
  });

  it('NAT-CF-55-3 现场笔录载明时间地点、人员证件、在场、经过和签名', () => {
    const html = drawn('scene-record');
    for (const text of ['现场笔录', '现场检查', '示例市白鹭路 2 号', '示例-0101', '票据存根四册', '逐页签名'])
      expect(html).toContain(text);
    expect(html).not.toContain('检查依据的种类');
  });

  it('NAT-54-4 检查结果告知书载明结果、发现的问题、改正的要求和签名的人员；内部的说明不印', () => {
    const html = drawn('decision');
    for (const text of [
      '检查结果告知书 示民检告字〔2026〕1号',
      '发现问题，责令改正',
      '公示牌缺两项标准。',
      '三月十三日前补上。',
      '陈主办（执法证件 示例-0101）',
      '已加盖本机关印章',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('只留在卷内的说明');
    expect(html).not.toContain('未能实施');
  });

  it('责令改正通知书载明要求和期限', () => {
    const html = drawn('correction-order');
    for (const text of ['责令改正通知书', '白鹭示例服务中心', '两项标准', '2026 年 3 月 13 日'])
      expect(html).toContain(text);
  });
});
