import { plainly } from '../../fines/shelf.ts';
import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import {
  disputeOf,
  jurisdictionGiven,
  openDispute,
  settledDispute,
} from '../opening/jurisdiction-disputes.ts';
import { fact, happened, no } from './word.ts';

/** Words about whose a case is where more than one agency says so (处罚法第二十五条). */
export const ofJurisdiction: readonly FactDefinition[] = [
  fact(
    'case.jurisdictionDesignated',
    'case',
    'bool',
    '已指定或者协商由本机关管辖',
    'case.designate-jurisdiction',
    ({ state }) => {
      const given = jurisdictionGiven(state);
      return given?.to === 'own' ? happened(given.entry) : no;
    },
  ),
  fact(
    'case.jurisdictionLost',
    'case',
    'bool',
    '已指定或者协商由他机关管辖',
    'case.designate-jurisdiction',
    ({ state }) => {
      const given = jurisdictionGiven(state);
      return given?.to === 'other' ? happened(given.entry) : no;
    },
  ),
  fact(
    'case.jurisdictionDisputed',
    'case',
    'bool',
    '已登记管辖争议',
    'case.dispute-jurisdiction',
    ({ state }) => happened(disputeOf(state)),
  ),
  fact(
    'case.jurisdictionSettled',
    'case',
    'bool',
    '管辖争议已经解决',
    'case.designate-jurisdiction',
    ({ state }) => happened(settledDispute(state)),
  ),
  fact(
    'case.jurisdictionOpen',
    'case',
    'bool',
    '管辖争议尚未解决',
    'case.dispute-jurisdiction',
    ({ state }) => happened(openDispute(state)),
  ),
  fact(
    'act.designatorIsSuperior',
    'act',
    'bool',
    '指定的机关是争议登记的共同的上一级',
    undefined,
    ({ state, act }) => {
      const { designator } = (act?.input ?? {}) as { readonly designator?: unknown };
      const superior = openDispute(state)?.data.superior;
      return superior === undefined || typeof designator !== 'string'
        ? unknownReading
        : { known: true, value: plainly(designator) === plainly(superior) };
    },
    true,
  ),
];
