import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { compileBundle, readLibrary } from '@zhaozhang/law';
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

let rehearsal: Rehearsal;
beforeAll(async () => {
  const library = await readLibrary(at('../../law'));
  const standard = parse(await readFile(at('../../law/examples/standard.yaml'), 'utf8')) as {
    law: readonly string[];
    setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
    steps: (RehearsedStep & { as: string })[];
    asides: (RehearsedStep & { as: string })[];
  };
  const { law } = compileBundle(library, [...standard.law]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  rehearsal = new Rehearsal(law, begin);
  const until = standard.steps.findIndex(({ as }) => as === 'statement');
  const steps = [
    ...standard.steps.slice(0, until),
    ...standard.asides.filter(({ as }) => as === 'crime-flag' || as === 'crime-referral'),
    ...among,
  ].sort((a, b) => ((a.entered ?? a.at) < (b.entered ?? b.at) ? -1 : 1));
  for (const step of steps) {
    const { decision } = rehearsal.play(step);
    expect('refusals' in decision ? decision.refusals : []).toEqual([]);
  }
});

function drawn(kind: EntryKind): string {
  const entry = rehearsal.state.entries.findLast((one) => one.kind === kind);
  return entry === undefined
    ? ''
    : (renderDocument(entry, { state: rehearsal.state, agency: rehearsal.agency, law: rehearsal.law }) ?? '');
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
  ])('%s', (_title, kind, texts) => {
    const html = drawn(kind);
    for (const text of texts) expect(html).toContain(text);
    expect(html.replaceAll(/<[^>]*>/g, '')).not.toContain('undefined');
  });
});
