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

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What happens to the standard case between other agencies, after its parties have been heard. */
const among: readonly RehearsedStep[] = [
  {
    ...{ at: '2026-03-16T09:00', by: '陈主办', act: 'case.dispute-jurisdiction' },
    input: { other: '乙区民政局', superior: '示例市人民政府' },
    record: { 'dispute.matter': '两局都立了案，各自主张管辖' },
  },
  {
    ...{ at: '2026-03-16T10:00', by: '陈主办', act: 'case.record-negotiation' },
    input: { result: 'own' },
    record: { 'dispute.course': '两局分管负责人当面协商' },
  },
  {
    ...{ at: '2026-03-16T11:00', by: '陈主办', act: 'case.request-assistance' },
    input: { organ: '示例市公安局', matter: '查询负责人的户籍信息' },
    record: { 'assistance.basis': '户籍登记由公安机关管理' },
  },
  {
    ...{ at: '2026-03-16T12:00', by: '陈主办', act: 'case.record-referral-receipt' },
    input: { received: ['$interview'], receivedBy: '丁签收' },
    record: { 'crime.receipt': '示公收〔2026〕9 号' },
  },
];

/** A lead of its own that goes to the first to file, before anybody makes a case of it. */
const sent: readonly RehearsedStep[] = [
  {
    ...{ at: '2026-03-02T16:00', by: '陈主办', act: 'case.transfer' },
    input: { organ: '示例市文化局', number: '示民移〔2026〕1 号' },
  },
];

/** A detention that an agency which may detain has decided, asked to be put off. */
const putOff: readonly RehearsedStep[] = [
  {
    ...{ as: 'request', at: '2026-03-24T09:00', by: '陈主办', act: 'case.request-detention-suspension' },
    input: { party: 'p1' },
  },
  {
    ...{ at: '2026-03-24T15:00', by: '赵局长', act: 'case.decide-detention-suspension' },
    input: { request: '$request', meets: true, ruling: 'suspend' },
    record: { 'detention.grounds': '已交纳保证金', 'detention.told': '三月二十四日当面交付' },
  },
];

const detention = [{ party: 'p1', kind: 'detention' }];
const mayDetain: RehearsedStep = {
  ...{ at: '2026-03-02T08:00', by: '管理员', act: 'agency.register-competence' },
  input: {
    ...{ id: 'detaining', item: '社会组织的行政处罚', region: '示例市', source: 'public-security' },
    ...{ document: '示例拘留法', article: '第七条', kinds: ['detention'], from: '2015-01-01' },
  },
};

const played: Rehearsal[] = [];
beforeAll(async () => {
  const standard = parse(await readFile(at('../../law/examples/standard.yaml'), 'utf8')) as {
    law: readonly string[];
    setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
    steps: (RehearsedStep & { as: string })[];
    asides: (RehearsedStep & { as: string })[];
  };
  const { law } = compileBundle(library, [...standard.law]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const play = (steps: readonly RehearsedStep[]): void => {
    const rehearsal = new Rehearsal(law, begin);
    for (const step of steps) {
      const { decision } = rehearsal.play(step);
      if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
    }
    played.push(rehearsal);
  };
  const before = (as: string) =>
    standard.steps.slice(
      0,
      standard.steps.findIndex((step) => step.as === as),
    );
  const byTime = (steps: readonly RehearsedStep[]) =>
    steps.toSorted((a, b) => ((a.entered ?? a.at) < (b.entered ?? b.at) ? -1 : 1));
  const referred = standard.asides.filter(({ as }) => as === 'crime-flag' || as === 'crime-referral');
  play(byTime([...before('statement'), ...referred, ...among]));
  play(byTime([...before('file'), ...sent]));
  const detaining = before('publication-check').map((step) =>
    step.as === 'notice' || step.as === 'decide'
      ? { ...step, input: { ...step.input, sanctions: detention } }
      : step,
  );
  play(byTime([mayDetain, ...detaining, ...putOff]));
});

function drawn(kind: EntryKind): string {
  const drawings = played.flatMap(({ state, agency, law }) =>
    state.entries
      .filter((one) => one.kind === kind)
      .map((entry) => renderDocument(entry, { state, agency, law }) ?? ''),
  );
  return drawings.at(-1) ?? '';
}

describe('机关之间的文书', () => {
  it.each<[string, EntryKind, readonly string[]]>([
    [
      'NAT-CF-25-2 报请指定管辖函写明双方、共同的上一级和各自的理由',
      'jurisdiction-dispute',
      ['报请指定管辖函', '示例市人民政府', '乙区民政局', '各自主张管辖'],
    ],
    [
      'NAT-CF-25-2 协商记录写明经过和结果',
      'jurisdiction-negotiation',
      ['管辖协商记录', '两局分管负责人当面协商', '协商一致，由本机关管辖'],
    ],
    [
      'NAT-CF-27-3 移送书列出证据清单',
      'criminal-referral',
      ['涉嫌犯罪案件移送书', '示例市公安局', '询问笔录复印件一份', '对唐示例的询问笔录'],
    ],
    [
      'NAT-CF-27-3 签收单逐件写明签收的证据、签收人和回执',
      'referral-receipt',
      ['移送证据和财物签收单', '对唐示例的询问笔录', '丁签收', '示公收〔2026〕9 号'],
    ],
    [
      'NAT-CF-26-1 协助函写明对方、事项和依据',
      'assistance-request',
      ['协助函', '示例市公安局', '查询负责人的户籍信息', '户籍登记由公安机关管理'],
    ],
    [
      'NAT-CF-25-1 案件移送函写明受移送的机关、文号和时间',
      'transfer',
      ['案件移送函', '示例市文化局', '示民移〔2026〕1 号', '2026 年 3 月 2 日'],
    ],
    [
      'NAT-CF-73-2 暂缓执行决定书写明申请、情形和理由',
      'detention-ruling',
      ['暂缓执行行政拘留决定书', '已交纳保证金', '符合法律规定的暂缓情形', '三月二十四日当面交付'],
    ],
  ])('%s', (_title, kind, texts) => {
    const html = drawn(kind);
    for (const text of texts) expect(html).toContain(text);
    expect(html.replaceAll(/<[^>]*>/g, '')).not.toContain('undefined');
  });
});
