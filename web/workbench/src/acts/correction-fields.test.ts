import type { FormView } from '@zhaozhang/api/contract';
import type { AnyEntry } from '@zhaozhang/core';
import { describe, expect, it } from 'vitest';
import { changedFields, correctableFields } from './correction-fields.ts';

const form: FormView = {
  ...{
    act: 'case.serve',
    label: '送达',
    nature: 'factual',
    stream: 'case/1',
    version: 3,
    restsOnSeen: false,
    asksMoment: true,
  },
  now: '2026-03-12T09:00:00+08:00',
  input: [
    {
      name: 'party',
      label: '当事人',
      kind: 'ref',
      optional: false,
      options: [{ value: 'p1', label: '江城某协会' }],
    },
  ],
  record: [
    {
      id: 'service.recipient',
      label: '收件人',
      type: 'text',
      secret: false,
      required: true,
      conditional: false,
      clauses: [],
    },
    {
      id: 'service.idNumber',
      label: '证件号码',
      type: 'text',
      secret: true,
      required: false,
      conditional: false,
      clauses: [],
    },
    {
      id: 'service.fee',
      label: '费用',
      type: 'money',
      secret: false,
      required: false,
      conditional: false,
      clauses: [],
    },
  ],
  partyRecord: [],
  prefill: { input: {}, record: {} },
  preview: {
    name: 'case.serve',
    label: '送达',
    status: 'possible',
    refusals: [],
    perhaps: [],
    advice: [],
    next: false,
  },
};

const entry = {
  ...{ id: 'e1', kind: 'service', act: 'case.serve', version: 3, defects: [], corrections: [] },
  ...{
    at: '2026-03-11T15:30:00+08:00',
    enteredAt: '2026-03-11T16:00:00+08:00',
    by: { account: 'z', name: '周承办' },
  },
  data: { document: 'd1', party: 'p1' },
  record: {
    'service.recipient': '王某',
    'service.idNumber': { sealed: 's1', digest: `sha256:${'0'.repeat(64)}` },
    'service.fee': 1200,
  },
} as unknown as AnyEntry;

describe('更正录入的栏目', () => {
  const fields = correctableFields(entry, form);
  const now = Object.fromEntries(
    fields.flatMap((one) => (one.before === undefined ? [] : [[one.path, one.before]])),
  );

  it('列出各栏现在的内容，加密的不显示', () => {
    expect(fields.map(({ path, before, sealed }) => [path, before, sealed])).toEqual([
      ['occurredAt', '2026-03-11T15:30', false],
      ['input.party', 'p1', false],
      ['record.service.recipient', '王某', false],
      ['record.service.idNumber', undefined, true],
      ['record.service.fee', '12.00', false],
    ]);
  });

  it('没有改动就没有可送的栏目', () => {
    expect(changedFields(fields, now).fields).toEqual({});
  });

  it('只送改动过的栏目，按行为的写法', () => {
    const changed = changedFields(fields, {
      ...now,
      occurredAt: '2026-03-10T15:30',
      'record.service.fee': '13.5',
      'record.service.idNumber': '4201',
    });
    expect(changed.fields).toEqual({
      occurredAt: '2026-03-10T15:30:00+08:00',
      'record.service.idNumber': '4201',
      'record.service.fee': 1350,
    });
  });

  it('写法不对的改动指明在哪一栏', () => {
    expect(changedFields(fields, { ...now, 'record.service.fee': '不详' }).faults).toEqual([
      { path: 'record.service.fee', says: '请填写金额，最多两位小数，如 5000.00' },
    ]);
  });
});
