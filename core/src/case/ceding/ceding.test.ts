import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Act, ActContext } from '../../act.ts';
import type { AgencyState } from '../../authority/state.ts';
import { certificateOn, rolesOn } from '../../authority/state.ts';
import { decide } from '../../decide.ts';
import type { DomainEvent } from '../../event.ts';
import { evolve, fold } from '../../evolve.ts';
import { inheritedEvent } from '../../inherited-event.ts';
import { obligations } from '../../obligations.ts';
import { preview } from '../../preview.ts';
import { finesOf } from '../../fines/enter-fine.ts';
import { shelvesOf } from '../../fines/shelf.ts';
import { emptyShelf } from '../../fines/state.ts';
import { day, instant } from '../../time/index.ts';
import { caseAt } from '../../trial/lawful-path.ts';
import type { Milestone } from '../../trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { cessionOf, makerOf } from './ceding.ts';
const { law } = compileBundle(library, ['npc/penalty-law/2021-07-15']);

/** Two agencies are joined in one: the first gives its power away, the second goes on exercising it. */
const first = staffedAgency();

function onAgency(
  of: AgencyState,
  name: string,
  input: object,
  { at = '2026-04-01T08:30', others = [] as readonly AgencyState[], id = 'AA1' } = {},
): AgencyState {
  const decision = tried(of, name, input, { at, others, id });
  if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
  return decision.streams.flatMap((one) => one.events).reduce(evolve, of) as AgencyState;
}

function tried(
  of: AgencyState,
  name: string,
  input: object,
  { at, others, id = 'AA1' }: { at: string; others: readonly AgencyState[]; id?: string },
) {
  const now = instant(at);
  const act: Act = {
    ...{ id, name, agency: of.id, stream: of.stream, input, record: {}, occurredAt: now },
  };
  const actor = { account: 'a', name: '管理员', administrator: true };
  const refs = { agency: of, series: {}, others: Object.fromEntries(others.map((one) => [one.id, one])) };
  return decide(of, act, { actor, refs, law, now });
}
const said = (decision: ReturnType<typeof tried>) =>
  'refusals' in decision ? decision.refusals.map(({ field, because }) => [field, because]) : [];

/** The second agency: its `h1` is somebody else than the first's. */
const second: AgencyState = [
  ['agency.establish', { name: '江城市社会事务局', shortName: '江社' }],
  ['agency.register-unit', { id: 'enforcement', name: '综合执法科' }],
  [
    'agency.register-officer',
    {
      ...{ id: 'h1', name: '别家承办', unit: 'enforcement' },
      certificates: [{ number: 'S-h1', from: '2024-01-01', until: '2027-12-31' }],
    },
  ],
  ['agency.appoint', { officer: 'h1', role: 'handler', from: '2024-01-01' }],
  [
    'agency.register-officer',
    {
      ...{ id: 'chief', name: '别家科长', unit: 'enforcement' },
      certificates: [{ number: 'S-chief', from: '2024-01-01', until: '2027-12-31' }],
    },
  ],
  ['agency.appoint', { officer: 'chief', role: 'unit-head', unit: 'enforcement', from: '2024-01-01' }],
].reduce<AgencyState>(
  (agency, [name, input], index) =>
    onAgency(agency, String(name), input as object, { at: '2026-01-05T09:00', id: `B${index}` }),
  {
    ...{ stream: 'agency/union', version: 0, id: 'union', name: '', shortName: '' },
    ...{ units: {}, officers: {}, appointments: [], bindings: [], batches: [], changes: [] },
    ...{ settlements: [], contradictions: [] },
  },
);

const given = { successor: 'union', ground: 'merger', document: '江编〔2026〕5 号', from: '2026-04-01' };
const ceding = (change: object = {}) =>
  onAgency(first, 'agency.cede', { ...given, ...change }, { at: '2026-03-31T16:00', others: [second] });
const takenOver = (from: AgencyState) =>
  onAgency(
    second,
    'agency.take-over',
    { predecessor: 'trial', document: '江编〔2026〕5 号' },
    { others: [from] },
  );

const cede: Told = { ...{ act: 'case.cede', by: 'chief', at: '2026-04-01T09:00' }, input: { to: 'union' } };

/** A file of the first agency at a step, its power gone since. */
function gone(milestone: Milestone, agency = ceding()): PlayedCase {
  const played = caseAt(law, milestone);
  played.agency = agency;
  return played;
}

/** The file as the second agency reads it, and what its receiving comes to. */
function receiving(played: PlayedCase, to: AgencyState, by = 'chief', at = '2026-04-01T10:00') {
  const carried = played.events.map((event) => inheritedEvent(event, 'trial'));
  const state = fold(played.state.stream, 'union', carried) as CaseState;
  const act: Act = {
    ...{ id: 'R1', name: 'case.receive-ceded', agency: 'union', stream: state.stream },
    ...{ input: { from: 'trial' }, record: {}, occurredAt: instant(at) },
  };
  const parties = entriesOf(state, 'party').map(({ data, record }) => ({
    name: data.name,
    code: String(record['party.code'] ?? ''),
  }));
  const shelves = parties.flatMap((party) => shelvesOf('union', party));
  const theirs = parties.flatMap((party) => shelvesOf('trial', party));
  const context: ActContext = {
    actor: { account: by, name: by, officer: by },
    refs: {
      ...{ agency: to, series: {} },
      fines: Object.fromEntries([
        ...shelves.map((stream) => [stream, emptyShelf(stream)] as const),
        ...theirs.map((stream) => [stream, played.fines[stream] ?? emptyShelf(stream)] as const),
      ]),
    },
    law,
    now: instant(at),
  };
  return { state, decision: decide(state, act, context), context, parties };
}

function received(played: PlayedCase, to: AgencyState): CaseState {
  const { state, decision } = receiving(played, to);
  if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
  return (decision.streams[0]?.events ?? []).reduce(evolve, state) as CaseState;
}

describe('登记职权划出', () => {
  it('写明承继的机关、文号和起日；承继机关的名称由系统写下', () => {
    expect(ceding().cessions).toEqual([
      {
        id: 'AA1',
        to: 'union',
        name: '江城市社会事务局',
        ground: 'merger',
        document: '江编〔2026〕5 号',
        from: '2026-04-01',
      },
    ]);
  });

  it.each([
    ['没有设立档案的机关', { successor: 'nobody' }, 'input.successor', '没有在本系统设立档案'],
    ['本机关自己', { successor: 'trial' }, 'input.successor', '就是本机关'],
    ['已经过去的一日', { from: '2026-03-30' }, 'input.from', '这一日已经过去'],
    ['没有登记的机构', { units: ['nowhere'] }, 'input.units', '没有登记'],
  ])('%s，拒绝并指明哪一栏', (_what, change, field, because) => {
    const decision = tried(
      first,
      'agency.cede',
      { ...given, ...change },
      {
        ...{ at: '2026-03-31T16:00', others: [second, first] },
      },
    );
    expect(said(decision)).toEqual([[field, expect.stringContaining(because)]]);
  });

  it('全部划出之后不能再划；分几次划出机构的，同一机构只划一次', () => {
    const again = tried(ceding(), 'agency.cede', given, { at: '2026-03-31T17:00', others: [second] });
    expect('refusals' in again && codesOfRefusals(again.refusals)).toEqual(['POWER_CEDED']);
    const part = tried(
      ceding({ units: ['legal'] }),
      'agency.cede',
      { ...given, units: ['legal'] },
      {
        ...{ at: '2026-03-31T17:00', others: [second] },
      },
    );
    expect(said(part)[0]?.[0]).toBe('input.units');
  });
});

describe('撤回职权划出', () => {
  const reason = '编制部门的批复写明推迟施行。';
  const withdrawn = (of: AgencyState, at: string, cession = 'AA1') =>
    tried(of, 'agency.withdraw-cession', { cession, reason }, { at, others: [], id: 'AA2' });

  it('那一日之前可以撤回：职权照旧，可以另行登记', () => {
    const before = ceding();
    const decision = withdrawn(before, '2026-03-31T17:00');
    expect(said(decision)).toEqual([]);
    const after = onAgency(
      before,
      'agency.withdraw-cession',
      { cession: 'AA1', reason },
      { at: '2026-03-31T17:00', id: 'AA2' },
    );
    expect(after.cessions).toEqual([]);
    const again = tried(after, 'agency.cede', given, {
      ...{ at: '2026-03-31T17:10', others: [second], id: 'AA3' },
    });
    expect(said(again)).toEqual([]);
  });

  it('那一日到了不能撤回：没有还没有到的，整项拒绝；还有别的，指明是哪一项', () => {
    const begun = withdrawn(ceding(), '2026-04-01T08:30');
    expect('refusals' in begun && codesOfRefusals(begun.refusals)).toEqual(['NO_CESSION_TO_COME']);
    const part = ceding({ units: ['legal'] });
    const two = onAgency(
      part,
      'agency.cede',
      { ...given, from: '2026-05-01' },
      { ...{ at: '2026-03-31T17:00', others: [second], id: 'AA4' } },
    );
    const wrong = withdrawn(two, '2026-04-01T08:30');
    expect(said(wrong)).toEqual([['input.cession', expect.stringContaining('已经由')]]);
    expect(said(withdrawn(two, '2026-04-01T08:30', 'AA9'))).toEqual([
      ['input.cession', expect.stringContaining('没有这一项')],
    ]);
    expect(said(withdrawn(two, '2026-04-01T08:30', 'AA4'))).toEqual([]);
  });

  it('没有登记过划出的，没有可以撤回的', () => {
    const none = withdrawn(first, '2026-03-31T17:00');
    expect('refusals' in none && codesOfRefusals(none.refusals)).toEqual(['NO_CESSION_TO_COME']);
  });
});

describe('登记承继', () => {
  it('没有划给本机关的，拒绝；划出之日没有到的，拒绝', () => {
    const asked = { predecessor: 'trial', document: '江编〔2026〕5 号' };
    const none = tried(second, 'agency.take-over', asked, { at: '2026-04-01T08:30', others: [first] });
    expect(said(none)[0]?.[1]).toContain('没有登记把职权划给本机关');
    const early = tried(second, 'agency.take-over', asked, {
      ...{ at: '2026-03-31T17:00', others: [ceding()] },
    });
    expect(said(early)[0]?.[1]).toContain('那一日还没有到');
  });

  it('人员带着证件和承办的职务过来，编号不与本机关的相撞；领导职务到前一日为止', () => {
    const to = takenOver(ceding());
    expect(to.officers['h1']?.name).toBe('别家承办');
    expect(to.officers['h1.trial']).toMatchObject({ name: '孙承办', unit: 'enforcement.trial' });
    const on = day('2026-04-02');
    expect(certificateOn(to, 'h1.trial', on)?.number).toBe('Z-h1');
    expect(rolesOn(to, 'h1.trial', on)).toEqual(['handler']);
    expect(rolesOn(to, 'head.trial', on)).toEqual([]);
    expect(rolesOn(to, 'head.trial', day('2026-03-31'))).toEqual(['agency-head']);
    expect(to.bases?.['shetuan-30.trial']?.article).toBe('第三十条');
    expect(to.benchmarks?.['yinsu.trial']?.basis).toBe('shifan-9.trial');
    expect(
      tried(
        to,
        'agency.take-over',
        { predecessor: 'trial', document: '再登记' },
        {
          ...{ at: '2026-04-01T09:00', others: [ceding()] },
        },
      ),
    ).toHaveProperty('refusals');
  });

  it('只划出一个机构的，别的机构的人员只作为旧卷里的名字：证件到前一日，不能选用', () => {
    const to = takenOver(ceding({ units: ['legal'] }));
    expect(to.officers['rev.trial']?.elsewhere).toBeUndefined();
    expect(to.officers['h1.trial']).toMatchObject({ elsewhere: true });
    expect(certificateOn(to, 'h1.trial', day('2026-03-31'))).toBeDefined();
    expect(certificateOn(to, 'h1.trial', day('2026-04-01'))).toBeUndefined();
    expect(rolesOn(to, 'h1.trial', day('2026-04-01'))).toEqual([]);
    expect(Object.keys(to.units)).toContain('legal.trial');
    expect(Object.keys(to.units)).not.toContain('enforcement.trial');
  });

  it('带点的编号是承继来的：可以更新，不能新造', () => {
    const officer = (id: string) => ({ id, name: '新来的', unit: 'enforcement', certificates: [] });
    const made = tried(second, 'agency.register-officer', officer('x1.trial'), {
      ...{ at: '2026-04-01T09:00', others: [] },
    });
    expect(said(made)[0]?.[0]).toBe('input.id');
    expect(
      onAgency(takenOver(ceding()), 'agency.register-officer', officer('h1.trial')).officers['h1.trial']
        ?.name,
    ).toBe('新来的');
  });
});

describe('职权划出之后的案卷', () => {
  it('不再接着办，指明移交给谁；之前发生的事照样补录；移交之后什么也不收', () => {
    const played = gone('assigned');
    const interview: Told = {
      ...{ act: 'case.record-interview', by: 'h1', at: '2026-04-01T09:00' },
      input: { officers: ['h1', 'h2'], person: '吴代表', endedAt: '2026-04-01T09:30' },
    };
    const found = played.refused({ ...interview, entered: '2026-04-01T10:00' });
    expect(found.find(({ code }) => code === 'POWER_CEDED')).toMatchObject({
      because: '本案的职权已经划给江城市社会事务局',
      remedy: { act: 'case.cede' },
    });
    const before = { ...interview, at: '2026-03-31T09:00', entered: '2026-04-01T10:00' };
    const told = played.copy().try({
      ...before,
      input: { ...(interview.input as object), endedAt: '2026-03-31T09:30' },
    });
    expect('refusals' in told ? codesOfRefusals(told.refusals) : []).not.toContain('POWER_CEDED');

    played.do(cede);
    expect(cessionOf(played.state)?.data).toEqual({
      ...{ to: 'union', name: '江城市社会事务局', document: '江编〔2026〕5 号' },
    });
    expect(summaryOf(played.state)).toMatchObject({ stage: 'archive', cededTo: 'union' });
    expect(codesOfRefusals(played.refused(before))).toContain('CASE_CEDED');
    expect(
      preview(played.state, 'case.assign-handlers', played.context('chief', '2026-04-01T11:00')),
    ).toMatchObject({
      status: 'refused',
    });
  });

  it('没有办完的义务随案走：移交之后本机关不再欠，承继的机关接着欠，起止照旧', () => {
    const played = gone('filed');
    const open = (state: CaseState) =>
      obligations(state, law).flatMap(({ id, lawfulDue, met }) =>
        met === undefined ? [`${id} ${lawfulDue}`] : [],
      );
    const owed = open(played.state);
    expect(owed.length).toBeGreaterThan(0);
    played.do(cede);
    expect(open(played.state)).toEqual([]);
    expect(open(received(played, takenOver(played.agency)))).toEqual(owed);
  });

  it('划出之日没有到的，照常办，也不能移交；划出一个机构的，别的机构的案件不受影响', () => {
    const early = gone('assigned', ceding({ from: '2026-05-01' }));
    expect(codesOfRefusals(early.refused(cede))).toEqual(['POWER_KEPT']);
    expect(codesOfRefusals(gone('assigned', ceding({ units: ['legal'] })).refused(cede))).toEqual([
      'POWER_KEPT',
    ]);
    gone('assigned', ceding({ units: ['enforcement'] })).do(cede);
  });

  it('新的线索也不收：指明由谁登记', () => {
    const fresh = new PlayedCase(law, ceding());
    const lead: Told = {
      ...{ act: 'case.register-lead', by: 'h1', at: '2026-04-01T09:00' },
      input: { source: 'complaint', summary: '来信反映收费一事' },
    };
    const found = fresh.refused(lead).find(({ code }) => code === 'POWER_CEDED');
    expect(found?.remedy?.says).toBe('新的事项由江城市社会事务局登记办理');
  });

  it('移交给别的机关，拒绝，指明是哪一个', () => {
    const [refusal] = gone('filed').refused({ ...cede, input: { to: 'elsewhere' } });
    expect(refusal).toMatchObject({ code: 'INPUT_INVALID', field: 'input.to' });
  });
});

describe('接收承继的案卷', () => {
  it('没有登记承继的，拒绝并指明先登记；不是移交给本机关的，不能接收', () => {
    const played = gone('filed');
    played.do(cede);
    const { decision } = receiving(played, second);
    expect('refusals' in decision && codesOfRefusals(decision.refusals)).toEqual(['PREDECESSOR_UNKNOWN']);
    const other = { ...takenOver(played.agency), id: 'third' };
    const wrong = receiving(played, other).decision;
    expect('refusals' in wrong && codesOfRefusals(wrong.refusals)).toContain('NOT_CEDED');
    const early = receiving(played, takenOver(played.agency), 'chief', '2026-04-01T08:59').decision;
    expect('refusals' in early && early.refusals[0]?.because).toContain('早于移交的时刻');
  });

  it('每条记录都在，次序和版本照旧；经办的还是原来的人，不是本机关同号的人', () => {
    const played = gone('decided');
    const before = played.state;
    played.do(cede);
    const state = received(played, takenOver(played.agency));
    expect(state.agency).toBe('union');
    expect(state.entries.slice(0, before.entries.length).map(({ id, version }) => [id, version])).toEqual(
      before.entries.map(({ id, version }) => [id, version]),
    );
    expect(state.entries.at(-1)?.kind).toBe('reception');
    expect(handlersOf(state)).toEqual(['h1.trial', 'h2.trial']);
    const [interview] = entriesOf(state, 'interview');
    expect(interview?.by.officer).toBe('h1.trial');
    expect(interview?.data.officers).toEqual(['h1.trial', 'h2.trial']);
    expect(interview?.outcome?.['officers']).toMatchObject([{ id: 'h1.trial' }, { id: 'h2.trial' }]);
    expect(entriesOf(state, 'notice')[0]?.data.bases).toEqual(['shetuan-30.trial']);
    expect(entriesOf(state, 'approval').every(({ by }) => by.officer?.endsWith('.trial'))).toBe(true);
    // Steps of approvals are called like some officers are: they are no officers.
    expect(entriesOf(state, 'approval').map(({ data }) => data.step)).toEqual(
      entriesOf(before, 'approval').map(({ data }) => data.step),
    );
  });

  it('移交以前的文书写原机关的名称，以后的写本机关的', () => {
    const played = gone('decided');
    played.do(cede);
    const to = takenOver(played.agency);
    const state = received(played, to);
    const [decision] = entriesOf(state, 'decision');
    const [reception] = entriesOf(state, 'reception');
    if (decision === undefined || reception === undefined) throw new Error('没有决定或者接收');
    expect(makerOf(state, decision, to).name).toBe(first.name);
    expect(makerOf(state, reception, to).name).toBe('江城市社会事务局');
  });

  it('NAT-CF-29-1 原机关的罚款随卷上了本机关的架：写的是原机关的名称和文号；读的是哪一版写在事件里', () => {
    const played = gone('decided');
    played.do(cede);
    const { decision, context, parties } = receiving(played, takenOver(played.agency));
    if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
    const shelves = { ...context.refs.fines };
    for (const { stream, events } of decision.streams)
      if (stream.startsWith('fines/'))
        shelves[stream] = (events as readonly DomainEvent[]).reduce(
          (shelf, event) => evolve(shelf, event) as never,
          shelves[stream] ?? emptyShelf(stream),
        );
    const [party] = parties;
    const fines =
      party === undefined ? [] : finesOf({ refs: { ...context.refs, fines: shelves } }, 'union', party);
    expect(fines).toMatchObject([{ agency: first.name, number: '江民罚决字〔2026〕1号', amount: 500_000 }]);
    // What it was founded on is known here by the id that came along.
    expect(fines?.[0]?.bases).toEqual(['shetuan-30.trial']);
  });

  it('NAT-CF-29-1 他机关罚过的、立案的，随卷一并过来；撤销了的仍写着撤销；别的当事人的不带', () => {
    const played = gone('assigned');
    const [entry] = entriesOf(played.state, 'party');
    const party = { name: entry?.data.name ?? '', code: String(entry?.record['party.code'] ?? '') };
    const fine = {
      ...{
        number: '江市监罚〔2025〕9号',
        agency: '江城市市场监督管理局',
        party,
        decidedOn: day('2025-12-01'),
      },
      ...{ amount: 300_000, cause: '违规收费', bases: [], conductBy: day('2025-11-01') },
      revoked: { on: day('2026-01-10'), document: '江政复〔2026〕1 号' },
    };
    const filing = {
      ...{ number: '江市监立〔2026〕3号', agency: '江城市市场监督管理局', party },
      ...{ filedAt: instant('2026-03-01T09:00'), place: '江城市', cause: '违规收费' },
    };
    const other = { ...fine, number: '江市监罚〔2025〕10号', party: { name: '别的协会' } };
    for (const stream of shelvesOf('trial', party))
      played.fines[stream] = {
        ...(played.fines[stream] ?? emptyShelf(stream)),
        ...{ version: 2, fines: [fine, other], filings: [filing] },
      };
    played.do(cede);
    const { decision, context } = receiving(played, takenOver(played.agency));
    if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
    const carried = decision.streams.filter(({ stream }) => stream.startsWith('fines/'));
    expect(carried.map(({ stream }) => stream).sort()).toEqual([...shelvesOf('union', party)].sort());
    for (const { events } of carried)
      expect(events.map(({ type, input }) => [type, input])).toEqual([
        ['fines.entered', fine],
        ['fines.filing-entered', filing],
      ]);
    const read = shelvesOf('trial', party).map((stream) => [stream, 2]);
    expect(decision.streams[0]?.events[0]?.outcome).toMatchObject({ read: Object.fromEntries(read) });
    expect(Object.keys(context.refs.fines ?? {})).toHaveLength(read.length * 2);
  });

  it('接着办：原来的承办人在承继的机关继续办，接收之前谁也不能办', () => {
    const played = gone('assigned');
    played.do(cede);
    const to = takenOver(played.agency);
    const onward = new PlayedCase(law, to);
    onward.state = received(played, to);
    const interview: Told = {
      ...{ act: 'case.record-activity', by: 'h1.trial', at: '2026-04-01T14:00', entered: '2026-04-01T14:30' },
      input: {},
    };
    const found = codesOfRefusals(onward.refused(interview));
    expect(found).not.toContain('CASE_CEDED');
    expect(found).not.toContain('NOT_HANDLER');
    expect(found).not.toContain('NOT_IN_OFFICE');
  });
});

describe('承继来的编号', () => {
  it('经过两家机关的，先来的在前；更正写到的人员和依据一样换', () => {
    const event = (act: string, type: string, input: unknown): DomainEvent => ({
      ...{ type, actId: 'E1', act, at: instant('2026-03-02T09:00'), enteredAt: instant('2026-03-02T09:00') },
      ...{ by: { account: 'a', name: '甲', officer: 'h1' }, input, record: {} },
    });
    const assigned = event('case.assign-handlers', 'case.handlers-assigned', { officers: ['h1', 'head'] });
    expect(inheritedEvent(assigned, 'b/a')).toMatchObject({
      by: { officer: 'h1.a.b' },
      input: { officers: ['h1.a.b', 'head.a.b'] },
    });
    const mended = event('case.correct-entry', 'case.entry-corrected', {
      entry: 'I1',
      fields: {
        'input.officers': ['h1', 'h2'],
        'input.person': 'h1',
        'record.interview.place': 'h1',
        'input.sanctions': [{ party: 'P1', kind: 'fine', basis: 'shetuan-30', level: 'yinsu/qing' }],
      },
      reason: '写错了',
    });
    expect(inheritedEvent(mended, 'a').input).toEqual({
      entry: 'I1',
      fields: {
        'input.officers': ['h1.a', 'h2.a'],
        'input.person': 'h1',
        'record.interview.place': 'h1',
        'input.sanctions': [{ party: 'P1', kind: 'fine', basis: 'shetuan-30.a', level: 'yinsu.a/qing' }],
      },
      reason: '写错了',
    });
  });
});
