import type { Law } from '../rules/law.ts';
import { service } from './lawful-path.ts';
import { PlayedCase, staffedAgency } from './played-case.ts';
import type { Told } from './played-case.ts';

const steps = [
  'applied',
  'accepted',
  'receipted',
  'handlers-assigned',
  'examined',
  'consulted',
  'approved',
  'decided',
  'served',
] as const;
export type ConfirmationStep = (typeof steps)[number];

/** A lawful confirmation from its receipt to its service, in the agency of the other trials. */
const lawful: Readonly<Record<ConfirmationStep, Told>> = {
  applied: {
    id: 'A1',
    act: 'case.register-confirmation',
    by: 'h1',
    at: '2026-03-02T09:00',
    input: {
      matter: 'charity-recognition',
      item: '江城示范中心认定为慈善组织',
      channel: 'window',
      parties: [{ id: 'P1', name: '江城示范中心', kind: 'other-organisation', record: {} }],
      materials: [{ name: '认定申请书', state: 'complete' }],
    },
    record: { 'application.form': '申请书一份' },
  },
  accepted: { id: 'C1', act: 'case.accept-application', by: 'h1', at: '2026-03-02T10:00', input: {} },
  receipted: {
    act: 'case.issue-receipt',
    by: 'h1',
    at: '2026-03-02T10:30',
    input: { delivery: 'in-person' },
    record: {
      'receipt.seal': '受理专用章',
      'receipt.dated-on': '2026-03-02',
      'receipt.signed-by': '申请人当场签收',
    },
  },
  'handlers-assigned': {
    act: 'case.assign-handlers',
    by: 'chief',
    at: '2026-03-03T09:00',
    input: { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
  },
  examined: {
    act: 'case.examine-application',
    by: 'h1',
    at: '2026-03-09T09:00',
    input: {
      officers: ['h1', 'h2'],
      manner: 'on-site',
      conditions: [{ condition: '不以营利为目的', met: true, finding: '章程没有分红的条款' }],
    },
    record: { 'examination.others': 'no', 'examination.others-reason': '认定只关系申请人自己' },
  },
  consulted: {
    act: 'case.consult-party',
    by: 'h1',
    at: '2026-03-09T15:00',
    input: { party: 'P1', means: 'in-person', intended: '拟予以认定，没有别的条件。' },
    record: { 'told.proof': '申请人当场签收' },
  },
  approved: {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-10T09:00',
    input: { matter: 'decision', opinion: 'agree' },
    record: { 'approval.comment': '同意认定' },
  },
  decided: {
    id: 'D1',
    act: 'case.decide-confirmation',
    by: 'h1',
    at: '2026-03-11T10:00',
    input: { outcome: 'confirmed', content: '认定江城示范中心为慈善组织。', unmet: [] },
    record: {
      'decision.basis': '慈善法第十条',
      'decision.reconsideration': '可以自收到本决定书之日起六十日内申请行政复议',
      'decision.litigation': '可以自收到本决定书之日起六个月内提起行政诉讼',
    },
  },
  served: {
    act: 'case.serve',
    by: 'h1',
    at: '2026-03-12T10:00',
    input: { document: 'D1', party: 'P1' },
    record: service('2026-03-12T10:00'),
  },
};

export function confirmationAct(step: ConfirmationStep): Told {
  return lawful[step];
}

/** The file of a confirmation as far as a step. */
export function confirmationAt(law: Law, until: ConfirmationStep | undefined): PlayedCase {
  const played = new PlayedCase(law, staffedAgency());
  const done = until === undefined ? [] : steps.slice(0, steps.indexOf(until) + 1);
  for (const step of done) {
    // The seal is put on between the decision and its service.
    if (step === 'served')
      played.do({
        act: 'case.seal-document',
        by: 'h1',
        at: '2026-03-11T15:00',
        input: { document: 'D1', owner: 'deciding-agency', manner: 'physical' },
      });
    played.do(lawful[step]);
  }
  return played;
}
