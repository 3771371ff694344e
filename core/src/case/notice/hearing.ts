import type { Structural } from '../../act.ts';
import { kindOf } from '../kind.ts';
import { evidenceKinds, noticeTo } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import type { EntryKind } from '../../entry.ts';
import type { Instant } from '../../time/index.ts';
import { parseInstant } from '../../time/index.ts';

/**
 * What the file says of hearings, whatever is to be decided: who was told that one may be asked for, requests, who wants
 * one, and whether it has come to an end.
 */

/** The latest paper that told somebody of the hearing: a prior notice of a penalty, or a paper of its own. */
export function offeredTo(
  state: CaseState,
  person: string,
): EntryOf<'notice'> | EntryOf<'hearing-offer'> | undefined {
  return (
    noticeTo(state, person) ??
    entriesOf(state, 'hearing-offer').findLast(({ data }) => data.parties.includes(person))
  );
}

/** What is put before a hearing: evidence of every kind, and what an application rests on. */
const shown: ReadonlySet<EntryKind> = new Set([
  ...evidenceKinds,
  'application',
  'application-correction',
  'supplement',
  'examination',
  'interest-view',
  'party-evidence',
]);
export function isShown(entry: { readonly kind: EntryKind } | undefined): boolean {
  return entry !== undefined && shown.has(entry.kind);
}

/** What has been shown and disputed at a lawful hearing, or made up for afterwards. */
export function heardOf(state: CaseState): ReadonlySet<string> {
  return new Set([
    ...soundHearings(state).flatMap(({ data }) => data.examined),
    ...entriesOf(state, 'hearing-examination').flatMap(({ data }) => data.examined),
  ]);
}

/** The latest request of a party that is still to be answered: neither taken back nor rejected, for the latest notice. */
export function hearingRequestBy(state: CaseState, party: string): EntryOf<'hearing-request'> | undefined {
  const notice = offeredTo(state, party);
  const request = entriesOf(state, 'hearing-request').findLast(
    (entry) => entry.data.party === party && notice !== undefined && entry.at >= notice.at,
  );
  if (request === undefined) return undefined;
  const answered = [...waiversOf(state, party), ...entriesOf(state, 'hearing-rejection')].some(
    (entry) => entry.data.party === party && entry.at >= request.at,
  );
  return answered ? undefined : request;
}

/** Waivers that count: one with a defect (by an agent without power, by word of mouth) gives nothing up. */
export function waiversOf(state: CaseState, party: string): readonly EntryOf<'hearing-waiver'>[] {
  const notice = offeredTo(state, party);
  return entriesOf(state, 'hearing-waiver').filter(
    (entry) =>
      entry.data.party === party &&
      entry.defects.length === 0 &&
      notice !== undefined &&
      entry.at >= notice.at,
  );
}

/** Hearings that were lawfully held: a record that lacks something is still a hearing, a statutory element missing is none. */
export function soundHearings(state: CaseState): readonly EntryOf<'hearing'>[] {
  return entriesOf(state, 'hearing').filter(isValid);
}

/** Nothing the law makes a condition of it is missing; what merely taints it does not count here. */
export function isValid(entry: { readonly defects: readonly { readonly effect: string }[] }): boolean {
  return !entry.defects.some((defect) => defect.effect === 'void');
}

export function hearingNoticeOf(state: CaseState, id: string): EntryOf<'hearing-notice'> | undefined {
  const entry = entryById(state, id);
  return entry?.kind === 'hearing-notice' ? entry : undefined;
}

/** When a notified hearing came to its end for a party: held, or ended because the party did not stay. */
export function hearingClosedFor(state: CaseState, party: string, since?: Instant): Ended | undefined {
  const held = soundHearings(state).filter((entry) =>
    hearingNoticeOf(state, entry.data.notice)?.data.parties.includes(party),
  );
  const ended = entriesOf(state, 'hearing-termination').filter(
    (entry) => entry.data.party === party && isValid(entry),
  );
  return [...held, ...ended]
    .filter((entry) => since === undefined || entry.at >= since)
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}
type Ended = EntryOf<'hearing'> | EntryOf<'hearing-termination'>;

/** The latest hearing a party was told of. */
export function hearingNoticeTo(state: CaseState, party: string): EntryOf<'hearing-notice'> | undefined {
  return entriesOf(state, 'hearing-notice').findLast((entry) => entry.data.parties.includes(party));
}

export function needsNotice(state: CaseState): readonly Structural[] {
  if (entriesOf(state, 'notice').length > 0 || entriesOf(state, 'hearing-offer').length > 0) return [];
  return [
    kindOf(state) === 'license'
      ? {
          code: 'NOTICE_MISSING',
          because: '尚未制作听证告知书',
          remedy: { says: '先告知申请人、利害关系人听证的权利', act: 'case.offer-hearing' },
        }
      : {
          code: 'NOTICE_MISSING',
          because: '尚未制作事先告知书',
          remedy: { says: '先制作事先告知书', act: 'case.give-notice' },
        },
  ];
}

export const hearingFaults = {
  notToldTo: (state: CaseState, party: string): readonly Structural[] =>
    offeredTo(state, party) === undefined
      ? [
          kindOf(state) === 'license'
            ? {
                code: 'NOTICE_MISSING',
                because: '尚未告知此人听证的权利',
                field: 'input.party',
                remedy: { says: '先告知听证的权利', act: 'case.offer-hearing' },
              }
            : {
                code: 'NOTICE_MISSING',
                because: '尚未告知该当事人',
                field: 'input.party',
                remedy: { says: '先向该当事人告知', act: 'case.give-notice' },
              },
        ]
      : [],
  notNotified: (state: CaseState): readonly Structural[] =>
    entriesOf(state, 'hearing-notice').length > 0
      ? []
      : [
          {
            code: 'HEARING_NOT_NOTIFIED',
            because: '尚未制作听证通知书',
            remedy: { says: '先制作听证通知书', act: 'case.notify-hearing' },
          },
        ],
  noSuchNotice: (state: CaseState, id: string): readonly Structural[] =>
    hearingNoticeOf(state, id) === undefined
      ? [
          {
            code: 'LINK_BROKEN',
            because: '所选的听证通知书不在本案卷中',
            field: 'input.notice',
            remedy: { says: '从卷内听证通知书中选择' },
          },
        ]
      : [],
  notEvidence: (state: CaseState, ids: readonly string[]): readonly Structural[] =>
    ids.every((id) => isShown(entryById(state, id)))
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.examined',
            remedy: { says: '从卷内证据中选择' },
          },
        ],
  tooEarly: (state: CaseState, id: string, at: Instant): readonly Structural[] => {
    const startsAt = parseInstant(hearingNoticeOf(state, id)?.data.startsAt);
    return startsAt === undefined || at >= startsAt
      ? []
      : [
          {
            code: 'STEP_ORDER',
            because: '早于通知书所定的听证时刻',
            field: 'occurredAt',
            remedy: { says: '核对时刻；提前举行的先另行通知', act: 'case.notify-hearing' },
          },
        ];
  },
};
