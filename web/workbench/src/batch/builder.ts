import type { BatchCase, FormView } from '@zhaozhang/api/contract';
import type { FormValues } from '../drafts/draft.ts';
import { type FormFields, occurredAt } from '../acts/form-fields.ts';
import { momentOf, typedMoment } from '../fields/moment.ts';
import { type Fault, shownWith, toWire } from '../fields/to-wire.ts';
import { type CommonForm, mergedFor } from './merge.ts';
import type { Item, Plan, Sent } from './plan.ts';

interface Parts {
  readonly plan: Plan;
  readonly form: FormView;
  readonly fields: FormFields;
  readonly common: CommonForm;
  readonly values: FormValues;
  readonly byStream: ReadonlyMap<string, BatchCase>;
}

/** From what is typed to what is sent: the act of each case, and what cannot be sent as it is typed for all. */
export function builder({ plan, form, fields, common, values, byStream }: Parts): {
  readonly item: (item: Item) => Sent;
  readonly faults: readonly Fault[];
} {
  const at = form.asksMoment
    ? toWire([occurredAt], { occurredAt: values.occurredAt ?? '' }, '', true).faults
    : [];
  const faults = [
    ...at.map((fault) => ({ ...fault, path: 'occurredAt' })),
    ...toWire(common.input, values.input, 'input', true).faults,
    ...toWire(shownWith(common.record, values.input), values.record, 'record').faults,
  ];
  // Left as it stood it is the moment the form was opened, to the second (see the form of a single act).
  const moment = values.occurredAt === typedMoment(form.now) ? form.now : momentOf(values.occurredAt ?? '');
  return {
    faults,
    item: (item) => {
      const found = byStream.get(item.stream ?? '');
      const known = found ?? { prefill: form.prefill, own: {} };
      const { input, record } = mergedFor(known, fields, common, { common: values, own: item.own ?? {} });
      const basedOn = item.seen ?? found?.version;
      return {
        name: plan.act,
        ...(form.asksMoment && moment !== undefined ? { occurredAt: moment } : {}),
        ...(values.delegation === undefined ? {} : { delegation: values.delegation }),
        act: {
          id: item.id,
          ...(item.stream === undefined ? {} : { stream: item.stream }),
          ...(form.restsOnSeen && basedOn !== undefined ? { basedOn } : {}),
          input,
          record,
        },
      };
    },
  };
}
