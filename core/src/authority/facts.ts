import type { FactDefinition, Scene } from '../rules/fact.ts';
import type { Subject } from '../rules/subject.ts';
import { dayOf } from '../time/index.ts';
import type { Day, Instant } from '../time/index.ts';
import { beginsAt } from './entrustment.ts';
import type { Entrustment } from './entrustment.ts';
import { kindOfItem, preparationOn } from './preparations.ts';
import type { AgencyState } from './state.ts';
import type { MonitoringBreak } from './windows.ts';

/** Words that rules about the agency's own records may use. */
export const agencyFacts: readonly FactDefinition[] = [
  {
    id: 'period.published',
    per: 'period',
    type: 'bool',
    label: '本期已公示',
    settledBy: 'agency.publish-batch',
    read: ({ refs }, subject) => {
      const done = refs?.agency.batches.find((batch) => `${batch.list}/${batch.period}` === subject.id);
      return done === undefined
        ? { known: true, value: false }
        : { known: true, value: true, since: done.at };
    },
  },
  {
    id: 'change.registered',
    per: 'change',
    type: 'bool',
    label: '已登记变动',
    settledBy: 'agency.register-change',
    read: (scene, subject) => {
      const change = changeOf(scene, subject);
      return change === undefined
        ? { known: true, value: false }
        : { known: true, value: true, since: change.at };
    },
  },
  {
    id: 'change.kind',
    per: 'change',
    type: 'enum',
    label: '变动的类型',
    settledBy: 'agency.register-change',
    read: (scene, subject) => {
      const change = changeOf(scene, subject);
      return change === undefined ? { known: false } : { known: true, value: change.kind, since: change.at };
    },
  },
  {
    id: 'change.published',
    per: 'change',
    type: 'bool',
    label: '公示内容已更新',
    settledBy: 'agency.update-published',
    read: (scene, subject) => {
      const updated = changeOf(scene, subject)?.updated;
      return updated === undefined
        ? { known: true, value: false }
        : { known: true, value: true, since: updated };
    },
  },
  {
    id: 'preparation.kind',
    per: 'preparation',
    type: 'enum',
    label: '启用准备的种类',
    read: (_scene, subject) => {
      const value = kindOfItem(subject.id);
      return value === undefined ? { known: false } : { known: true, value };
    },
  },
  {
    id: 'preparation.ready',
    per: 'preparation',
    type: 'bool',
    label: '起日当天已经备妥',
    settledBy: 'agency.register-preparation',
    ofInput: true,
    // Asked of the first day of a binding that is proposed: a policy that begins later was not there for it.
    read: ({ refs, act, asOf }, subject) => {
      const from = (act?.input as { readonly from?: Day } | undefined)?.from ?? dayOf(asOf);
      return {
        known: true,
        value: refs !== undefined && preparationOn(refs.agency, subject.id, from) !== undefined,
      };
    },
  },
  ofEntrustment('entrustment.begun', '委托已经开始', 'agency.entrust-penalty', beginsAt),
  ofEntrustment(
    'entrustment.publishedByEntrustor',
    '委托机关已公布委托书',
    'agency.publish-entrustment',
    ({ published }) => published?.entrustor,
  ),
  ofEntrustment(
    'entrustment.publishedByOrganisation',
    '受托组织已公布委托书',
    'agency.publish-entrustment',
    ({ published }) => published?.organisation,
  ),
  ofBreak('monitoring-break.begun', '窗口监控断录', 'agency.record-monitoring-break', ({ from }) => from),
  ofBreak('monitoring-break.mended', '已经恢复录制', 'agency.mend-monitoring', ({ until }) => until),
];

/** Something the agency keeps under an id: since when what is asked of it is so. */
function ofKept<T extends { readonly id: string }>(
  per: FactDefinition['per'],
  kept: (agency: AgencyState) => readonly T[] | undefined,
  id: string,
  label: string,
  settledBy: string,
  since: (one: T) => Instant | undefined,
): FactDefinition {
  return {
    id,
    per,
    type: 'bool',
    label,
    settledBy,
    read: ({ refs }, subject) => {
      const found = refs === undefined ? undefined : kept(refs.agency)?.find((one) => one.id === subject.id);
      const at = found === undefined ? undefined : since(found);
      return at === undefined ? { known: true, value: false } : { known: true, value: true, since: at };
    },
  };
}

function ofEntrustment(
  ...told: [id: string, label: string, settledBy: string, since: (one: Entrustment) => Instant | undefined]
): FactDefinition {
  return ofKept('entrustment', ({ entrustments }) => entrustments, ...told);
}

function ofBreak(
  ...told: [
    id: string,
    label: string,
    settledBy: string,
    since: (one: MonitoringBreak) => Instant | undefined,
  ]
): FactDefinition {
  return ofKept('monitoring-break', ({ breaks }) => breaks, ...told);
}

function changeOf({ refs }: Scene, subject: Subject) {
  return refs?.agency.changes.find((change) => change.id === subject.id);
}
