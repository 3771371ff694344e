import { personsOf } from '../actor.ts';
import type { EntryKind } from '../entry.ts';
import type { AnyEntry, CaseState, EntryOf } from './state.ts';
import { entriesOf } from './state.ts';
import { isSound } from './keeping/admission.ts';
import { interestedName } from './notice/participants.ts';
import { partyNameAt } from './parties/present-parties.ts';
import { methodLeftOut, serviceMethods } from './serving/service-method.ts';
import { stepOf, opinionWithdrawal } from './deciding/withdrawn-opinion.ts';
import type { ApprovalStep } from './deciding/withdrawn-opinion.ts';
import { codeLabel } from '../rules/law.ts';
import type { Law } from '../rules/law.ts';
import type { Instant } from '../time/index.ts';

/** Kinds of entries an approval of the decision rests on; a later change of one makes the approval stale. */
export const basisOfDecision: readonly EntryKind[] = [
  'filing',
  'party',
  'party-renaming',
  'interview',
  'refusal',
  'preservation',
  'sampling',
  'gains-computation',
  'scene-record',
  'evidence',
  'expert-opinion',
  'activity',
  'monitoring',
  'evidence-verification',
  'exclusion',
  'recusal-decision',
  'investigation-conclusion',
  'notice',
  'statement',
  'defence-review',
  'hearing-request',
  'hearing-waiver',
  'hearing',
  'hearing-examination',
  'hearing-termination',
  'discussion',
  'expert-meeting',
  'assessment',
  'factor-weighing',
  'unproven',
  'fault-claim',
  'fault-review',
  'revocation',
  'application',
  'application-correction',
  'supplement',
  'examination',
  'interest-notice',
  'interest-view',
  'execution-basis',
  'overturning',
  'inspection-task',
  'inspection-start',
  'confirmation-application',
  'confirmation-opening',
  'party-view',
  'adjudication-application',
  'answer',
  'party-evidence',
  'inquiry',
  'mediation',
  'levy-opening',
  'valuation',
];

/** Kinds of entries a decision may be founded on. */
export const evidenceKinds: readonly EntryKind[] = [
  'interview',
  'refusal',
  'preservation',
  'sampling',
  'scene-record',
  'evidence',
  'expert-opinion',
  'activity',
  'monitoring',
];

/** Kinds of entries an approval of the publication rests on. */
export const basisOfPublication: readonly EntryKind[] = ['party', 'party-renaming', 'decision', 'revocation'];

/** Kinds of entries an approval of a departure from the benchmark rests on: what was found, and what is proposed. */
const basisOfDeparture: readonly EntryKind[] = ['factor-weighing', 'assessment', 'notice', 'revocation'];

export function basisOf(matter: string): readonly EntryKind[] {
  if (matter === 'filing') return ['lead'];
  if (matter === 'measure') return ['measure-request'];
  if (matter === 'inspection') return ['inspection-task', 'party', 'party-renaming'];
  if (matter === 'departure') return basisOfDeparture;
  if (matter === 'filing-refusal') return ['lead', 'triage'];
  return matter === 'publication' ? basisOfPublication : basisOfDecision;
}

/** Entries of the given kinds that have changed since the version somebody saw. */
export function changedSince(state: CaseState, kinds: readonly EntryKind[], version: number) {
  return state.entries.filter((entry) => kinds.includes(entry.kind) && entry.version > version);
}

/** The latest decision, whether or not it has been revoked since. */
export function decisionMade(state: CaseState): EntryOf<'decision'> | undefined {
  return entriesOf(state, 'decision').at(-1);
}

/** The decision in force: none while the latest is revoked as a whole; of one revoked in part, what is left of it. */
export function decisionOf(state: CaseState): EntryOf<'decision'> | undefined {
  const made = decisionMade(state);
  if (made === undefined) return undefined;
  const last = entriesOf(state, 'revocation').findLast((entry) => entry.data.decision === made.id);
  if (last === undefined) return made;
  if (last.data.extent === 'whole') return undefined;
  return { ...made, data: { ...made.data, sanctions: last.data.left ?? [] } };
}

/** The revocation by which nothing is left of the latest decision. */
export function revokedBy(state: CaseState): EntryOf<'revocation'> | undefined {
  const made = decisionMade(state);
  return entriesOf(state, 'revocation').findLast(
    (entry) => entry.data.decision === made?.id && entry.data.extent === 'whole',
  );
}

/** Does an entry belong to the decision made last, and not to one revoked before that was made in its place? */
export function ofPresentDecision(state: CaseState, entry: { readonly at: Instant }): boolean {
  const made = decisionMade(state);
  return made?.data.remakes === undefined || entry.at >= made.at;
}

/** What was decided, in words: each kind of enforcement has a set of outcomes of its own. */
export function outcomeLabel(law: Law, { data }: EntryOf<'decision'>): string {
  if (data.execution !== undefined) return codeLabel(law, 'execution-method', data.execution.method);
  const set =
    data.license !== undefined
      ? 'license-outcome'
      : data.inspection !== undefined
        ? 'inspection-outcome'
        : data.confirmation !== undefined
          ? 'confirmation-outcome'
          : data.adjudication !== undefined
            ? 'adjudication-outcome'
            : data.levy !== undefined
              ? 'levy-outcome'
              : 'outcome';
  return codeLabel(law, set, data.outcome);
}

export function filingOf(state: CaseState): EntryOf<'filing'> | undefined {
  return entriesOf(state, 'filing').at(-1);
}

/** The decision made on the spot (处罚法第五十一条); absent in the ordinary procedure. */
export function spotDecisionOf(state: CaseState): EntryOf<'decision'> | undefined {
  return entriesOf(state, 'decision').find((entry) => entry.data.spot !== undefined);
}

/** What the case is about: as it was filed, or decided on the spot without being filed; what was applied for, is enforced or inspected. */
export function causeOf(state: CaseState): string | undefined {
  return (
    filingOf(state)?.data.cause ??
    spotDecisionOf(state)?.data.spot?.cause ??
    entriesOf(state, 'application')[0]?.data.item ??
    entriesOf(state, 'execution-basis')[0]?.data.matter ??
    entriesOf(state, 'clearance')[0]?.data.matter ??
    entriesOf(state, 'inspection-task')[0]?.data.name ??
    entriesOf(state, 'confirmation-application')[0]?.data.item ??
    entriesOf(state, 'confirmation-opening')[0]?.data.item ??
    entriesOf(state, 'adjudication-application')[0]?.data.item ??
    entriesOf(state, 'levy-opening')[0]?.data.item
  );
}

/**
 * Officers who handle the case, now or at a moment: the latest assignment made by then counts. Whoever decided on the
 * spot handles what follows from it until others are assigned: no order of a head stands before such a decision.
 */
export function handlersOf(state: CaseState, at?: Instant): readonly string[] {
  const made = entriesOf(state, 'assignment').filter((entry) => at === undefined || entry.at <= at);
  const spot = spotDecisionOf(state);
  const onSpot = spot === undefined || (at !== undefined && spot.at > at) ? undefined : spot.data.spot;
  return made.at(-1)?.data.officers ?? onSpot?.officers ?? [];
}

/** The latest opinion of a step on a matter, whatever it says; none while it has been taken back. */
export function approvalOf(
  state: CaseState,
  matter: string,
  step: ApprovalStep = 'head',
): EntryOf<'approval'> | undefined {
  // By the moment of signing: one that was signed earlier and entered later does not overrule a later one.
  const latest = entriesOf(state, 'approval')
    .filter((entry) => isSound(state, entry))
    .filter((entry) => entry.data.matter === matter && stepOf(entry.data) === step)
    .reduce<EntryOf<'approval'> | undefined>(
      (before, entry) => (before === undefined || entry.at >= before.at ? entry : before),
      undefined,
    );
  // What the same person said before is not said again by taking back what came after it.
  return latest === undefined || opinionWithdrawal(state, latest) === undefined ? latest : undefined;
}

/** Who gave the opinion: who signed it on paper, or who entered it and in whose place. */
export function signersOf(approval: EntryOf<'approval'>): readonly string[] {
  return approval.data.signer === undefined ? personsOf(approval.by) : [approval.data.signer];
}

/** Entries an opinion of that matter rests on that have come or changed since whoever gave it saw the file. */
export function changedSinceApproval(
  state: CaseState,
  matter: string,
  approval: EntryOf<'approval'>,
): readonly AnyEntry[] {
  const kinds = basisOf(matter);
  if (approval.data.signer === undefined) return changedSince(state, kinds, approval.basedOn ?? 0);
  // Signed on paper: what was in the file by then, and as it then was, has been seen.
  return state.entries.filter(
    (entry) => kinds.includes(entry.kind) && (entry.corrections.at(-1)?.at ?? entry.enteredAt) > approval.at,
  );
}

/**
 * The latest notice given to a party. A notice carried the decision it was given for: once that is revoked as a whole,
 * another decision needs a notice of its own.
 */
export function noticeTo(state: CaseState, party: string): EntryOf<'notice'> | undefined {
  const revoked = entriesOf(state, 'revocation').findLast((entry) => entry.data.extent === 'whole');
  return entriesOf(state, 'notice').findLast(
    (entry) =>
      entry.data.parties.includes(party) && (revoked === undefined || entry.version > revoked.version),
  );
}

/** Lawful services of a document on a party, by whatever method: a service with a defect does not start a clock. */
export function servicesOf(
  state: CaseState,
  document: string | undefined,
  party: string,
): readonly EntryOf<'service'>[] {
  return entriesOf(state, 'service').filter(
    (entry) => entry.data.document === document && entry.data.party === party && entry.defects.length === 0,
  );
}

export function methodOf(entry: EntryOf<'service'>): string {
  return entry.data.method ?? methodLeftOut;
}

export function goesOnTheWay(entry: EntryOf<'service'>): boolean {
  return serviceMethods[methodOf(entry)]?.onTheWay === true;
}

/** When the document reached the party, as the receipt says; a receipt with a defect proves nothing. */
export function deliveryOf(state: CaseState, service: string): EntryOf<'delivery'> | undefined {
  return entriesOf(state, 'delivery').find(
    (entry) => entry.data.service === service && entry.defects.length === 0,
  );
}

export function mailReturnOf(state: CaseState, service: string): EntryOf<'mail-return'> | undefined {
  return entriesOf(state, 'mail-return').find((entry) => entry.data.service === service);
}

/** Sent, and nobody has said yet whether it arrived. */
export function inTransit(state: CaseState, entry: EntryOf<'service'>): boolean {
  return (
    goesOnTheWay(entry) &&
    deliveryOf(state, entry.id) === undefined &&
    mailReturnOf(state, entry.id) === undefined
  );
}

/** The service by which the party has the document in hand: nothing more is to be served on it. */
export function handedOver(
  state: CaseState,
  document: string,
  party: string,
): EntryOf<'service'> | undefined {
  return servicesOf(state, document, party).find((entry) => {
    if (goesOnTheWay(entry)) return deliveryOf(state, entry.id) !== undefined;
    return methodOf(entry) !== 'announced';
  });
}

/** What a party is called, or was when the file was at that version; or somebody the decision touches. */
export function partyName(state: CaseState, id: string, version?: number): string {
  return partyNameAt(state, id, version) ?? interestedName(state, id) ?? id;
}
