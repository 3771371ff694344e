import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code } from '../inputs.ts';
import { openedAlready, partiesAmiss } from '../licensing/opening.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/** 依职权启动确认: the agency has to say what is so although nobody has asked; on which article it does that, the law asks. */
export const openConfirmation = defineAct({
  name: 'case.open-confirmation',
  event: 'case.confirmation-opened',
  label: '依职权启动确认',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['confirmation'],
  creates: 'confirmation-opening',
  opens: true,
  input: z.strictObject({
    matter: code('confirmation-matter', '确认的种类'),
    item: z.string().trim().min(2, '请写明确认的事项').max(100).meta({ label: '确认的事项' }),
    parties: partyRows(20).meta({ label: '当事人' }),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'confirmation-opening')],
  standing: openedAlready,
  invariants: (_state, act) => partiesAmiss(act, act.input.parties, '当事人'),
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'confirmation-opening');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    const opened = withEntry(state, event, 'confirmation-opening', { ...rest, number });
    return parties.reduce(
      (next, { id, name, kind, record }) => withEntry(next, event, 'party', { name, kind }, id, record),
      opened,
    );
  },
});
