import { z } from 'zod';
import type { Act, Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import { drawnLot, inspectionItem, planLine } from '../../authority/inspections.ts';
import { emptySeries } from '../../series/state.ts';
import { isTaken, onceStream, takeOnce } from '../../series/take-once.ts';
import { seriesStream, takenEvent, takeNumber } from '../../series/take-number.ts';
import { dayOf } from '../../time/index.ts';
import { code, localId } from '../inputs.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';
import type { EntryData } from '../state.ts';
import { visitedAs } from './inspecting.ts';

/**
 * 登记检查任务 (国办发〔2024〕54号): the first act of an inspection. It says where the task comes from, and counts: of each
 * enterprise the how manieth inspection of the year this is, in a series of its own, so that two tasks entered at the same
 * moment cannot both be the second.
 */
export const openInspection = defineAct({
  name: 'case.open-inspection',
  event: 'case.inspection-opened',
  label: '登记检查任务',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  kinds: ['inspection'],
  creates: 'inspection-task',
  opens: true,
  input: z.strictObject({
    item: localId.meta({ label: '检查事项', ref: 'inspection-item' }),
    source: code('inspection-source', '任务来源').meta({
      label: '任务来源',
      codes: 'inspection-source',
      narrows: true,
    }),
    way: code('inspection-way', '检查方式').meta({
      label: '检查方式',
      codes: 'inspection-way',
      narrows: true,
    }),
    plan: z.optional(z.string().max(100).meta({ label: '年度检查计划的一项', ref: 'plan-line' })),
    draw: z.optional(z.string().max(100).meta({ label: '随机抽查抽中的一家', ref: 'lot' })),
    parties: partyRows(20).meta({ label: '被检查人' }),
    joint: z.optional(
      z
        .array(z.strictObject({ name: z.string().trim().min(2).max(100).meta({ label: '机关名称' }) }))
        .max(20)
        .meta({ label: '联合检查的机关' }),
    ),
    merged: z.optional(
      z.array(localId).max(20).meta({ label: '一并检查的其他事项', ref: 'inspection-item' }),
    ),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'inspection'), ...visitStreams(act), ...lotStreams(act)],
  standing: (state) =>
    state.version === 0
      ? []
      : [
          {
            code: 'INSPECTION_OPENED',
            because: '本案已经登记检查任务',
            remedy: { says: '另有检查任务的，另行登记' },
          },
        ],
  invariants: (_state, act, { refs }) => {
    const { item, source, plan, draw, parties, merged } = act.input;
    const ids = parties.map(({ id }) => id);
    if (new Set(ids).size < ids.length || ids.includes(act.id))
      return wrong('ID_TAKEN', '两名被检查人用了同一编号', 'parties', '每名被检查人各用一个编号');
    if (new Set(visitStreams(act)).size < parties.length)
      return wrong('INPUT_INVALID', '同一单位列了两次', 'parties', '每个单位列一次');
    for (const one of [item, ...(merged ?? [])])
      if (inspectionItem(refs.agency, one) === undefined)
        return [
          {
            code: 'ITEM_UNKNOWN',
            because: '所选检查事项不在本机关的事项清单中',
            field: 'input.item',
            remedy: { says: '先登记检查事项', act: 'agency.register-inspection-item' },
          },
        ];
    const lot = drawnLot(refs.agency, draw);
    if (source === 'draw' && lot === undefined)
      return wrong('LOT_UNKNOWN', '没有写明随机抽查抽中的是哪一家', 'draw', '从抽查结果中选择');
    if (draw !== undefined && lot === undefined)
      return wrong('LOT_UNKNOWN', '所选的一家没有被抽中', 'draw', '从抽查结果中选择');
    if (lot !== undefined && !parties.some(({ record }) => record['party.code'] === lot.object.code))
      return wrong(
        'LOT_UNKNOWN',
        `被检查人不是抽中的${lot.object.name}`,
        'parties',
        '被检查人照抽中的一家登记，写明统一社会信用代码',
      );
    if (lot !== undefined && isTaken(refs.series, lotStream(act, draw)) === true)
      return wrong('LOT_TAKEN', '抽中的这一家已经登记过检查任务', 'draw', '在已登记的检查任务中办理');
    const planned = planLine(refs.agency, lot?.draw.line ?? plan);
    if (planned === undefined)
      return source === 'plan' || plan !== undefined
        ? wrong('PLAN_UNKNOWN', '没有写明年度检查计划的哪一项', 'plan', '从年度检查计划中选择')
        : [];
    if (planned.line.item !== item)
      return wrong('PLAN_UNKNOWN', '检查事项与计划的这一项不同', 'item', '照计划选择检查事项');
    const on = dayOf(act.occurredAt);
    return on < planned.line.from || on > planned.line.until
      ? wrong('PLAN_UNKNOWN', '计划的这一项不在今天', 'plan', '在计划的起止日之内办理，或者先调整计划')
      : [];
  },
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'inspection');
    const { agency, series } = context.refs;
    const counted = act.input.parties.map((party) => {
      const stream = visitStream(act, party);
      const nth = (series[stream] ?? emptySeries(stream)).last + 1;
      return {
        visit: { party: party.id, nth },
        event: takenEvent(act, context, stream, { serial: nth, number }),
      };
    });
    const lot = drawnLot(agency, act.input.draw);
    const used =
      lot === undefined ? [] : [takeOnce(act, context, lotStream(act, act.input.draw), number).taken];
    return {
      outcome: {
        number,
        name: inspectionItem(agency, act.input.item)?.name ?? '',
        visits: counted.map(({ visit }) => visit),
        ...(lot === undefined ? {} : { line: lot.draw.line, drawn: lot.drawn.officers.map(({ id }) => id) }),
      },
      others: [taken, ...counted.map(({ event }) => event), ...used],
    };
  },
  apply: (state, event) => {
    const { parties, joint, plan, ...rest } = event.input;
    const { number, name, visits, line, drawn } = event.outcome ?? {};
    const task: EntryData['inspection-task'] = {
      ...rest,
      number: String(number ?? ''),
      name: String(name ?? ''),
      visits: visits as unknown as EntryData['inspection-task']['visits'],
      ...(typeof line === 'string' ? { plan: line } : plan === undefined ? {} : { plan }),
      ...(drawn === undefined ? {} : { drawn: drawn as unknown as readonly string[] }),
    };
    const opened = parties.reduce(
      (next, { id, name: called, kind, record }) =>
        withEntry(next, event, 'party', { name: called, kind }, id, record),
      withEntry(state, event, 'inspection-task', task),
    );
    return (joint ?? []).reduce(
      (next, partner, index) =>
        withEntry(
          next,
          event,
          'partner',
          { name: partner.name, matters: [] },
          `${event.actId}-j${index + 1}`,
          {},
        ),
      opened,
    );
  },
  prefill: () => ({ input: { source: 'plan', way: 'on-site' } }),
});

function wrong(code: string, because: string, field: string, says: string): readonly Structural[] {
  return [{ code, because, field: `input.${field}`, remedy: { says } }];
}

interface Visited {
  readonly name?: unknown;
  readonly record?: { readonly 'party.code'?: unknown };
}

/** Read before what was sent has been checked. */
function visitStreams(act: Act): readonly string[] {
  const { parties } = (act.input ?? {}) as { readonly parties?: unknown };
  return Array.isArray(parties) ? parties.map((party: Visited) => visitStream(act, party)) : [];
}

/** The series in which the visits of one enterprise are counted, a year each. */
export function visitStream(act: Act, party: Visited): string {
  const key = visitedAs({ name: String(party.name ?? ''), code: party.record?.['party.code'] });
  return seriesStream(act, `inspected-${key}`);
}

function lotStreams(act: Act): readonly string[] {
  const { draw } = (act.input ?? {}) as { readonly draw?: unknown };
  return typeof draw === 'string' && /^[A-Za-z0-9-]{1,40}\/[A-Z0-9-]{4,40}$/.test(draw)
    ? [lotStream(act, draw)]
    : [];
}

/** A lot is used once: two officers who open it at the same moment collide in the store. */
function lotStream(act: Act, draw: string | undefined): string {
  return onceStream(act.agency, 'drawn-lot', String(draw).replace('/', '-'));
}
