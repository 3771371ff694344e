import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { filingRefusalOf, toldOf } from './leads.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 告知不予立案: whoever brought the matter has been told that no case was opened. The act's own time is when. */
export const notifyRefusal = defineAct({
  name: 'case.notify-refusal',
  event: 'case.refusal-notified',
  label: '告知不予立案',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  creates: 'refusal-notice',
  input: z.strictObject({
    to: code('refusal-addressee', '告知对象').meta({
      label: '告知对象',
      codes: 'refusal-addressee',
      narrows: true,
    }),
    means: code('telling-means', '告知方式'),
  }),
  standing: (state) => {
    if (filingRefusalOf(state) === undefined)
      return [
        {
          code: 'NOT_REFUSED',
          because: '本案没有不予立案，没有要告知的内容',
        },
      ];
    const addressee = addresseeOf(state);
    return addressee === undefined
      ? [{ code: 'NOBODY_TO_TELL', because: '本案源没有可以告知的投诉人、举报人或者机关' }]
      : toldOf(state, addressee) === undefined
        ? []
        : [{ code: 'ALREADY_TOLD', because: '不予立案已经告知' }];
  },
  invariants: (state, act) => {
    const refusal = filingRefusalOf(state);
    return tooEarly(act.occurredAt, refusal?.at, '告知的时刻早于不予立案的时刻', '核对告知的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'refusal-notice', event.input),
  prefill: (state) => {
    const to = addresseeOf(state);
    const reason = filingRefusalOf(state)?.record['filing.refusal-reason'];
    return {
      input: to === undefined ? {} : { to },
      record: reason === undefined ? {} : { 'telling.content': `经核查不予立案：${String(reason)}` },
    };
  },
});

/** Whoever brought the matter to the agency and can be reached. */
function addresseeOf(state: CaseState): string | undefined {
  const [lead] = entriesOf(state, 'lead');
  switch (lead?.data.source) {
    case 'complaint':
      return lead.record['lead.naming'] === 'anonymous' ? undefined : 'complainant';
    case 'transferred':
      return 'transferor';
    case 'assigned':
      return 'superior';
    default:
      return undefined;
  }
}
