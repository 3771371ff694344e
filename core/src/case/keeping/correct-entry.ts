import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { FieldMap, Value } from '../../canonical.ts';
import type { EntryKind } from '../../entry.ts';
import { parseInstant } from '../../time/index.ts';
import { fieldMap, localId } from '../inputs.ts';
import { entryById } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';

/** Entries that record what happened and may have been typed wrongly. What has been issued is mended otherwise. */
const correctable: readonly EntryKind[] = [
  'lead',
  'refusal-notice',
  'designation',
  'party',
  'agent',
  'agent-dismissal',
  'interview',
  'statement',
  'defence-review',
  'service',
  'hearing-request',
  'hearing-waiver',
  'payment',
  'landing',
  'hand-in',
  'deposit',
  'remedy',
  'delivery',
  'mail-return',
  'performance-check',
  'correction-check',
  'spoken-demand',
  'urgent-start',
  'refusal',
  'preservation',
  'tampering',
  'sampling',
  'measure',
  'measure-exclusion',
  'custody-move',
  'thing-return',
  'discussion',
  'seal',
  'fault-claim',
  'education',
  'interest',
  'recusal-request',
  'extension-request',
  'scene-record',
  'evidence',
  'expert-opinion',
  'activity',
  'monitoring-notice',
  'transfer',
  'partner',
  'partner-leaving',
];

/** Acts that hand papers from one file to another. */
const cameAlong: readonly string[] = ['case.merge', 'case.split', 'case.refer-inspection'];

/**
 * What was handed over with a decision on the spot is part of that document: it is frozen with it. What came from the
 * file of another case is mended where it was made.
 */
export function isCorrectable(entry: AnyEntry): boolean {
  if (cameAlong.includes(entry.act)) return false;
  // Named with the task of an inspection, it is part of that act; told in full, it is an entry of its own.
  if (entry.kind === 'partner' && entry.act !== 'case.join-enforcement') return false;
  return correctable.includes(entry.kind) && !(entry.kind === 'service' && entry.act !== 'case.serve');
}

/**
 * 更正录入: mends a wrong entry. History keeps both, clocks recompute from the mended facts, and approvals that
 * rested on the entry go stale. Fields are named `occurredAt`, `input.…` or `record.…`.
 */
export const correctEntry = defineAct({
  name: 'case.correct-entry',
  event: 'case.entry-corrected',
  label: '更正录入',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  input: z.strictObject({
    entry: localId.meta({ label: '更正的记录', ref: 'correctable' }),
    fields: fieldMap.meta({ label: '更正为' }),
    reason: z.string().trim().min(4, '请写明更正的理由').max(500).meta({ label: '更正理由', long: true }),
  }),
  invariants: (state, act, context) => {
    const entry = entryById(state, act.input.entry);
    if (entry === undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选记录不在本案卷中',
          field: 'input.entry',
          remedy: { says: '从卷内记录中选择' },
        },
      ];
    if (!isCorrectable(entry))
      return [
        {
          code: 'ENTRY_FROZEN',
          because: '该文书已经形成，不能改动原件',
          field: 'input.entry',
          remedy: { says: '需要改变的，另行制作文书' },
        },
      ];
    const wrong = Object.keys(act.input.fields).filter(
      (path) => !/^(occurredAt|input\.[A-Za-z]+|record\.[A-Za-z.-]+)$/.test(path),
    );
    if (wrong.length > 0 || Object.keys(act.input.fields).length === 0)
      return [
        {
          code: 'INPUT_INVALID',
          because: '没有指明要更正的栏目',
          field: 'input.fields',
          remedy: { says: '选择要更正的栏目并填写正确内容' },
        },
      ];
    const at = act.input.fields['occurredAt'];
    if (at === undefined) return [];
    const moment = parseInstant(at);
    if (moment === undefined)
      return [
        {
          code: 'INPUT_INVALID',
          because: '时刻的写法不对',
          field: 'input.fields.occurredAt',
          remedy: { says: '按年月日时分填写' },
        },
      ];
    return moment > context.now
      ? [
          {
            code: 'FUTURE_DATE',
            because: '更正后的时刻还没有到',
            field: 'input.fields.occurredAt',
            remedy: { says: '填写实际发生的时刻' },
          },
        ]
      : [];
  },
  apply: (state, event) => {
    const entries = state.entries.map((entry) =>
      entry.id === event.input.entry
        ? corrected(state, entry, event.input.fields, {
            at: event.at,
            by: event.by,
            reason: event.input.reason,
            defects: event.defects ?? [],
          })
        : entry,
    );
    return { ...state, entries };
  },
});

function corrected(
  state: CaseState,
  entry: AnyEntry,
  fields: FieldMap,
  mark: Pick<AnyEntry, 'at' | 'by' | 'defects'> & { reason: string },
): AnyEntry {
  const data: Record<string, unknown> = { ...entry.data };
  const record: Record<string, Value> = { ...entry.record };
  const before: Record<string, Value> = {};
  let at = entry.at;
  for (const [path, value] of Object.entries(fields)) {
    const name = path.slice(path.indexOf('.') + 1);
    if (path === 'occurredAt') {
      before[path] = at;
      at = parseInstant(value) ?? at;
    } else if (path.startsWith('input.')) {
      if (data[name] !== undefined) before[path] = data[name] as Value;
      data[name] = value;
    } else {
      if (record[name] !== undefined) before[path] = record[name];
      record[name] = value;
    }
  }
  const correction = { at: mark.at, by: mark.by, reason: mark.reason, before, after: fields };
  return {
    ...entry,
    at,
    data,
    record,
    version: state.version,
    defects: mark.defects,
    corrections: [...entry.corrections, correction],
  } as unknown as AnyEntry;
}
