import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { drawById } from '../../authority/inspections.ts';
import {
  agencyWithDraw,
  inspectionAct,
  inspectionAt,
  organisation,
  pooled,
} from '../../trial/inspected-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { kindOf } from '../kind.ts';
import { pathOf } from '../path.ts';
import { stageLabelOf, stageOf } from '../stage.ts';
import { entriesOf } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'state-council-office/enterprise-inspection/2025-01-03',
]);

const opening = (change: object, told: Partial<Told> = {}): Told => ({
  ...inspectionAct('opened'),
  ...told,
  input: { ...(inspectionAct('opened').input as object), ...change },
});
const refused = (played: PlayedCase, told: Told) => codesOfRefusals(played.refused(told));
const fresh = () => inspectionAt(law, undefined);
const lots = drawById(agencyWithDraw(law), 'C1')?.result?.results ?? [];
const [lot] = lots;
const unlucky = pooled.find((code) => !lots.some(({ object }) => object === code));
const drawnParty = (code: string | undefined) => [
  { id: 'P1', name: '示例协会', kind: 'social-organisation', record: organisation(code ?? '') },
];
const fromDraw = (code: string | undefined, party = code): Told =>
  opening({ source: 'draw', plan: undefined, draw: `C1/${code ?? ''}`, parties: drawnParty(party) });

describe('检查任务', () => {
  it('抽中的一家：照抽签结果登记，带出抽中的人员，同一支签只用一次', () => {
    const played = fresh();
    played.do(fromDraw(lot?.object));
    const [task] = entriesOf(played.state, 'inspection-task');
    expect(task?.data).toMatchObject({ plan: 'P1/fees', drawn: lot?.officers.map(({ id }) => id) });
    const second = fresh();
    second.series = played.series;
    expect(refused(second, fromDraw(lot?.object))).toContain('LOT_TAKEN');
  });

  it('没有抽中的、抽中而写成另一家的、没有写哪一家的，拒绝', () => {
    expect(refused(fresh(), fromDraw(unlucky))).toContain('LOT_UNKNOWN');
    expect(refused(fresh(), fromDraw(lot?.object, '51000000MJH00000XE'))).toContain('LOT_UNKNOWN');
    expect(refused(fresh(), opening({ source: 'draw' }))).toContain('LOT_UNKNOWN');
    expect(refused(fresh(), opening({ draw: 'C1/51000000MJH00000XE' }))).toContain('LOT_UNKNOWN');
  });

  it('计划没有的一项、事项与计划不同、不在计划的日子、没有登记的事项，拒绝', () => {
    expect(refused(fresh(), opening({ plan: undefined }))).toContain('PLAN_UNKNOWN');
    expect(refused(fresh(), opening({ plan: 'P1/nothing' }))).toContain('PLAN_UNKNOWN');
    expect(refused(fresh(), opening({}, { at: '2026-01-30T09:00' }))).toContain('PLAN_UNKNOWN');
    expect(refused(fresh(), opening({ item: 'nothing' }))).toContain('ITEM_UNKNOWN');
    expect(refused(fresh(), opening({ merged: ['nothing'] }))).toContain('ITEM_UNKNOWN');
  });

  it('同一单位列两次、编号重复、已经登记过，拒绝', () => {
    const [party] = drawnParty('51000000MJH00000XE');
    expect(refused(fresh(), opening({ parties: [party, { ...party, id: 'P2' }] }))).toContain(
      'INPUT_INVALID',
    );
    expect(refused(fresh(), opening({ parties: [party, { ...party, name: '另一家' }] }))).toContain(
      'ID_TAKEN',
    );
    expect(refused(inspectionAt(law, 'opened'), opening({}, { id: 'T2' }))).toContain('INSPECTION_OPENED');
  });

  it('NAT-54-3 每家每年各自数次数：没有代码的按名称认，另一家不受影响', () => {
    const first = fresh();
    const bare = [{ id: 'P1', name: '乙示例', kind: 'person', record: {} }];
    first.do(opening({ parties: bare }));
    const second = fresh();
    second.series = first.series;
    second.do(opening({ parties: [...bare, { ...drawnParty('51000000MJH00000XE')[0], id: 'P2' }] }));
    expect(entriesOf(second.state, 'inspection-task')[0]?.data.visits).toEqual([
      { party: 'P1', nth: 2 },
      { party: 'P2', nth: 1 },
    ]);
  });
});

describe('检查的过程', () => {
  it('通知的时刻倒置、进场早于通知、进场两次，拒绝', () => {
    const told = inspectionAct('notified');
    const early = { ...(told.input as object), startsAt: '2026-03-03T09:00' };
    expect(refused(inspectionAt(law, 'assigned'), { ...told, input: early })).toContain('STEP_ORDER');
    const started = inspectionAct('started');
    expect(refused(inspectionAt(law, 'notified'), { ...started, at: '2026-03-03T09:30' })).toContain(
      'STEP_ORDER',
    );
    expect(refused(inspectionAt(law, 'started'), { ...started, id: 'S2' })).toContain('ALREADY_STARTED');
    const outsider = { ...(started.input as object), officers: ['h1', 'nobody'] };
    expect(refused(inspectionAt(law, 'notified'), { ...started, input: outsider })).toContain(
      'OFFICER_UNKNOWN',
    );
  });

  it('没有检查任务的案卷不能通知、审批检查、转案；已经作出结果的不再进场', () => {
    const bare = fresh();
    for (const step of ['notified', 'started', 'concluded'] as const)
      expect(refused(bare, inspectionAct(step))).toContain('STAGE_RECORD_MISSING');
    expect(refused(bare, inspectionAct('approved'))).toContain('STAGE_RECORD_MISSING');
    const over = inspectionAt(law, 'concluded');
    expect(refused(over, { ...inspectionAct('concluded'), id: 'D2' })).toContain('ALREADY_DECIDED');
    expect(
      refused(over, {
        ...inspectionAct('concluded'),
        id: 'D2',
        input: { outcome: 'passed', signers: ['nobody'] },
      }),
    ).toContain('OFFICER_UNKNOWN');
  });

  it('NAT-54-4 批准之后改了被检查人，批准作废', () => {
    const played = inspectionAt(law, 'assigned');
    played.do({
      act: 'case.rename-party',
      by: 'h1',
      at: '2026-03-03T09:30',
      input: { party: 'P1', name: '示例新协会' },
      record: { 'party.change-proof': '登记证书' },
    });
    expect(refused(played, inspectionAct('notified'))).toContain('APPROVAL_PENDING');
  });

  it('处罚的步骤在检查案里没有：不能立案、告知、处罚', () => {
    const played = inspectionAt(law, 'served');
    for (const act of ['case.file', 'case.give-notice', 'case.decide'])
      expect(played.preview(act, 'h1', '2026-03-20T09:00').status).toBe('refused');
  });

  it('阶段、路径、标题、列表都是检查的说法', () => {
    expect(stageOf(inspectionAt(law, 'notified').state)).toBe('initiation');
    expect(stageOf(inspectionAt(law, 'started').state)).toBe('investigation');
    expect(stageOf(inspectionAt(law, 'recorded').state)).toBe('decision');
    const { state } = inspectionAt(law, 'served');
    expect(stageLabelOf(stageOf(state), kindOf(state))).toBe('告知处理');
    expect(summaryOf(state)).toMatchObject({
      kind: 'inspection',
      title: '收费情况检查',
      number: '江民检字〔2026〕1号',
      documentNumber: '江民检告字〔2026〕1号',
    });
    const titles = state.entries.map((entry) => entryTitle(state, entry));
    expect(titles).toEqual(
      expect.arrayContaining(['检查任务 江民检字〔2026〕1号', '检查结果告知书 江民检告字〔2026〕1号']),
    );
    expect(titles.join('')).not.toMatch(/[A-Za-z]/);
    expect(pathOf(state).map(({ act }) => act)).toContain('case.refer-inspection');
  });
});

describe('转为处罚案源', () => {
  const referring: Told = {
    id: 'X9',
    act: 'case.refer-inspection',
    by: 'h1',
    at: '2026-03-10T09:00',
    input: { summary: '票据存根缺第三册，涉嫌隐匿收入。' },
  };

  it('WHMZ-JL-10-1 一个行为，两份案卷：新案源写明检查的编号，带去笔录和当事人，两案互相看得见', () => {
    const played = inspectionAt(law, 'served');
    played.do(referring);
    const other = played.cases['case/X9'];
    if (other === undefined) throw new Error('没有新的案卷');
    expect(kindOf(other)).toBe('penalty');
    const [lead] = entriesOf(other, 'lead');
    expect(lead?.data).toMatchObject({ source: 'inspection', summary: '票据存根缺第三册，涉嫌隐匿收入。' });
    expect(lead?.record).toMatchObject({
      'lead.inspection': '江民检字〔2026〕1号',
      'lead.party-name': '示例甲协会',
      'lead.party-code': '51000000MJH00000XE',
    });
    expect(entriesOf(other, 'evidence').map(({ data }) => data.name)).toEqual([
      '3 月 5 日对示例甲协会的现场笔录（原在 江民检字〔2026〕1号）',
    ]);
    expect(entriesOf(other, 'link')[0]?.data).toMatchObject({ other: 'case/trial', relation: 'caused-by' });
    expect(entriesOf(played.state, 'link')[0]?.data).toMatchObject({ other: 'case/X9', relation: 'causes' });
    expect(refused(played, { ...referring, id: 'X10' })).toContain('ALREADY_REFERRED');
  });

  it('检查结果不是涉嫌违法的、还没有结果的，不能转为案源', () => {
    const passed = inspectionAt(law, 'served', {
      concluded: { input: { outcome: 'passed', signers: ['h1', 'h2'] } },
    });
    expect(refused(passed, referring)).toContain('NOT_SUSPECTED');
    expect(refused(inspectionAt(law, 'recorded'), referring)).toContain('NOT_SUSPECTED');
    expect(refused(fresh(), referring)).toContain('STAGE_RECORD_MISSING');
  });
});
