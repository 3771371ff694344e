import type { FactDefinition } from '../../rules/fact.ts';
import {
  crimeAnswer,
  holdsEvidence,
  judicialResultOf,
  referredItems,
  unsignedItems,
} from '../inquiry/crime.ts';
import { entriesOf } from '../state.ts';
import { atEach, fact, happened, lastOf, no, ofForm } from './word.ts';

/** Words about a case that may be a crime. */
export const ofCrime: readonly FactDefinition[] = [
  fact(
    'case.crimeUnanswered',
    'case',
    'bool',
    '登记了涉嫌犯罪而尚未移送或者认定',
    'case.refer-crime',
    ({ state, asOf }) => ({
      known: true,
      value: entriesOf(state, 'crime-flag').some((flag) => {
        const answer = crimeAnswer(state, flag);
        return flag.at <= asOf && (answer === undefined || answer.at > asOf);
      }),
    }),
  ),
  fact('case.crimeReferred', 'case', 'bool', '已移送司法机关', 'case.refer-crime', ({ state }) =>
    atEach(entriesOf(state, 'criminal-referral').map(({ at }) => at)),
  ),
  ofForm('act.evidenceListed', 'bool', '列明了移送的证据或者卷内没有证据', ({ state, act }) => {
    const { evidence } = (act?.input ?? {}) as { readonly evidence?: unknown };
    return { known: true, value: !holdsEvidence(state) || (Array.isArray(evidence) && evidence.length > 0) };
  }),
  fact(
    'case.referredUnsigned',
    'case',
    'int',
    '移送的证据和财物中没有签收的件数',
    'case.record-referral-receipt',
    ({ state }) => ({ known: true, value: unsignedItems(state).length }),
  ),
  ofForm('act.referredUnsigned', 'int', '登记之后仍没有签收的件数', ({ state, act }) => {
    const { received } = (act?.input ?? {}) as { readonly received?: unknown };
    const signed: readonly unknown[] = Array.isArray(received) ? received : [];
    return { known: true, value: unsignedItems(state).filter((id) => !signed.includes(id)).length };
  }),
  fact(
    'case.referralSigned',
    'case',
    'bool',
    '移送的证据和财物已逐件签收',
    'case.record-referral-receipt',
    ({ state }) => {
      if (unsignedItems(state).length > 0) return no;
      const receipts = entriesOf(state, 'referral-receipt');
      return referredItems(state).length === 0
        ? lastOf(entriesOf(state, 'criminal-referral'))
        : lastOf(receipts);
    },
  ),
  // Asked after without an answer, the same time runs again.
  fact('case.resultAwaited', 'case', 'bool', '等待司法机关的处理结果', 'case.refer-crime', ({ state }) =>
    lastOf([
      ...entriesOf(state, 'criminal-referral'),
      ...entriesOf(state, 'judicial-result').filter(({ data }) => data.result === 'pending'),
    ]),
  ),
  fact(
    'case.judicialResult',
    'case',
    'bool',
    '已登记司法机关的处理结果',
    'case.record-judicial-result',
    ({ state }) => happened(judicialResultOf(state)),
  ),
];
