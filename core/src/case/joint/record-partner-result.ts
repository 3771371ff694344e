import { z } from 'zod';
import type { Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import { wrongInput } from '../../authority/wrong-input.ts';
import { enterFines } from '../../fines/enter-fine.ts';
import type { FormerFine } from '../../fines/state.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import { partiesOf, shelvesOfParties } from '../deciding/former-fines.ts';
import { code, day, localId, money } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';
import type { FineOfPartner } from './entries.ts';
import { notJoined, partnersOf, unansweredPartners } from './partners.ts';

/** Outcomes that are a decision of the partner's own, with a paper that has a number. */
const decided: readonly string[] = ['penalty', 'other'];

/**
 * 登记联合执法机关的结果: what the partner decided in its own name, or that it had nothing to decide, or why neither is known
 * yet. A fine of its lies on the shelves of whoever was fined like any other agency's, so that what it was for is not
 * fined here a second time (处罚法第二十九条).
 */
export const recordPartnerResult = defineAct({
  name: 'case.record-partner-result',
  event: 'case.partner-result-recorded',
  label: '登记联合执法机关的结果',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  // A fine, or that one learns of it, may come after the file is closed.
  afterClosing: true,
  creates: 'partner-result',
  input: z.strictObject({
    partner: localId.meta({ label: '联合执法的机关', ref: 'partner-ever' }),
    outcome: code('partner-outcome', '该机关的结果'),
    number: z.optional(z.string().trim().min(1).max(100).meta({ label: '决定的文号（作出决定的填写）' })),
    decidedOn: z.optional(day.meta({ label: '作出决定的日期（作出决定的填写）' })),
    fines: z.optional(
      z
        .array(
          z.strictObject({
            party: localId.meta({ label: '被罚款的当事人', ref: 'party' }),
            amount: money('罚款金额'),
            cause: z
              .string()
              .trim()
              .min(2, '请写明案由')
              .max(200)
              .meta({ label: '案由（与本案同一行为的照本案填写）' }),
            conductOn: z.optional(day.meta({ label: '违法行为发生日' })),
          }),
        )
        .max(50)
        .meta({ label: '其中的罚款（处以罚款的填写）' }),
    ),
    reason: z.optional(
      z
        .string()
        .trim()
        .min(4, '请写明理由')
        .max(500)
        .meta({ label: '尚不知道结果的理由（不知道的填写）', long: true }),
    ),
  }),
  reads: (act, state) => (state === undefined ? [] : shelvesOfParties(act, state)),
  standing: (state) =>
    partnersOf(state).length > 0 ? [] : notJoined('NO_PARTNER', '本案没有联合执法的机关'),
  invariants: (state, act): readonly Structural[] => {
    const { partner, outcome, number, decidedOn, fines = [], reason } = act.input;
    const found = partnersOf(state).find(({ id }) => id === partner);
    if (found === undefined)
      return wrongInput(
        '所选的机关不在本案联合执法的机关之中',
        'partner',
        '从列出的机关中选择',
        'PARTNER_UNKNOWN',
      );
    if (decided.includes(outcome) && number === undefined)
      return wrongInput('没有写明该机关决定的文号', 'number', '照该机关的决定书填写文号', 'FIELD_MISSING');
    if (decided.includes(outcome) && decidedOn === undefined)
      return wrongInput(
        '没有写明该机关作出决定的日期',
        'decidedOn',
        '照该机关的决定书填写日期',
        'FIELD_MISSING',
      );
    if (!decided.includes(outcome) && (number !== undefined || decidedOn !== undefined))
      return wrongInput('没有作出决定的不写文号和日期', 'outcome', '作出了决定的，结果选择决定');
    if (decidedOn !== undefined && decidedOn > dayOf(act.occurredAt))
      return wrongInput('该机关作出决定的日期还没有到', 'decidedOn', '核对作出决定的日期', 'FUTURE_DATE');
    if (outcome !== 'penalty' && fines.length > 0)
      return wrongInput('没有给予处罚的不写罚款', 'fines', '处以罚款的，结果选择给予行政处罚');
    if (outcome === 'unknown' && reason === undefined)
      return wrongInput(
        '没有写明为什么还不知道结果',
        'reason',
        '写明问过谁、为什么还没有结果',
        'REASON_MISSING',
      );
    const parties = partiesOf({ state }).map(({ id }) => id);
    if (fines.some(({ party }) => !parties.includes(party)))
      return wrongInput('所列的当事人不在本案卷中', 'fines', '从本案当事人中选择', 'LINK_BROKEN');
    if (fines.some(({ conductOn }) => (conductOn ?? '') > (decidedOn ?? '')))
      return wrongInput('违法行为发生在罚款之后', 'fines', '核对违法行为发生日');
    return tooEarly(act.occurredAt, found.joinedAt, '登记结果的时刻早于参加的时刻', '核对知道结果的时刻');
  },
  consequences: (state, act, context) => {
    const { partner, number, decidedOn, fines = [] } = act.input;
    const agency = partnersOf(state).find(({ id }) => id === partner)?.name ?? '';
    const known = partiesOf({ state });
    return {
      others: enterFines(
        act,
        context,
        fines.flatMap((fine) => {
          const party = known.find(({ id }) => id === fine.party);
          if (party === undefined || number === undefined || decidedOn === undefined) return [];
          const { id: _id, formerNames: _before, ...fined } = party;
          return [formerFine({ number, agency, decidedOn, party: fined, fine })];
        }),
      ),
    };
  },
  apply: (state, event) => withEntry(state, event, 'partner-result', event.input),
  prefill: (state) => {
    const open = unansweredPartners(state);
    const [only] = open.length > 0 ? open : partnersOf(state);
    return only === undefined || open.length > 1 ? {} : { input: { partner: only.id } };
  },
});

interface Told extends Pick<FormerFine, 'number' | 'agency' | 'party' | 'decidedOn'> {
  readonly fine: FineOfPartner;
}

function formerFine({ fine, ...told }: Told): FormerFine {
  const conductOn = parseDay(fine.conductOn);
  return {
    ...told,
    amount: fine.amount,
    cause: fine.cause,
    bases: [],
    ...(conductOn === undefined ? {} : { conductOn }),
    conductBy: conductOn ?? told.decidedOn,
  };
}
