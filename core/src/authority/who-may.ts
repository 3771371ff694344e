import type { Day } from '../time/index.ts';
import { absencesOf } from './absence.ts';
import { delegationById } from './delegation.ts';
import { roleLabels, rolesOn } from './state.ts';
import type { AgencyState, Role } from './state.ts';

/**
 * Who keeps an agency's own records. The texts name the department that publishes and the legal office that rules on
 * contradictions, but no person; which post that is, is decided here once, for the door and for the page alike. A pack
 * whose clause names a post says so with a gate on `actor.roles`, which applies beside this.
 *
 * Not listed = what sets the agency up (units, officers, posts, packs): its administrators alone.
 */
const posts: Readonly<Record<string, readonly Role[]>> = {
  'agency.publish-batch': ['clerk', 'unit-head', 'administrator'],
  'agency.publish-entrustment': ['clerk', 'unit-head', 'administrator'],
  'agency.register-change': ['clerk', 'unit-head', 'legal-reviewer', 'administrator'],
  'agency.update-published': ['clerk', 'unit-head', 'administrator'],
  // What the law says and since when is for the legal office to enter.
  'agency.register-basis': ['legal-reviewer', 'administrator'],
  'agency.register-benchmark': ['legal-reviewer', 'administrator'],
  // The list of powers is the legal office's to keep, with what each of them rests on.
  'agency.register-competence': ['legal-reviewer', 'administrator'],
  'agency.settle-division': ['legal-reviewer', 'administrator'],
  // Whether a window is filmed is decided where the window is run.
  'agency.register-window-monitoring': ['clerk', 'unit-head', 'administrator'],
  'agency.record-monitoring-break': ['handler', 'clerk', 'unit-head', 'administrator'],
  'agency.mend-monitoring': ['handler', 'clerk', 'unit-head', 'administrator'],
  // Receipts are kept, like seals, by the office that keeps the books.
  'agency.register-receipts': ['clerk', 'unit-head', 'administrator'],
  'agency.void-receipt': ['clerk', 'unit-head', 'administrator'],
  'agency.register-emergency': ['legal-reviewer', 'administrator'],
  // What was fined elsewhere is looked up by whoever keeps the files, and by who reviews them.
  'agency.register-former-fine': ['clerk', 'legal-reviewer', 'administrator'],
  'agency.record-fine-revocation': ['clerk', 'legal-reviewer', 'administrator'],
  // Another agency tells whoever works on such a matter, as often as the office that keeps the books.
  'agency.register-other-filing': ['handler', 'clerk', 'legal-reviewer', 'unit-head', 'administrator'],
  // Which packs bind is for the legal office and whoever keeps the system; two of them, whatever their posts.
  'agency.propose-law': ['legal-reviewer', 'administrator'],
  'agency.withdraw-law-proposal': ['legal-reviewer', 'agency-head', 'administrator'],
  // What the packs leave to the agency is set by the same two offices; the head's approval is written in it.
  'agency.register-preparation': ['clerk', 'legal-reviewer', 'administrator'],
  'agency.adopt-parameter': ['legal-reviewer', 'administrator'],
  'agency.bind-law': ['legal-reviewer', 'agency-head', 'administrator'],
  // What may be inspected is what the law says; the plan is the units', the draw is held by the office that keeps the books.
  'agency.register-inspection-item': ['legal-reviewer', 'unit-head', 'administrator'],
  'agency.adopt-inspection-plan': ['legal-reviewer', 'unit-head', 'administrator'],
  'agency.commit-draw': ['clerk', 'unit-head', 'administrator'],
  'agency.draw-lots': ['clerk', 'legal-reviewer', 'unit-head', 'administrator'],
  // A ruling on the law is no matter of administration: keeping the system gives nobody a say in it.
  'agency.settle-conflict': ['legal-reviewer'],
};

/** Whoever meets a contradiction is stopped by it, so every officer can ask for a ruling, appointed to a post or not. */
const everyOfficers: ReadonlySet<string> = new Set(['agency.report-conflict']);

/** What is somebody's own affair: one does it for oneself, and for another only these do. */
const affairs: Readonly<Record<string, readonly Role[]>> = {
  'agency.register-absence': ['clerk', 'administrator'],
  'agency.end-absence': ['clerk', 'administrator'],
  // The paper is signed by the head; who keeps the records enters it, nobody else lends an office that is not theirs.
  'agency.delegate': ['administrator'],
  'agency.revoke-delegation': ['administrator'],
};

/** Somebody as the agency knows them: the posts held that day, and whether they are on its list of officers. */
export interface Keeper {
  readonly roles: readonly Role[];
  readonly officer: boolean;
  /** An administrator's account holds that post without an appointment. */
  readonly administrator: boolean;
  /** Is what they ask their own affair? True also while nobody has said whose it is. */
  readonly own?: boolean;
}

/** The account of an actor as the agency knows them on a day. */
export function keeperOf(
  agency: AgencyState,
  { officer, administrator }: { readonly officer?: string | undefined; readonly administrator?: boolean },
  day: Day,
): Keeper {
  return {
    roles: rolesOn(agency, officer, day),
    officer: officer !== undefined && Object.hasOwn(agency.officers, officer),
    administrator: administrator === true,
  };
}

/** May they do this act on the agency's own records? */
export function mayKeep(act: string, { roles, officer, administrator, own = true }: Keeper): boolean {
  if (everyOfficers.has(act)) return officer || administrator;
  if (Object.hasOwn(affairs, act) && officer && own) return true;
  return postsFor(act).some((post) => roles.includes(post) || (post === 'administrator' && administrator));
}

/** Whose affair an act is, as it is filled in; undefined where nothing tells, or where it is nobody's in particular. */
export function ownerOf(agency: AgencyState, act: string, input: unknown): string | undefined {
  const named = (input ?? {}) as Readonly<Record<string, unknown>>;
  const owner = {
    'agency.register-absence': named['officer'],
    'agency.end-absence': absencesOf(agency).find((one) => one.id === named['absence'])?.officer,
    'agency.delegate': named['delegator'],
    'agency.revoke-delegation': delegationById(agency, String(named['delegation']))?.delegator,
  }[act];
  return typeof owner === 'string' ? owner : undefined;
}

/** 「内勤、部门主要负责人或者管理员」 */
export function keeperWords(act: string): string {
  if (everyOfficers.has(act)) return '本机关的执法人员或者管理员';
  const names = [
    ...(Object.hasOwn(affairs, act) ? ['本人'] : []),
    ...postsFor(act).map((post) => roleLabels[post]),
  ];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}或者${last}`;
}

function postsFor(act: string): readonly Role[] {
  return posts[act] ?? affairs[act] ?? ['administrator'];
}
