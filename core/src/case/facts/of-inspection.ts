import { holdsCertificate } from '../../authority/state.ts';
import {
  drawnLot,
  inspectionItem,
  isPublished,
  otherLots,
  planLine,
  yearlyCap,
} from '../../authority/inspections.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { isSound } from '../keeping/admission.ts';
import {
  inspectionNoticeOf,
  inspectionStartOf,
  inspectionTaskOf,
  referralOf,
} from '../inspecting/inspecting.ts';
import { visitStream } from '../inspecting/open-inspection.ts';
import { handlersOf } from '../reading.ts';
import { presentParties } from '../parties/present-parties.ts';
import { correctionOf } from '../performing/correction-order.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';
import { approved } from './approved.ts';
import { fact, happened, isBlank, lastOf, no, ofForm } from './word.ts';

/** Words about an inspection, from its task to what became of it. */
export const ofInspection: readonly FactDefinition[] = [
  fact('case.inspectionOpened', 'case', 'bool', '已登记检查任务', 'case.open-inspection', ({ state }) =>
    happened(inspectionTaskOf(state)),
  ),
  fact('case.inspectionApproved', 'case', 'bool', '负责人已批准检查', 'case.approve', (scene) =>
    approved(scene, 'inspection'),
  ),
  fact('case.inspectionNotified', 'case', 'bool', '已出具检查通知书', 'case.notify-inspection', ({ state }) =>
    happened(inspectionNoticeOf(state)),
  ),
  fact('case.inspectionStarted', 'case', 'bool', '检查人员已进场', 'case.start-inspection', ({ state }) =>
    happened(inspectionStartOf(state)),
  ),
  fact('case.entryScanned', 'case', 'bool', '已扫码留痕', 'case.start-inspection', ({ state }) => {
    const start = inspectionStartOf(state);
    return isBlank(start?.record['inspecting.scanned-at']) ? no : happened(start);
  }),
  fact('case.sceneRecorded', 'case', 'bool', '已制作现场检查笔录', 'case.inspect-scene', ({ state }) =>
    happened(entriesOf(state, 'scene-record').find((entry) => isSound(state, entry))),
  ),
  ofTask('case.inspectionSource', '检查任务的来源', ({ source }) => source),
  ofTask('case.inspectionWay', '检查的方式', ({ way }) => way),
  fact('case.inspectedKinds', 'case', 'list', '被检查人的类型', 'case.open-inspection', ({ state }) => ({
    known: true,
    value: presentParties(state).map(({ data }) => data.kind),
  })),
  fact(
    'case.itemPublished',
    'case',
    'bool',
    '检查事项当日已经公布并在有效期内',
    'agency.register-inspection-item',
    (scene) => published(scene, itemsOf(scene.state)),
  ),
  fact(
    'case.exceptionStated',
    'case',
    'bool',
    '已写明不按公布的事项检查的法定依据',
    'case.open-inspection',
    ({ state }) => {
      const task = inspectionTaskOf(state);
      return isBlank(task?.record['inspecting.exception']) ? no : happened(task);
    },
  ),
  fact('case.correctionOrdered', 'case', 'bool', '已责令改正', 'case.order-correction', ({ state }) =>
    happened(entriesOf(state, 'correction-order')[0]),
  ),
  fact(
    'case.correctionsChecked',
    'case',
    'bool',
    '责令改正的都已核查',
    'case.check-correction',
    ({ state }) => {
      const ordered = presentParties(state).filter(({ id }) => correctionOf(state, id) !== undefined);
      return lastOf(
        ordered.map(({ id }) =>
          entriesOf(state, 'correction-check').findLast(
            ({ data, at }) => data.party === id && at >= (correctionOf(state, id)?.at ?? at),
          ),
        ),
      );
    },
  ),
  fact('case.inspectionReferred', 'case', 'bool', '已转为处罚案源', 'case.refer-inspection', ({ state }) =>
    happened(referralOf(state)),
  ),
  ofForm('act.itemPublished', 'bool', '检查事项当日已经公布并在有效期内', (scene) => {
    const { item, merged } = formOf(scene);
    return item === undefined ? unknownReading : published(scene, [item, ...(merged ?? [])]);
  }),
  ofForm('act.planPublished', 'bool', '所据的检查计划已经公开', (scene) => {
    const { refs, asOf } = scene;
    if (refs === undefined) return unknownReading;
    const { plan, draw } = formOf(scene);
    const on = planLine(refs.agency, drawnLot(refs.agency, draw)?.draw.line ?? plan)?.plan.publishedOn;
    return { known: true, value: on !== undefined && on <= dayOf(asOf) };
  }),
  ofForm('act.inspectedKinds', 'list', '被检查人的类型', (scene) => ({
    known: true,
    value: rowsOf(scene).flatMap(({ kind }) => kind ?? []),
  })),
  // Of several the one that was visited most: the cap is each enterprise's own.
  ofForm('act.inspectionsOfYear', 'int', '被检查人本年已被检查的次数', (scene) => {
    const { act, refs } = scene;
    if (act === undefined || refs === undefined) return unknownReading;
    const visits = rowsOf(scene).map((party) => refs.series[visitStream(act, party)]?.last ?? 0);
    return { known: true, value: Math.max(0, ...visits) };
  }),
  // Of nobody's form: a cap that nobody published is not known, however the form is filled in.
  fact(
    'act.inspectionCap',
    'act',
    'int',
    '已公布的同一企业年度检查次数上限',
    'agency.adopt-inspection-plan',
    ({ refs, asOf }) => {
      const cap = refs === undefined ? undefined : yearlyCap(refs.agency, dayOf(asOf));
      return cap === undefined ? unknownReading : { known: true, value: cap };
    },
  ),
  ofForm('act.otherLots', 'int', '本年其他抽查也抽中被检查人的次数', (scene) => {
    const { refs } = scene;
    if (refs === undefined) return unknownReading;
    const own = drawnLot(refs.agency, formOf(scene).draw)?.draw.id ?? '';
    const year = dayOf(scene.asOf).slice(0, 4);
    const others = rowsOf(scene).map(
      ({ record }) => otherLots(refs.agency, record?.['party.code'], own, year).length,
    );
    return { known: true, value: Math.max(0, ...others) };
  }),
  ofForm('act.qualifiedSigners', 'int', '其中参加了检查并且当日执法证件有效的人数', (scene) => {
    const { refs, state, asOf } = scene;
    if (refs === undefined) return unknownReading;
    // Where nobody entered, off site, those who handle it looked.
    const present = inspectionStartOf(state)?.data.officers ?? handlersOf(state, asOf);
    const value = signersOf(scene).filter(
      (one) => present.includes(one) && holdsCertificate(refs.agency, one, dayOf(asOf)),
    ).length;
    return { known: true, value };
  }),
];

interface Form {
  readonly item?: string;
  readonly merged?: readonly string[];
  readonly plan?: string;
  readonly draw?: string;
  readonly parties?: unknown;
  readonly signers?: unknown;
}

interface Row {
  readonly name?: string;
  readonly kind?: string;
  readonly record?: { readonly 'party.code'?: string };
}

function formOf(scene: Scene): Form {
  return (scene.act?.input ?? {}) as Form;
}

function rowsOf(scene: Scene): readonly Row[] {
  const { parties } = formOf(scene);
  return Array.isArray(parties) ? (parties as readonly Row[]) : [];
}

function signersOf(scene: Scene): readonly string[] {
  const { signers } = formOf(scene);
  return Array.isArray(signers) ? [...new Set(signers as readonly string[])] : [];
}

function itemsOf(state: CaseState): readonly string[] {
  const task = inspectionTaskOf(state)?.data;
  return task === undefined ? [] : [task.item, ...(task.merged ?? [])];
}

/** Every item that is looked at, those of the same visit too. */
function published({ refs, asOf }: Scene, items: readonly string[]): Reading {
  if (refs === undefined || items.length === 0) return unknownReading;
  const on = dayOf(asOf);
  return {
    known: true,
    value: items.every((id) => isPublished(inspectionItem(refs.agency, id), on)),
  };
}

function ofTask(
  id: string,
  label: string,
  read: (data: NonNullable<ReturnType<typeof inspectionTaskOf>>['data']) => string,
): FactDefinition {
  return fact(id, 'case', 'enum', label, 'case.open-inspection', ({ state }) => {
    const task = inspectionTaskOf(state);
    return task === undefined ? unknownReading : { known: true, value: read(task.data), since: task.at };
  });
}
