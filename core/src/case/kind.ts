import type { ActDefinition, Structural } from '../act.ts';
import type { EntryKind } from '../entry.ts';
import type { AnyEntry, CaseState } from './state.ts';

/** The eight kinds of enforcement. All share one aggregate: what differs between them is in the rules. */
export const caseKinds = [
  'penalty',
  'license',
  'measure',
  'execution',
  'inspection',
  'levy',
  'confirmation',
  'adjudication',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Whose kind an opening is; a lead, and a penalty given on the spot, open a penalty case. */
const openings: Readonly<Partial<Record<EntryKind, CaseKind>>> = {
  application: 'license',
  'inspection-task': 'inspection',
  'confirmation-application': 'confirmation',
  'confirmation-opening': 'confirmation',
  'adjudication-application': 'adjudication',
  'execution-basis': 'execution',
  clearance: 'execution',
  'levy-opening': 'levy',
};

/**
 * Of which kind a file is, from what opened it. Unknown before anything has: such a file can still become any, so no rule
 * stands back from it because of its kind.
 */
export function kindOf({ entries }: Pick<CaseState, 'entries'>): CaseKind | undefined {
  const [first] = entries;
  return first === undefined ? undefined : (openings[first.kind] ?? 'penalty');
}

/** Acts that found a file, by the kind they found; `kind.test.ts` holds them to `openings`. */
const founding: Readonly<Record<string, CaseKind>> = {
  'case.register-lead': 'penalty',
  'case.decide-on-spot': 'penalty',
  'case.register-application': 'license',
  'case.register-confirmation': 'confirmation',
  'case.open-confirmation': 'confirmation',
  'case.register-adjudication': 'adjudication',
  'case.open-levy': 'levy',
  'case.open-inspection': 'inspection',
  'case.open-execution': 'execution',
  'case.clear-at-once': 'execution',
};

/** Of which kind a file is, or would be once the act asked about has founded it. */
export function kindWith(state: Pick<CaseState, 'entries'>, asked: string | undefined): CaseKind | undefined {
  return kindOf(state) ?? (asked === undefined ? undefined : founding[asked]);
}

/** Is it filed (立案) before anything is decided in it? Only a punishment is; what another kind begins with is its opening. */
export function takesFiling(state: Pick<CaseState, 'entries'>): boolean {
  const kind = kindOf(state);
  return kind === undefined || kind === 'penalty';
}

/** What opened the file: whoever entered it keeps it until somebody handles it. */
export function openingOf({ entries }: Pick<CaseState, 'entries'>): AnyEntry | undefined {
  return entries.find(({ kind }) => kind === 'lead' || openings[kind] !== undefined);
}

/** Acts that mean the same whatever is enforced: who handles it, what is signed, served, published and kept. */
const ofEveryKind: ReadonlySet<string> = new Set([
  'case.assign-handlers',
  'case.hand-over',
  'case.take-over',
  'case.cede',
  'case.receive-ceded',
  'case.join-enforcement',
  'case.leave-enforcement',
  'case.record-partner-result',
  'case.report-interest',
  'case.request-recusal',
  'case.decide-recusal',
  'case.rename-party',
  'case.appoint-agent',
  'case.dismiss-agent',
  'case.approve',
  'case.record-approval',
  'case.withdraw-approval',
  'case.seal-document',
  'case.serve',
  'case.record-delivery',
  'case.record-return',
  'case.publish',
  'case.withdraw-publication',
  'case.register-remedy',
  'case.close',
  'case.bind-file',
  'case.archive',
  'case.admit-defect',
  'case.correct-entry',
]);

/** Is it an act of that kind of enforcement? One that names no kinds and is not every kind's is of the penalty. */
export function isOfKind(
  { name, aggregate, kinds }: Pick<ActDefinition, 'name' | 'aggregate' | 'kinds'>,
  kind: CaseKind | undefined,
): boolean {
  if (kind === undefined || aggregate !== 'case' || ofEveryKind.has(name)) return true;
  return (kinds ?? ['penalty']).includes(kind);
}

/** What each is called on screen, as the set `enforcement-kind` of the vocabulary says. */
export const kindLabels: Readonly<Record<CaseKind, string>> = {
  penalty: '行政处罚',
  license: '行政许可',
  measure: '行政强制措施',
  execution: '行政强制执行',
  inspection: '行政检查',
  levy: '行政征收征用',
  confirmation: '行政确认',
  adjudication: '行政裁决',
};

/** A file of one kind takes no act of another: there is nothing in it that such an act could be about. */
export function ofAnotherKind(
  definition: Pick<ActDefinition, 'name' | 'aggregate' | 'kinds' | 'label'>,
  state: CaseState,
): readonly Structural[] {
  const kind = kindOf(state);
  return kind === undefined || isOfKind(definition, kind)
    ? []
    : [
        {
          code: 'KIND_MISMATCH',
          because: `本案是${kindLabels[kind]}，没有“${definition.label}”这一步`,
          remedy: { says: '办理本案页面列出的步骤；属于另一类执法的，另行登记' },
        },
      ];
}
