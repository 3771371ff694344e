import type { Structural } from '../../act.ts';
import { openingOf } from '../kind.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/** Questions the acts on an application ask of the file, whatever was applied for. */

/** Entries by which somebody asks for something. */
export const applications = ['application', 'confirmation-application', 'adjudication-application'] as const;
export type Application =
  | EntryOf<'application'>
  | EntryOf<'confirmation-application'>
  | EntryOf<'adjudication-application'>;

export function applicationOf(state: CaseState): Application | undefined {
  return (
    licenseApplicationOf(state) ??
    entriesOf(state, 'confirmation-application')[0] ??
    entriesOf(state, 'adjudication-application')[0]
  );
}

export function licenseApplicationOf(state: CaseState): EntryOf<'application'> | undefined {
  return entriesOf(state, 'application')[0];
}

/** Begun by the agency itself, nobody having asked: nothing is accepted and nobody is turned away. */
export function ofOwnMotion(state: CaseState): boolean {
  const opened = openingOf(state)?.kind;
  return opened === 'confirmation-opening' || opened === 'levy-opening';
}

export function acceptanceOf(state: CaseState): EntryOf<'acceptance'> | undefined {
  return entriesOf(state, 'acceptance')[0];
}

export function acceptanceRefusalOf(state: CaseState): EntryOf<'acceptance-refusal'> | undefined {
  return entriesOf(state, 'acceptance-refusal')[0];
}

/** Examined first in this agency and handed to the one above, which decides (第四十三条). */
export function forwardingOf(state: CaseState): EntryOf<'forwarding'> | undefined {
  return entriesOf(state, 'forwarding')[0];
}

/** The first thing the applicant was told: what is to be supplied, or that it is accepted or not. Later ones change no silence. */
export function answerTo(state: CaseState): AnyEntry | undefined {
  const told = [
    ...entriesOf(state, 'supplement-notice'),
    ...entriesOf(state, 'acceptance'),
    ...entriesOf(state, 'acceptance-refusal'),
  ];
  return told.reduce<AnyEntry | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
}

/** The paper given for what was told of the application, under the seal for that purpose. */
export function receiptFor(state: CaseState, entry: string): EntryOf<'application-receipt'> | undefined {
  return entriesOf(state, 'application-receipt').find(({ data }) => data.of === entry);
}

/** What the applicant has a paper to be given for: that it was accepted, or was not. */
export function toBeReceipted(state: CaseState): AnyEntry | undefined {
  return [acceptanceOf(state), acceptanceRefusalOf(state)]
    .filter((entry) => entry !== undefined)
    .find((entry) => receiptFor(state, entry.id) === undefined);
}

/** Names of the materials that the agency's own list asks for. */
export function materialsListed(state: CaseState): readonly string[] {
  return applicationOf(state)?.data.materials.map(({ name }) => name) ?? [];
}

/** No application, nothing to do; what the agency has begun itself was asked for by nobody. */
export function notYetApplied(state: CaseState): readonly Structural[] {
  if (ofOwnMotion(state))
    return [{ code: 'APPLICATION_REQUIRED', because: '本案由本机关依职权启动，没有申请可以答复' }];
  return applicationOf(state) === undefined
    ? [
        {
          code: 'APPLICATION_REQUIRED',
          because: '本案还没有登记申请',
          remedy: { says: '先登记申请人、事项和申请材料', act: 'case.register-application' },
        },
      ]
    : [];
}

/** What came before makes it too late for another answer. */
export function answeredAlready(state: CaseState): readonly Structural[] {
  if (applicationOf(state) === undefined) return notYetApplied(state);
  if (acceptanceOf(state) !== undefined) return [{ code: 'ALREADY_ACCEPTED', because: '本申请已经受理' }];
  return acceptanceRefusalOf(state) === undefined
    ? []
    : [
        {
          code: 'ACCEPTANCE_REFUSED',
          because: '本申请已经不予受理',
          remedy: { says: '申请人再次申请的，另行登记' },
        },
      ];
}

/** An application that was turned away, or handed to the agency above, is over but for its papers. */
export function turnedAway(state: CaseState): readonly Structural[] {
  if (ofOwnMotion(state)) return [];
  if (applicationOf(state) === undefined) return notYetApplied(state);
  if (forwardingOf(state) !== undefined)
    return [
      {
        code: 'FORWARDED',
        because: '本申请已经报送上级机关，由上级机关决定',
        remedy: { says: '办理结案' },
      },
    ];
  return acceptanceRefusalOf(state) === undefined
    ? []
    : [
        {
          code: 'ACCEPTANCE_REFUSED',
          because: '本申请已经不予受理',
          remedy: { says: '办理结案；申请人再次申请的，另行登记' },
        },
      ];
}

export function examinationsOf(state: CaseState): readonly EntryOf<'examination'>[] {
  return entriesOf(state, 'examination');
}

/** Conditions as they stand after all examinations: the last that looked at one tells. */
export function conditionsFound(
  state: CaseState,
): ReadonlyMap<string, { readonly met: boolean; readonly finding?: string | undefined }> {
  return new Map(
    examinationsOf(state).flatMap(({ data }) =>
      data.conditions.map(({ condition, met, finding }) => [condition, { met, finding }] as const),
    ),
  );
}

/** The license that the decision granted, as it was made out. */
export function licenseOf(state: CaseState): EntryOf<'license'> | undefined {
  return entriesOf(state, 'license').at(-1);
}
