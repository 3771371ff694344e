import type { AgencyState } from '../authority/state.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Law } from '../rules/law.ts';
import { instant } from '../time/index.ts';
import { service } from './lawful-path.ts';
import { PlayedCase, staffedAgency } from './played-case.ts';
import type { Told } from './played-case.ts';

/** An act on the agency's own records, by its head. */
export function keptBy(
  law: Law,
  agency: AgencyState,
  id: string,
  name: string,
  at: string,
  input: unknown,
): { readonly decision: Decision; readonly agency: AgencyState } {
  const context = new PlayedCase(law, agency).context('head', at);
  const act = {
    id,
    name,
    agency: 'trial',
    stream: agency.stream,
    input,
    record: {},
    occurredAt: instant(at),
  };
  const decision = decide(agency, act, context);
  if ('refusals' in decision) return { decision, agency };
  const events = decision.streams
    .filter(({ stream }) => stream === agency.stream)
    .flatMap((one) => one.events);
  return { decision, agency: events.reduce((next, event) => evolve(next, event) as AgencyState, agency) };
}

export const inspectionItemInput = {
  name: '收费情况检查',
  basis: '《社会团体登记管理条例》第二十四条',
  rank: 'administrative-regulation',
  objects: '社会团体',
  content: '收费的项目和标准',
  way: 'on-site',
  publishedOn: '2026-01-04',
  publishedIn: '门户网站',
  from: '2026-01-01',
} as const;

export const planInput = {
  year: 2026,
  title: '2026 年度检查计划',
  yearlyCap: 2,
  publishedOn: '2026-01-05',
  publishedIn: '门户网站',
  lines: [{ id: 'fees', item: 'I1', objects: '全部协会', times: 1, from: '2026-02-01', until: '2026-12-31' }],
} as const;

/** Codes with their check digits, as the register gives them. */
export const pooled = ['AK', 'BN', 'CR', 'DW', 'E0'].map((end) => `51000000MJH00000${end}`);

/** What the file asks of an organisation. */
export function organisation(code: string) {
  return { 'party.code': code, 'party.representative': '唐示例', 'party.address': '江城市一号' };
}

export const poolInput = {
  line: 'P1/fees',
  objects: pooled.map((code, at) => ({ code, name: `示例协会${at + 1}` })),
  officers: ['h1', 'h2', 'chief'],
  exclusions: [],
  count: 3,
  each: 2,
  source: 'welfare-lottery',
  issue: '2026018',
  knownAt: '2026-02-11T21:15',
} as const;

/** An agency with a published item, a plan and a list that was sealed and drawn. */
export function agencyWithDraw(law: Law): AgencyState {
  const steps: readonly (readonly [string, string, string, unknown])[] = [
    ['I1', 'agency.register-inspection-item', '2026-01-05T09:00', inspectionItemInput],
    ['P1', 'agency.adopt-inspection-plan', '2026-01-06T09:00', planInput],
    ['C1', 'agency.commit-draw', '2026-02-10T09:00', poolInput],
    [
      'L1',
      'agency.draw-lots',
      '2026-02-12T09:00',
      { draw: 'C1', number: '03 09 14 22 27 31 + 08', proof: '二月十一日的开奖公告' },
    ],
  ];
  return steps.reduce((agency, [id, name, at, input]) => {
    const kept = keptBy(law, agency, id, name, at, input);
    if ('refusals' in kept.decision) throw new Error(`${name}：${kept.decision.refusals[0]?.because ?? ''}`);
    return kept.agency;
  }, staffedAgency());
}

const steps = [
  'opened',
  'approved',
  'assigned',
  'notified',
  'started',
  'recorded',
  'concluded',
  'sealed',
  'served',
] as const;
export type InspectionStep = (typeof steps)[number];

/** A lawful inspection of one that was drawn, from its task to the telling of its result. */
const lawful: Readonly<Record<InspectionStep, Told>> = {
  opened: {
    id: 'T1',
    act: 'case.open-inspection',
    by: 'h1',
    at: '2026-03-02T09:00',
    input: {
      item: 'I1',
      source: 'plan',
      way: 'on-site',
      plan: 'P1/fees',
      parties: [
        {
          id: 'P1',
          name: '示例甲协会',
          kind: 'social-organisation',
          record: organisation('51000000MJH00000XE'),
        },
      ],
    },
    record: { 'inspecting.why-on-site': '票据须到现场核对' },
  },
  approved: {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-02T15:00',
    input: { matter: 'inspection', opinion: 'agree' },
    record: { 'approval.comment': '同意检查' },
  },
  assigned: {
    act: 'case.assign-handlers',
    by: 'chief',
    at: '2026-03-03T09:00',
    input: { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
  },
  notified: {
    id: 'N1',
    act: 'case.notify-inspection',
    by: 'h1',
    at: '2026-03-03T10:00',
    input: { startsAt: '2026-03-05T09:00', means: 'beforehand' },
    record: {
      'inspecting.content': '收费的项目和标准',
      'inspecting.basis': '《社会团体登记管理条例》第二十四条',
      'inspecting.rights': '有权申请回避，有权陈述申辩',
      'inspecting.receipt': '当日签收',
    },
  },
  started: {
    id: 'S1',
    act: 'case.start-inspection',
    by: 'h1',
    at: '2026-03-05T09:00',
    input: { body: 'agency', officers: ['h1', 'h2'], shown: ['h1', 'h2'], helpers: [] },
    record: { 'inspecting.scanned-at': '2026-03-05T08:58', 'inspecting.recusal-told': '当场告知' },
  },
  recorded: {
    id: 'R1',
    act: 'case.inspect-scene',
    by: 'h1',
    at: '2026-03-05T09:10',
    entered: '2026-03-05T11:00',
    input: {
      officers: ['h1', 'h2'],
      manner: 'inspection',
      person: '示例甲协会',
      endedAt: '2026-03-05T10:30',
      shown: ['h1', 'h2'],
    },
    record: {
      'scene.place': '江城市一号',
      'scene.basis-rank': 'administrative-regulation',
      'scene.basis': '《社会团体登记管理条例》第二十四条',
      'scene.certificate-shown': '出示证件，核对无误',
      'scene.presence': '负责人在场',
      'scene.cooperation': 'cooperated',
      'scene.course': '查看票据存根四册，逐本核对。',
      'scene.opinion': '无',
      'scene.signature': 'signed',
    },
  },
  concluded: {
    id: 'D1',
    act: 'case.conclude-inspection',
    by: 'h1',
    at: '2026-03-06T09:00',
    input: { outcome: 'suspected', signers: ['h1', 'h2'] },
    record: { 'inspecting.findings': '票据存根缺第三册。' },
  },
  sealed: {
    act: 'case.seal-document',
    by: 'h1',
    at: '2026-03-06T15:00',
    input: { document: 'D1', owner: 'deciding-agency', manner: 'physical' },
  },
  served: {
    act: 'case.serve',
    by: 'h1',
    at: '2026-03-09T10:00',
    input: { document: 'D1', party: 'P1' },
    record: service('2026-03-09T10:00'),
  },
};

export function inspectionAct(step: InspectionStep): Told {
  return lawful[step];
}

/** The file of an inspection as far as a step; what is changed of a step counts, what is left out is not done. */
export function inspectionAt(
  law: Law,
  until: InspectionStep | undefined,
  change: Partial<Record<InspectionStep, Partial<Told>>> = {},
  without: readonly InspectionStep[] = [],
): PlayedCase {
  const played = new PlayedCase(law, agencyWithDraw(law));
  const done = until === undefined ? [] : steps.slice(0, steps.indexOf(until) + 1);
  for (const step of done) if (!without.includes(step)) played.do({ ...lawful[step], ...change[step] });
  return played;
}
