import type { FactDefinition } from '../../rules/fact.ts';
import { dayOf, endOfDay } from '../../time/index.ts';
import { unknownReading } from '../../rules/fact.ts';
import { applicationOf, conditionsFound, licenseOf } from '../licensing/applying.ts';
import { unmetIn } from '../licensing/unmet.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** Words about the decision on an application and about the license it granted. */
export const ofLicense: readonly FactDefinition[] = [
  fact('case.licenseGranted', 'case', 'bool', '已准予许可', 'case.decide-license', ({ state }) => {
    const decision = decisionOf(state);
    return decision?.data.outcome === 'granted' ? happened(decision) : no;
  }),
  fact('case.licenseDelivered', 'case', 'bool', '已颁发许可证件', 'case.deliver-license', ({ state }) =>
    happened(entriesOf(state, 'license').find(({ defects }) => defects.length === 0)),
  ),
  fact('case.licenseRevoked', 'case', 'bool', '已撤销许可', 'case.revoke-license', ({ state }) =>
    happened(entriesOf(state, 'license-revocation')[0]),
  ),
  fact('case.licenseCancelled', 'case', 'bool', '已注销许可', 'case.cancel-license', ({ state }) =>
    happened(entriesOf(state, 'license-cancellation')[0]),
  ),
  fact(
    'case.licenseExpiresAt',
    'case',
    'instant',
    '许可的有效期届满',
    'case.deliver-license',
    ({ state }) => {
      const until = licenseOf(state)?.data.validUntil;
      return until === undefined
        ? unknownReading
        : { known: true, value: endOfDay(until), since: endOfDay(until) };
    },
  ),
  fact(
    'act.refusalReasons',
    'act',
    'int',
    '逐条写明的不予许可的理由',
    undefined,
    (scene) => ({ known: true, value: unmetIn(scene.act?.input).length }),
    true,
  ),
  fact(
    'act.unexaminedReasons',
    'act',
    'int',
    '审查没有认定为不符合的条件数',
    undefined,
    (scene) => {
      const found = conditionsFound(scene.state);
      return {
        known: true,
        value: unmetIn(scene.act?.input).filter(({ condition }) => found.get(condition)?.met !== false)
          .length,
      };
    },
    true,
  ),
  fact(
    'act.onDayOfReceipt',
    'act',
    'bool',
    '收到申请的当日办理',
    undefined,
    (scene) => {
      const application = applicationOf(scene.state);
      return {
        known: true,
        value: application !== undefined && dayOf(application.at) === dayOf(scene.asOf),
      };
    },
    true,
  ),
];
