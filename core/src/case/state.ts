import type { Entry, EntryKind } from '../entry.ts';
import { byKey } from '../by-key.ts';
import type { Value } from '../canonical.ts';
import type { DomainEvent } from '../event.ts';
import type { Day } from '../time/index.ts';
import type { GainsLine } from './inquiry/gains.ts';
import type { ExecutionDecision, ExecutionEntries } from './execution/entries.ts';
import type { InspectionEntries } from './inspecting/entries.ts';
import type { ReferralEntries, WeighingEntries } from './inquiry/entries.ts';
import type { CedingEntries } from './ceding/entries.ts';
import type { JointEntries, PartnerPresent } from './joint/entries.ts';
import type { JurisdictionEntries } from './opening/entries.ts';
import type { DetentionEntries } from './performing/entries.ts';
import type { MeasureEntries } from './measures/entries.ts';
import type { DefencePoint, ReviewedPoint } from './notice/points.ts';
import type { AdjudicationEntries } from './adjudicating/entries.ts';
import type { ConfirmationEntries } from './confirming/entries.ts';
import type { LevyEntries } from './levying/entries.ts';
import type { Application } from './licensing/application.ts';

export interface Sanction {
  readonly party: string;
  /** Code of the set `sanction-kind`. */
  readonly kind: string;
  /** Fen; only where the kind is a sum. */
  readonly amount?: number | undefined;
  readonly detail?: string | undefined;
  /** Of a fine: the registered basis it is set by, and the level of its benchmark, written `benchmark/level`. */
  readonly basis?: string | undefined;
  readonly level?: string | undefined;
}

/** One part of a fine whose payment is put off: until which day, how much. */
export interface Instalment {
  readonly until: Day;
  /** Fen; nothing where something other than money is performed. */
  readonly amount: number;
  /** Of an agreement: what is performed by then. */
  readonly what?: string | undefined;
}

/** Somebody who speaks for a party at its hearing. */
export interface HearingAgent {
  readonly party: string;
  readonly name: string;
}

/** Somebody who took part in a collective discussion, with what they said. */
export interface Participant {
  readonly officer: string;
  readonly view?: string;
  readonly signed?: boolean;
}

/** Somebody from outside who was asked for a professional opinion on the case. */
export interface Expert {
  readonly name: string;
  readonly organisation?: string | undefined;
  readonly opinion?: string | undefined;
}

/** 简易程序: what stands in a case filed before anything is decided, told in one act with the decision. */
export interface SpotDecision {
  readonly cause: string;
  readonly conductOn?: Day | undefined;
  readonly item?: string | undefined;
  readonly officers: readonly string[];
  /** Officers who showed their certificate, and those who signed the document. */
  readonly shown: readonly string[];
  readonly signed: readonly string[];
}

/** What a legal review looks at and what the decision must then be. */
export interface ReviewedProposal {
  readonly outcome: string;
  readonly sanctions: readonly Sanction[];
  readonly evidence: readonly string[];
}

/** One line of a list of things taken or held. */
export interface EvidenceItem {
  readonly name: string;
  readonly quantity?: number | undefined;
  readonly detail?: string | undefined;
}

/** A right a party is told of: until when it may be used, and which office takes it. */
export interface NoticedRight {
  /** Code of the set `notice-right`. */
  readonly right: string;
  /** Workdays from the service of the notice. */
  readonly days?: number | undefined;
  readonly office?: string | undefined;
}

/** A condition that an application does not meet, and why. */
export interface UnmetCondition {
  readonly condition: string;
  readonly reason: string;
}

/** What each kind of entry holds. */
export interface EntryData
  extends MeasureEntries,
    ExecutionEntries,
    InspectionEntries,
    ConfirmationEntries,
    AdjudicationEntries,
    LevyEntries,
    JurisdictionEntries,
    ReferralEntries,
    WeighingEntries,
    JointEntries,
    CedingEntries,
    DetentionEntries {
  lead: { source: string; summary: string; item?: string | undefined };
  /** Codes of `triage-conclusion` and `filing-criterion`. */
  triage: { conclusion: string; criteria: readonly string[] };
  'filing-refusal': Readonly<Record<string, never>>;
  'refusal-notice': { to: string; means: string };
  'lead-conclusion': { note?: string | undefined };
  /** `item` and `place` are absent from what was filed before they were asked for. */
  filing: {
    number: string;
    cause: string;
    conductOn?: Day | undefined;
    item?: string | undefined;
    place?: string | undefined;
  };
  /** `role` is a code of `dispute-role`: on which side of a dispute; absent where there are no sides. */
  party: { name: string; kind: string; role?: string | undefined };
  'party-joining': { parties: readonly string[]; reason: string };
  'party-renaming': { party: string; name: string; former: string };
  /** `until` is the last day the letter gives; without one the appointment lasts until it is ended. */
  agent: { party: string; name: string; kind: string; power: string; until?: Day | undefined };
  'agent-dismissal': { agent: string; reason: string };
  /** `manner` is a code of `succession-manner`; the successors are parties of the file. */
  succession: { party: string; manner: string; successors: readonly string[] };
  assignment: {
    officers: readonly string[];
    /** Who declared in writing to have no relation to the case; absent from before declarations were kept. */
    declared?: readonly string[] | undefined;
  };
  /** `assignment` is that which took `from` off the case. */
  handover: { from: string; to: string; assignment: string };
  takeover: { handover: string };
  interview: {
    officers: readonly string[];
    person: string;
    endedAt: string;
    shown?: readonly string[] | undefined;
    partnersPresent?: readonly PartnerPresent[] | undefined;
  };
  'urgent-start': { reason: string };
  refusal: { officers: readonly string[]; person: string; matter: string };
  preservation: {
    officers: readonly string[];
    holder: string;
    ground: string;
    items: readonly EvidenceItem[];
    forms: readonly { readonly form: string; readonly piece?: string | undefined }[];
  };
  resolution: { preservation: string; outcome: string };
  tampering: { preservation: string; manner: string; person?: string | undefined };
  sampling: { officers: readonly string[]; holder: string; items: readonly EvidenceItem[] };
  /** `method` is a code of `gains-method`; the latest of a party stands. */
  'gains-computation': {
    party: string;
    lines: readonly GainsLine[];
    method: string;
    costs?: number | undefined;
    basis?: string | undefined;
  };
  interest: { officer: string; relation: string };
  'recusal-request': { party: string; officer: string };
  'recusal-decision': { officer: string; recused: boolean; discarded?: readonly string[] | undefined };
  'scene-record': {
    officers: readonly string[];
    manner: string;
    person: string;
    endedAt: string;
    shown?: readonly string[] | undefined;
    partnersPresent?: readonly PartnerPresent[] | undefined;
  };
  /** `from` tells where it lies, when it came in from the file of another case. */
  evidence: {
    name: string;
    officers: readonly string[];
    from?: { readonly stream: string; readonly entry: string } | undefined;
    /** The request another organ answered with it: nobody of this agency gathered it. */
    assisted?: string | undefined;
    /** The partner that gathered it in joint enforcement and handed it over. */
    partner?: string | undefined;
  };
  'evidence-verification': { evidence: readonly string[] };
  exclusion: { evidence: string; ground: string };
  entrustment: { organ: string; matter: string; number: string };
  'expert-opinion': { entrustment?: string | undefined };
  activity: { activity: string; officers: readonly string[]; person: string };
  obstruction: { officers: readonly string[]; person: string };
  monitoring: { party: string; device: string; recordedAt: string };
  'monitoring-notice': { monitoring: string; way: string };
  /** Of each element of the violation whether it is clear, and on which evidence; absent from before they were told. */
  'investigation-conclusion': {
    elements?:
      | readonly {
          readonly element: string;
          readonly finding: string;
          readonly evidence: readonly string[];
        }[]
      | undefined;
    officers?: readonly string[] | undefined;
  };
  /** `rights` is absent from notices made before they were told one by one; `newEvidence` bears facts found since an earlier notice. */
  notice: {
    parties: readonly string[];
    sanctions: readonly Sanction[];
    defenceDays: number;
    rights?: readonly NoticedRight[] | undefined;
    newEvidence?: readonly string[] | undefined;
    bases?: readonly string[] | undefined;
  };
  /** `method` is a code of `service-method`; absent from what was entered before there were several: handed over. */
  service: { document: string; party: string; method?: string | undefined };
  delivery: { service: string };
  'mail-return': { service: string };
  statement: { party: string; waives: boolean; points?: readonly DefencePoint[] | undefined };
  'defence-review': {
    statement: string;
    reviewer?: string | undefined;
    points: readonly ReviewedPoint[];
  };
  /** `limit` is a code of `extendable-limit`. */
  'extension-request': { party: string; limit: string; endedOn: Day };
  'extension-decision': { request: string; granted: boolean; until?: Day | undefined };
  /** That a hearing may be asked for, where no proposed penalty is told of with it; `days` is what the paper says. */
  'hearing-offer': { parties: readonly string[]; days: number };
  'hearing-request': { party: string; form: string };
  'hearing-waiver': { party: string; form: string; by: string };
  'hearing-rejection': { party: string; ground: string };
  'hearing-notice': {
    parties: readonly string[];
    startsAt: string;
    presider: string;
    open: boolean;
  };
  hearing: {
    notice: string;
    presider: string;
    examined: readonly string[];
    agents: readonly HearingAgent[];
  };
  'hearing-examination': { notice: string; examined: readonly string[] };
  'hearing-termination': { notice: string; party: string; cause: string };
  /** `signer` signed on paper and somebody else entered it; absent where the opinion was given here. */
  approval: { matter: string; opinion: string; step?: string | undefined; signer?: string | undefined };
  /** What its giver took back, by matter and step; the opinion itself stays as it was. */
  'approval-withdrawal': { matter: string; step?: string | undefined; reason: string };
  extension: Readonly<Record<string, never>>;
  'discussion-submission': { outcome: string; sanctions: readonly Sanction[] };
  discussion: {
    presider: string;
    participants: readonly Participant[];
    outcome: string;
    sanctions: readonly Sanction[];
  };
  'expert-call': { question: string };
  'expert-meeting': { call: string; experts: readonly Expert[] };
  decision: {
    outcome: string;
    notice?: string | undefined;
    sanctions: readonly Sanction[];
    evidence: readonly string[];
    paymentDays?: number | undefined;
    bases?: readonly string[] | undefined;
    number: string;
    performBy?: string | undefined;
    /** Absent in the ordinary procedure: what follows holds only for what was decided on the spot. */
    spot?: SpotDecision | undefined;
    /** The revoked decision in whose place it was made. */
    remakes?: string | undefined;
    /** Of a license: what was applied for, and of a refusal the conditions not met. Absent = it decides on a penalty. */
    license?: { readonly item: string } | undefined;
    /** Of a levy: what each is to pay, or to be paid. */
    levy?:
      | {
          readonly form: string;
          readonly shares: readonly {
            readonly party: string;
            readonly amount: number;
            readonly reckoning: string;
          }[];
        }
      | undefined;
    /** Of an adjudication: what was in dispute, and what is ordered. */
    adjudication?: { readonly item: string; readonly order: string } | undefined;
    /** Of a confirmation: what about, and what is confirmed. */
    confirmation?: { readonly item: string; readonly content?: string | undefined } | undefined;
    unmet?: readonly UnmetCondition[] | undefined;
    /** Of a decision to enforce: by what means. */
    execution?: ExecutionDecision | undefined;
    /** Of an inspection: what was inspected and who signed what was found. */
    inspection?: { readonly item: string; readonly signers: readonly string[] } | undefined;
  };
  seal: { document: string; owner: string; manner: string };
  'spot-report': { receivedBy: string };
  /** What of a decision no longer stands; of one revoked in part, the sanctions that are left. Codes of `revocation-way`, `revocation-ground`. */
  revocation: {
    decision: string;
    way: string;
    ground: string;
    extent: string;
    left?: readonly Sanction[] | undefined;
  };
  'late-reason': { reason: string };
  'suspicion-check': { suspicion: string; finding: string };
  'performance-check': { party: string; state: string };
  publication: { channel: string; page: Readonly<Record<string, Value>> };
  withdrawal: { publication: string; reason: string };
  /** By a bank or electronically with a `channel`; else taken by officers, who say why they might and for what receipt. */
  payment: {
    party: string;
    amount: number;
    channel?: string | undefined;
    officers?: readonly string[] | undefined;
    ground?: string | undefined;
    receipt?: string | undefined;
  };
  landing: { collection: string };
  'hand-in': { collection: string; amount: number; receivedBy: string };
  deposit: { collection: string; amount: number };
  deferral: { party: string; plan: readonly Instalment[] };
  remedy: { party: string; kind: string };
  'remedy-rectification': { decision: string };
  demand: { parties: readonly string[] };
  enforcement: { party: string; means: string; amount: number };
  'court-application': { party: string; court: string };
  /** Grounds of the set `major-ground` that were found to apply; none means not major. */
  'major-judgment': { grounds: readonly string[] };
  /** `directed` is the ruling by which the leaders sent it back to the reviewers. */
  review: ReviewedProposal & {
    unit: string;
    reexamines?: string | undefined;
    directed?: string | undefined;
  };
  'review-acceptance': { review: string };
  'review-return': { review: string; missing: readonly string[] };
  'review-conclusion': { review: string; opinions: readonly string[]; supplement: readonly string[] };
  'review-extension': { review: string };
  'review-confirmation': { review: string };
  'review-withdrawal': { review: string; reason: string };
  /** `review` is the round whose opinion was disputed; `way` a code of `review-ruling`. */
  'review-ruling': { review: string; way: string; points: readonly string[] };
  'optional-review': { unit: string };
  'review-exemption': { ground: string; rank: string };
  'other-review': { body: string; passed: boolean };
  /** Which evidence bears which point; the findings are in the record. */
  assessment: {
    party: string;
    support: readonly { readonly point: string; readonly evidence: readonly string[] }[];
    /** The measures against an emergency that were violated. */
    emergency?: string | undefined;
  };
  /** What could not be found out or proved of a party, and the head answers for. */
  unproven: { party: string; matter: string };
  /** Not the act that the fine of that number was for; why is in the record. */
  'distinct-conduct': { party: string; number: string };
  'fault-claim': {
    party: string;
    pieces: readonly { readonly name: string; readonly proves?: string | undefined }[];
  };
  'fault-review': {
    claim: string;
    findings: readonly { readonly piece: string; readonly finding: string; readonly reason: string }[];
    conclusion: string;
  };
  education: { party: string; officers: readonly string[] };
  'correction-order': { parties: readonly string[]; demand: string; by: Day };
  'correction-check': { party: string; state: string; recorded?: boolean | undefined };
  'spoken-demand': { party: string; way: string };
  binding: { contents: readonly string[] };
  archiving: { location?: string | undefined };
  suspension: { ground: string };
  resumption: { suspension: string; reason: string };
  /** `parties` are those it ends for. */
  termination: { ground: string; parties: readonly string[] };
  /** To which organ the case went that has jurisdiction, by which paper. */
  transfer: { organ: string; number: string };
  closing: { ground: string };
  /** What this case was merged into; its number as it was then. */
  merger: { into: string; number: string; reason: string };
  /** What came in with a case that was merged into this one: its papers that can be evidence here, and its parties. */
  intake: { from: string; number: string; evidence: readonly string[]; parties: readonly string[] };
  /** `relation` is a code of `case-relation`, said of this case to the other. */
  link: { other: string; number: string; relation: string };
  /** Parties that were split off into a case of their own, or, in that case, whence they came. */
  split: { other: string; number: string; parties: readonly string[]; reason: string };
  /** Either the rule whose demand is not met, or the record that has a defect. */
  admission: {
    gap?: string | undefined;
    entry?: string | undefined;
    missing: string;
    unmendable: string;
    substitute: string;
  };
  application: Application;
  /** `opinion` is a code of `first-opinion`. */
  forwarding: { to: string; opinion: string };
  'application-correction': { what: string; before: string; after: string };
  /** `reason` is that of a second notice: why the first did not name it. */
  'supplement-notice': {
    items: readonly {
      readonly material: string;
      readonly demand: string;
      readonly basis?: string | undefined;
    }[];
    means: string;
    reason?: string | undefined;
  };
  supplement: { materials: readonly string[] };
  acceptance: Readonly<Record<string, never>>;
  'acceptance-refusal': { ground: string };
  /** The paper given for an acceptance or its refusal. */
  'application-receipt': { of: string; number: string; delivery: string };
  examination: {
    officers: readonly string[];
    manner: string;
    conditions: readonly {
      readonly condition: string;
      readonly met: boolean;
      readonly finding?: string | undefined;
    }[];
  };
  'interest-notice': {
    persons: readonly { readonly id: string; readonly name: string }[];
    means: string;
  };
  'interest-view': { person: string; views?: string | undefined };
  'time-exclusion': { ground: string; from: Day; to: Day };
  'licensing-extension': { days: number; approver: string };
  license: { number: string; form: string; validFrom: Day; validUntil?: Day | undefined };
  'license-revocation': { ground: string; harm: string };
  'license-cancellation': { ground: string };
}

export type EntryOf<K extends EntryKind> = Entry<EntryData[K]> & { readonly kind: K };
export type AnyEntry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** The file of one enforcement case, as its events have made it. */
export interface CaseState {
  readonly stream: string;
  readonly agency: string;
  readonly version: number;
  readonly entries: readonly AnyEntry[];
}

export function emptyCase(stream: string, agency: string): CaseState {
  return { stream, agency, version: 0, entries: [] };
}

const underKind = byKey<AnyEntry>((entry) => [entry.kind]);

/** Entries of one kind, oldest first. Nearly every fact asks for some: they are sorted once for each list of entries. */
export function entriesOf<K extends EntryKind>(state: CaseState, kind: K): readonly EntryOf<K>[] {
  return underKind(state.entries, kind) as unknown as readonly EntryOf<K>[];
}

export function entryById(state: CaseState, id: string): AnyEntry | undefined {
  return state.entries.find((entry) => entry.id === id);
}

/** Adds an entry made from an event. Its id is the act's id unless an act makes several at once. */
export function withEntry<K extends EntryKind>(
  state: CaseState,
  event: DomainEvent,
  kind: K,
  data: EntryData[K],
  id: string = event.actId,
  record = event.record,
): CaseState {
  const entry = {
    id,
    kind,
    act: event.act,
    at: event.at,
    enteredAt: event.enteredAt,
    by: event.by,
    version: state.version,
    data,
    record,
    ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
    ...(event.basedOn === undefined ? {} : { basedOn: event.basedOn }),
    defects: event.defects ?? [],
    ...(event.departures === undefined ? {} : { departures: event.departures }),
    corrections: [],
  } as unknown as AnyEntry;
  return { ...state, entries: [...state.entries, entry] };
}
