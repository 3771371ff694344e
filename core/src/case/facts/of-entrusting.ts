import {
  certifiedOf,
  entrustmentsOn,
  isEntrusted,
  isOwnToGive,
  isPublished,
  reaches,
} from '../../authority/entrustment.ts';
import type { Entrustment } from '../../authority/entrustment.ts';
import { nameOn } from '../../authority/names.ts';
import { unitOf } from '../../authority/state.ts';
import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { filingOf } from '../reading.ts';
import { unitAtWork } from './of-unit.ts';
import { fact } from './word.ts';

const settled = 'agency.entrust-penalty';

/** Words about organisations that punish in the agency's name (处罚法第二十条). */
export const ofEntrusting: readonly FactDefinition[] = [
  fact('case.unitEntrusted', 'case', 'bool', '承办的是受托组织', settled, (scene) => {
    const { refs } = scene;
    return refs === undefined
      ? unknownReading
      : { known: true, value: isEntrusted(refs.agency, unitAtWork(scene)) };
  }),
  fact(
    'act.withinEntrustment',
    'act',
    'bool',
    '所办事项当日在委托的范围之内',
    settled,
    (scene) => {
      const { state, act, refs } = scene;
      const item = filingOf(state)?.data.item ?? (act?.input as { item?: string } | undefined)?.item;
      if (refs === undefined || (item === undefined && act === undefined)) return unknownReading;
      const value = item !== undefined && reaches(refs.agency, unitAtWork(scene), item, dayOf(scene.asOf));
      return { known: true, value };
    },
    true,
  ),
  fact(
    'act.entrustmentInForce',
    'act',
    'bool',
    '受托组织当日有期限之内的委托',
    settled,
    (scene) => {
      const { refs, asOf } = scene;
      if (refs === undefined) return unknownReading;
      return {
        known: true,
        value: entrustmentsOn(refs.agency, unitAtWork(scene), dayOf(asOf)).length > 0,
      };
    },
    true,
  ),
  fact(
    'act.entrustmentPublished',
    'act',
    'bool',
    '委托书由双方公布',
    'agency.publish-entrustment',
    (scene) => {
      const { refs, asOf } = scene;
      if (refs === undefined) return unknownReading;
      const running = entrustmentsOn(refs.agency, unitAtWork(scene), dayOf(asOf));
      return { known: true, value: running.some((one) => isPublished(one, asOf)) };
    },
    true,
  ),
  fact(
    'act.entrustedItemsHeld',
    'act',
    'bool',
    '委托的事项自始至终在委托方的职权之内',
    'agency.register-competence',
    ({ act, refs }) =>
      act === undefined || refs === undefined
        ? unknownReading
        : { known: true, value: isOwnToGive(refs.agency, act.input as Entrustment) },
    true,
  ),
  fact(
    'act.entrustedOfficers',
    'act',
    'int',
    '受托组织当日持有有效执法证件的人数',
    'agency.register-officer',
    ({ act, refs, asOf }) => {
      if (act === undefined || refs === undefined) return unknownReading;
      const { organisation } = act.input as Entrustment;
      return { known: true, value: certifiedOf(refs.agency, organisation, dayOf(asOf)) };
    },
    true,
  ),
  fact('case.agencyName', 'case', 'text', '本机关的名称', 'agency.establish', ({ refs, asOf }) =>
    refs === undefined ? unknownReading : { known: true, value: nameOn(refs.agency, dayOf(asOf)).name },
  ),
  fact(
    'act.entrustorEntrusted',
    'act',
    'bool',
    '委托方自己就是受托组织',
    undefined,
    ({ act, actor, refs }) => {
      if (act === undefined || refs === undefined) return unknownReading;
      const by = (act.input as { by?: string }).by ?? unitOf(refs.agency, actor?.officer);
      return { known: true, value: isEntrusted(refs.agency, by) };
    },
    true,
  ),
];
