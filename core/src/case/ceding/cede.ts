import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { agencyRef } from '../../authority/inputs.ts';
import { withEntry } from '../state.ts';
import { cessionOver } from './ceding.ts';

/**
 * 移交承继机关: the file goes, whole and at whatever step it stands, to the agency that exercises its power from now on.
 * Open or closed: whoever asks about it later asks the successor.
 */
export const cedeCase = defineAct({
  name: 'case.cede',
  event: 'case.ceded',
  label: '移交承继机关',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  creates: 'cession',
  input: z.strictObject({
    to: agencyRef.meta({ label: '承继的机关', ref: 'successor' }),
    note: z.optional(
      z.string().trim().max(500).meta({ label: '移交说明（随案的财物、未办完的事项）', long: true }),
    ),
  }),
  standing: (state, { refs, now }) =>
    cessionOver(state, refs.agency, now) === undefined
      ? [
          {
            code: 'POWER_KEPT',
            because: '本案的职权没有划给另一机关，或者划出之日还没有到',
            remedy: { says: '机关合并、分立或者职权划转的，先由管理员登记职权划出', act: 'agency.cede' },
          },
        ]
      : [],
  invariants: (state, { input, occurredAt }, { refs }) => {
    const cession = cessionOver(state, refs.agency, occurredAt);
    return cession === undefined || cession.to === input.to
      ? []
      : [
          {
            code: 'INPUT_INVALID',
            because: `本案的职权划给了${cession.name}`,
            field: 'input.to',
            remedy: { says: `选择${cession.name}` },
          },
        ];
  },
  consequences: (state, { occurredAt }, { refs }) => {
    const cession = cessionOver(state, refs.agency, occurredAt);
    return { outcome: { name: cession?.name ?? '', document: cession?.document ?? '' } };
  },
  apply: (state, event) =>
    withEntry(state, event, 'cession', {
      to: event.input.to,
      name: String(event.outcome?.['name'] ?? ''),
      document: String(event.outcome?.['document'] ?? ''),
    }),
  prefill: (state, { refs, now }) => {
    const cession = cessionOver(state, refs.agency, now);
    return cession === undefined ? {} : { input: { to: cession.to } };
  },
});
