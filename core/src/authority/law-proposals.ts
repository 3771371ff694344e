import type { Actor, Structural } from '../act.ts';
import { personsOf } from '../actor.ts';
import type { Day, Instant } from '../time/index.ts';
import type { AgencyState, LawBinding } from './state.ts';

/** What a dry run over the open cases found: how many there are, how many would change, how many dates would move. */
export interface TrialCounts {
  readonly cases: number;
  readonly changed: number;
  readonly moved: number;
}

/** A dry run that has been finished, as the caller made it: of which packs, from which day. */
export interface LawTrial extends LawBinding {
  readonly counts: TrialCounts;
}

/** Rule packs somebody proposes to bind the agency by, for somebody else to confirm. */
export interface LawProposal extends LawBinding {
  /** Id of the act. */
  readonly id: string;
  readonly at: Instant;
  /** Whoever proposed it: account and officer, so that neither can confirm it under the other name. */
  readonly by: { readonly name: string; readonly persons: readonly string[] };
  readonly trial: TrialCounts;
  readonly ended?: 'bound' | 'withdrawn';
}

/** Those nobody has confirmed or withdrawn yet, the oldest first. */
export function openProposals({ proposals }: AgencyState): readonly LawProposal[] {
  return (proposals ?? []).filter(({ ended }) => ended === undefined);
}

/** Account and officers of whoever acts, and of whom they act for: two names of one person are one person. */
export function namesOf(actor: Pick<Actor, 'account' | 'officer' | 'for'>): readonly string[] {
  return [`account/${actor.account}`, ...personsOf(actor).map((officer) => `officer/${officer}`)];
}

/** What speaks against binding by a proposal; `demanded` = one person alone binds nobody. */
export function confirmationFaults(
  agency: AgencyState,
  binding: LawBinding & { readonly proposal?: string | undefined },
  actor: Pick<Actor, 'account' | 'officer' | 'for'>,
  demanded: boolean,
): readonly Structural[] {
  if (binding.proposal === undefined)
    return demanded
      ? [
          {
            code: 'SECOND_PERSON_REQUIRED',
            because: '启用规则包须由一人试算并提出，另一人确认',
            field: 'input.proposal',
            remedy: { says: '先试算并提出启用，再由另一人在律例的“启用”页确认', act: 'agency.propose-law' },
          },
        ]
      : [];
  const proposal = openProposals(agency).find(({ id }) => id === binding.proposal);
  if (proposal === undefined)
    return [
      {
        code: 'PROPOSAL_GONE',
        because: '所确认的提议已经启用、撤回，或者不在本机关',
        field: 'input.proposal',
        remedy: { says: '刷新页面，查看现有的提议' },
      },
    ];
  const names = namesOf(actor);
  return [
    ...(sameProposal(proposal, binding)
      ? []
      : [
          {
            code: 'PROPOSAL_DIFFERS',
            because: '确认的规则包、制度或者起日与提议的不同',
            field: 'input.proposal',
            remedy: { says: '照提议的内容确认；需要改动的，另行试算并提出' },
          },
        ]),
    ...(proposal.by.persons.some((one) => names.includes(one))
      ? [
          {
            code: 'REVIEWER_CONFLICT',
            because: '提出启用的人不能自己确认',
            field: 'input.proposal',
            remedy: { says: `由${proposal.by.name}以外的人员登录后确认` },
          },
        ]
      : []),
  ];
}

/** The same packs, in whatever order, from the same day. What they are bound for changes no date: a dry run is of any. */
export function sameBinding(
  a: LawBinding,
  b: { readonly packs: readonly string[]; readonly from: Day },
): boolean {
  return a.from === b.from && sameNames(a.packs, b.packs);
}

/** The same packs from the same day, for the same systems: what is confirmed is what was proposed. */
function sameProposal(a: LawBinding, b: LawBinding): boolean {
  return sameBinding(a, b) && sameNames(a.modules ?? [], b.modules ?? []);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;
}

/** The same agency after a proposal has come to its end. */
export function withProposalEnded(
  state: AgencyState,
  id: string | undefined,
  ended: NonNullable<LawProposal['ended']>,
): AgencyState {
  if (id === undefined) return state;
  return {
    ...state,
    proposals: (state.proposals ?? []).map((one) => (one.id === id ? { ...one, ended } : one)),
  };
}
