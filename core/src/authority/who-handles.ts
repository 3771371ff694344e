import { inForceOn } from './in-force.ts';
import { roleLabels } from './state.ts';
import type { AgencyState, Role } from './state.ts';
import type { Day } from '../time/index.ts';

/** What somebody is to a case, beside the posts they hold in the agency. */
export type Standing = 'case-handler' | 'former-handler' | 'registrar';

/** Posts with a part in cases. Keeping the system gives none: that account opens no file and signs nothing. */
const offices: readonly Role[] = ['agency-head', 'unit-head', 'legal-reviewer', 'handler', 'clerk'];

/** Posts whose holders can be handlers of a case. */
const handling: readonly Role[] = ['handler', 'unit-head', 'agency-head'];

/** Does somebody hold a post with a part in cases on that day? The same id in another agency is somebody else. */
export function isInOffice(agency: AgencyState, officer: string | undefined, on: Day): boolean {
  return holdsOneOf(agency, officer, offices, on);
}

/** Can somebody handle cases on that day? */
export function handles(agency: AgencyState, officer: string, on: Day): boolean {
  return holdsOneOf(agency, officer, handling, on);
}

function holdsOneOf(
  agency: AgencyState,
  officer: string | undefined,
  among: readonly Role[],
  on: Day,
): boolean {
  return (
    officer !== undefined &&
    Object.hasOwn(agency.officers, officer) &&
    agency.appointments.some(
      (post) => post.officer === officer && among.includes(post.role) && inForceOn(post, on),
    )
  );
}

const whoAnswers: readonly (Role | Standing)[] = ['case-handler', 'registrar', 'unit-head', 'agency-head'];

/**
 * Who does an act that no text binding the agency gives to anybody: whoever works on the case or answers for it, and
 * here, whoever keeps what the act writes in. Not listed = `whoAnswers`. A rule that names persons stands instead.
 */
const further: Readonly<Record<string, readonly (Role | Standing)[]>> = {
  // Whoever in the agency receives it writes it down.
  'case.register-lead': offices,
  'case.register-application': offices,
  'case.open-execution': offices,
  'case.open-inspection': offices,
  'case.register-confirmation': offices,
  'case.open-confirmation': offices,
  'case.register-adjudication': offices,
  'case.open-levy': offices,
  'case.record-levy-payment': [...whoAnswers, 'clerk'],
  'case.pay-compensation': [...whoAnswers, 'clerk'],
  'case.record-answer': [...whoAnswers, 'clerk'],
  'case.receive-evidence': [...whoAnswers, 'clerk'],
  'case.clear-at-once': offices,
  // The counter answers whoever applies, before anybody handles the case.
  'case.correct-application': [...whoAnswers, 'clerk'],
  'case.notify-supplement': [...whoAnswers, 'clerk'],
  'case.record-supplement': [...whoAnswers, 'clerk'],
  'case.accept-application': [...whoAnswers, 'clerk'],
  'case.refuse-acceptance': [...whoAnswers, 'clerk'],
  'case.issue-receipt': [...whoAnswers, 'clerk'],
  'case.deliver-license': [...whoAnswers, 'clerk'],
  // The page is put up, and money and papers that arrive are entered, by the office that keeps the books.
  'case.publish': [...whoAnswers, 'clerk'],
  'case.withdraw-publication': [...whoAnswers, 'clerk'],
  'case.record-payment': [...whoAnswers, 'clerk'],
  'case.register-remedy': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.record-demand': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.bind-file': [...whoAnswers, 'clerk'],
  'case.archive': [...whoAnswers, 'clerk'],
  // Whoever leaves a case gives away its file.
  'case.hand-over': [...whoAnswers, 'former-handler'],
  'case.open-optional-review': [...whoAnswers, 'legal-reviewer'],
  'case.extend-review': [...whoAnswers, 'legal-reviewer'],
  // A hearing is arranged and its record kept by people who do not investigate: often the legal office.
  'case.offer-hearing': [...whoAnswers, 'legal-reviewer'],
  'case.request-hearing': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.waive-hearing': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.reject-hearing-request': [...whoAnswers, 'legal-reviewer'],
  'case.notify-hearing': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.hold-hearing': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.examine-evidence': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.terminate-hearing': [...whoAnswers, 'legal-reviewer'],
  'case.record-other-review': [...whoAnswers, 'legal-reviewer'],
  'case.apply-to-court': [...whoAnswers, 'legal-reviewer'],
  'case.record-court-answer': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.ask-court-review': [...whoAnswers, 'legal-reviewer'],
  'case.record-overturning': [...whoAnswers, 'clerk', 'legal-reviewer'],
  // What the judicial organs answer comes in by post, years later perhaps.
  'case.record-referral-receipt': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.record-judicial-result': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.request-detention-suspension': [...whoAnswers, 'clerk', 'legal-reviewer'],
  'case.record-assistance-reply': [...whoAnswers, 'clerk'],
  'case.record-partner-result': [...whoAnswers, 'clerk'],
  'case.check-suspicion': [...whoAnswers, 'legal-reviewer'],
  // Files go by the hundred: whoever keeps them gives them away, and nobody of the successor has handled one yet.
  'case.cede': [...whoAnswers, 'clerk'],
  'case.receive-ceded': ['unit-head', 'agency-head', 'clerk'],
};

const standingLabels: Readonly<Record<Standing, string>> = {
  'case-handler': '本案承办人',
  'former-handler': '本案原承办人',
  registrar: '案源登记人',
};

/** Who may do an act on a case where no rule says so. */
export function handlersFor(act: string): readonly (Role | Standing)[] {
  return further[act] ?? whoAnswers;
}

/** 「本案承办人、案源登记人或者机关负责人」 */
export function handlerWords(act: string): string {
  const names = handlersFor(act).map((one) => ({ ...standingLabels, ...roleLabels })[one]);
  return `${names.slice(0, -1).join('、')}或者${names.at(-1) ?? ''}`;
}
