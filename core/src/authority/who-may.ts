import { roleLabels } from './state.ts';
import type { Role } from './state.ts';

/**
 * Who keeps an agency's own records. The texts name the department that publishes and the legal office that rules on
 * contradictions, but no person; which post that is, is decided here once, for the door and for the page alike. A pack
 * whose clause names a post says so with a gate on `actor.roles`, which applies beside this.
 *
 * Not listed = what sets the agency up (units, officers, posts, packs): its administrators alone.
 */
const posts: Readonly<Record<string, readonly Role[]>> = {
  'agency.publish-batch': ['clerk', 'unit-head', 'administrator'],
  'agency.register-change': ['clerk', 'unit-head', 'legal-reviewer', 'administrator'],
  'agency.update-published': ['clerk', 'unit-head', 'administrator'],
  // Whoever meets a contradiction is stopped by it, so whoever works on cases can ask for a ruling.
  'agency.report-conflict': ['handler', 'clerk', 'unit-head', 'agency-head', 'legal-reviewer', 'administrator'],
  // A ruling on the law is no matter of administration: keeping the system gives nobody a say in it.
  'agency.settle-conflict': ['legal-reviewer'],
};

/** Posts whose holders may do an act on the agency's records. */
export function postsFor(act: string): readonly Role[] {
  return posts[act] ?? ['administrator'];
}

/** May somebody who holds these posts do it? An administrator's account holds that post without an appointment. */
export function mayKeep(
  act: string,
  held: { readonly roles: readonly Role[]; readonly administrator: boolean },
): boolean {
  return postsFor(act).some(
    (post) => held.roles.includes(post) || (post === 'administrator' && held.administrator),
  );
}

/** 「内勤、部门主要负责人或者管理员」 */
export function postWords(act: string): string {
  const names = postsFor(act).map((post) => roleLabels[post]);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}或者${last}`;
}
