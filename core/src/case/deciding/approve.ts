import { z } from 'zod';
import type { ActContext } from '../../act.ts';
import { officeOf } from '../../actor.ts';
import { rolesOn } from '../../authority/state.ts';
import { defineAct } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { partiesOpen } from '../parties/bringing-parties.ts';
import { overBy } from '../keeping/closing.ts';
import { code } from '../inputs.ts';
import { takesFiling } from '../kind.ts';
import { inspectionTaskOf, notAnInspection } from '../inspecting/inspecting.ts';
import { endOf } from '../course/over.ts';
import {
  approvalOf,
  basisOfDecision,
  changedSinceApproval,
  decisionOf,
  filingOf,
  spotDecisionOf,
} from '../reading.ts';
import { nothingRequested } from '../measures/answer.ts';
import { stepAmiss } from './step-amiss.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/**
 * 审批 (处罚法第五十七条): an opinion on what the file says at the version they saw. Approval is the head's; which
 * opinions must come before it is the law's business, told by `procedure`.
 */
export const approve = defineAct({
  name: 'case.approve',
  event: 'case.approved',
  label: '审批',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  afterClosing: true,
  creates: 'approval',
  restsOn: ['lead', 'triage', ...basisOfDecision, 'measure-request', 'decision'],
  input: z.strictObject({
    matter: code('approval-matter', '审批事项'),
    opinion: code('approval-opinion', '意见'),
    // Absent in events from before there were steps: they were all the head's.
    step: z.optional(code('approval-step', '审批环节').meta({ codes: 'approval-step', narrows: true })),
  }),
  invariants: (state, act) => {
    const { matter } = act.input;
    const field = 'input.matter';
    if (matter === 'publication' && decisionOf(state) === undefined)
      return [
        {
          code: 'NOT_YET_DECIDED',
          because: '本案尚未作出决定，没有可以公示的内容',
          field,
          remedy: { says: '先作出决定', act: 'case.decide' },
        },
      ];
    if (matter === 'measure' && entriesOf(state, 'measure-request').length === 0)
      return nothingRequested.map((one) => ({ ...one, field }));
    if (matter === 'inspection' && inspectionTaskOf(state) === undefined)
      return notAnInspection.map((one) => ({ ...one, field }));
    const amiss = stepAmiss(act.input);
    if (amiss.length > 0) return amiss;
    const end = endOf(state);
    if (ofDecision.includes(matter) && end !== undefined) return [{ ...overBy(end), field }];
    if (ofDecision.includes(matter) && decisionOf(state) !== undefined)
      return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定', field }];
    if (courses.includes(matter)) return partiesOpen(state).map((one) => ({ ...one, field }));
    if (matter === 'filing' && spotDecisionOf(state) !== undefined)
      return [{ code: 'ALREADY_DECIDED', because: '本案已当场作出处罚决定，不经立案', field }];
    return ofDecision.includes(matter) && filingOf(state) === undefined && takesFiling(state)
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            field,
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'approval', event.input),
  prefill: (state, context) => {
    if (inspectionTaskOf(state) !== undefined && approvalOf(state, 'inspection') === undefined)
      return { input: { matter: 'inspection', opinion: 'agree', step: stepOf(context) } };
    if (takesFiling(state) && filingOf(state) === undefined && spotDecisionOf(state) === undefined)
      return { input: { matter: 'filing', opinion: 'agree', step: stepOf(context) } };
    return decisionOf(state) === undefined
      ? { input: { matter: 'decision', opinion: 'agree', step: stepOf(context) } }
      : { input: { matter: 'publication', opinion: 'agree', ...checkFirst(state, context) } };
  },
});

/** Matters of a decision that is still to be made. */
const ofDecision: readonly string[] = ['decision', 'departure'];

/** Matters that change the course of a case that is filed and not yet decided. */
const courses: readonly string[] = ['suspension', 'resumption', 'termination', 'merger', 'split'];

/** Nobody but the chief of a unit approves what is made public; all others can only check it before that. */
function checkFirst(state: CaseState, context: ActContext): { readonly step?: string } {
  const checked = approvalOf(state, 'publication', 'check');
  const fresh = checked !== undefined && changedSinceApproval(state, 'publication', checked).length === 0;
  return !fresh && stepOf(context) !== 'unit' ? { step: 'check' } : {};
}

/** The step somebody of these offices would take. */
function stepOf({ actor, refs, now }: ActContext): string {
  const roles = rolesOn(refs.agency, officeOf(actor), dayOf(now));
  if (roles.includes('agency-head')) return 'head';
  return roles.includes('unit-head') ? 'unit' : 'handler';
}
