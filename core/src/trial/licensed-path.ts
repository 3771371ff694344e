import type { Law } from '../rules/law.ts';
import { PlayedCase, staffedAgency } from './played-case.ts';
import type { Told } from './played-case.ts';
import { service } from './lawful-path.ts';

const steps = [
  'applied',
  'supplement-notified',
  'supplemented',
  'accepted',
  'receipted',
  'handlers-assigned',
  'examined',
  'approved',
  'decided',
  'served',
  'delivered',
  'closed',
] as const;
export type LicenseStep = (typeof steps)[number];

/** A lawful application from its receipt to its closing, in the agency of the other trials. */
const lawful: Readonly<Record<LicenseStep, Told>> = {
  applied: {
    id: 'A1',
    act: 'case.register-application',
    by: 'h1',
    at: '2026-03-02T09:00',
    input: {
      item: '民办非企业单位成立登记',
      type: 'first',
      way: 'ordinary',
      channel: 'window',
      parties: [{ id: 'P1', name: '江城示范中心筹备组', kind: 'other-organisation', record: {} }],
      materials: [
        { name: '登记申请书', state: 'complete' },
        { name: '场所使用权证明', state: 'missing' },
      ],
    },
    record: { 'application.form': '申请书一份' },
  },
  'supplement-notified': {
    id: 'S1',
    act: 'case.notify-supplement',
    by: 'h1',
    at: '2026-03-02T10:00',
    input: { items: [{ material: '场所使用权证明', demand: '补交原件' }], means: 'in-person' },
    record: { 'supplementing.told': '当面告知，已签收' },
  },
  supplemented: {
    act: 'case.record-supplement',
    by: 'h1',
    at: '2026-03-04T09:00',
    input: { materials: ['场所使用权证明'] },
  },
  accepted: { id: 'C1', act: 'case.accept-application', by: 'h1', at: '2026-03-04T10:00', input: {} },
  receipted: {
    act: 'case.issue-receipt',
    by: 'h1',
    at: '2026-03-04T10:30',
    input: { delivery: 'in-person' },
    record: {
      'receipt.seal': '行政许可专用章',
      'receipt.dated-on': '2026-03-04',
      'receipt.signed-by': '申请人当场签收',
    },
  },
  'handlers-assigned': {
    act: 'case.assign-handlers',
    by: 'chief',
    at: '2026-03-05T09:00',
    input: { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
  },
  examined: {
    act: 'case.examine-application',
    by: 'h1',
    at: '2026-03-09T09:00',
    input: {
      officers: ['h1', 'h2'],
      manner: 'on-site',
      conditions: [{ condition: '有必要的场所', met: true, finding: '与证明一致' }],
    },
    record: { 'examination.others': 'no', 'examination.others-reason': '登记只关系申请人自己' },
  },
  approved: {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-10T09:00',
    input: { matter: 'decision', opinion: 'agree' },
    record: { 'approval.comment': '同意准予登记' },
  },
  decided: {
    id: 'D1',
    act: 'case.decide-license',
    by: 'h1',
    at: '2026-03-11T10:00',
    input: { outcome: 'granted', unmet: [] },
  },
  served: {
    act: 'case.serve',
    by: 'h1',
    at: '2026-03-12T10:00',
    input: { document: 'D1', party: 'P1' },
    record: service('2026-03-12T10:00'),
  },
  delivered: {
    act: 'case.deliver-license',
    by: 'h1',
    at: '2026-03-12T10:10',
    input: { number: '江登字 0001', form: 'paper', validFrom: '2026-03-12', validUntil: '2031-03-11' },
    record: { 'license.delivered': '申请人当场签收' },
  },
  closed: { act: 'case.close', by: 'h1', at: '2026-03-16T09:00', input: { ground: 'granted' } },
};

export function licenseAct(step: LicenseStep): Told {
  return lawful[step];
}

/** The file of an application as far as a step; what is changed of a step counts, what is left out is not done. */
export function licenseAt(
  law: Law,
  until: LicenseStep | undefined,
  change: Partial<Record<LicenseStep, Partial<Told>>> = {},
  without: readonly LicenseStep[] = [],
): PlayedCase {
  const played = new PlayedCase(law, staffedAgency());
  const done = until === undefined ? [] : steps.slice(0, steps.indexOf(until) + 1);
  for (const step of done) {
    if (without.includes(step)) continue;
    // The seal is put on between the decision and its service.
    if (step === 'served')
      played.do({
        act: 'case.seal-document',
        by: 'h1',
        at: '2026-03-11T15:00',
        input: { document: 'D1', owner: 'deciding-agency', manner: 'physical' },
      });
    played.do({ ...lawful[step], ...change[step] });
  }
  return played;
}
