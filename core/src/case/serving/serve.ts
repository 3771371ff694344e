import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { EntryKind } from '../../entry.ts';
import { code, localId } from '../inputs.ts';
import { handedOver, inTransit, noticeTo, servicesOf } from '../reading.ts';
import { lastReached } from '../parties/party-at-hand.ts';
import { methodLeftOut } from './service-method.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { interestedName, participantsOf } from '../notice/participants.ts';
import type { Participant } from '../notice/participants.ts';

/** Kinds of entries that are documents handed to parties. */
export const servable: readonly EntryKind[] = [
  'notice',
  'hearing-offer',
  'hearing-notice',
  'correction-order',
  'decision',
  'remedy-rectification',
  'demand',
  'answer-notice',
  'measure-decision',
  'measure-extension',
  'measure-lifting',
];

/**
 * 送达 (处罚法第六十一条、民事诉讼法第八十七条以下): a document handed to a party, or sent on its way. Its moment is that of
 * handing over, leaving, sending or announcing; when it counts as served is for the law to say.
 */
export const serve = defineAct({
  name: 'case.serve',
  event: 'case.served',
  label: '送达',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'service',
  input: z.strictObject({
    document: localId.meta({ label: '送达的文书', ref: 'document' }),
    party: localId.meta({ label: '受送达人', ref: 'participant' }),
    method: z.optional(
      code('service-method', '送达方式').meta({
        label: '送达方式',
        codes: 'service-method',
        narrows: true,
      }),
    ),
  }),
  standing: (state) => {
    if (!state.entries.some((entry) => servable.includes(entry.kind)))
      return [
        {
          code: 'DOCUMENT_NOT_ISSUED',
          because: '本案还没有可以送达的文书',
          remedy: { says: '先制作文书', act: 'case.give-notice' },
        },
      ];
    return nextToServe(state) === undefined && !papersOut(state)
      ? [{ code: 'ALREADY_SERVED', because: '本案文书均已向当事人送达' }]
      : [];
  },
  invariants: (state, act) => {
    const document = entryById(state, act.input.document);
    if (document === undefined || !servable.includes(document.kind))
      return [
        {
          code: 'DOCUMENT_NOT_ISSUED',
          because: '所选文书不在本案卷中',
          field: 'input.document',
          remedy: { says: '从卷内文书中选择' },
        },
      ];
    if (entryById(state, act.input.party)?.kind !== 'party' && !invitedBy(document, act.input.party))
      return [
        {
          code: 'PARTY_UNKNOWN',
          because:
            interestedName(state, act.input.party) === undefined
              ? '受送达人不是本案当事人'
              : '该文书不是写给这名利害关系人的',
          field: 'input.party',
          remedy: { says: '从文书写明的人中选择' },
        },
      ];
    if (act.occurredAt < document.at)
      return [
        {
          code: 'STEP_ORDER',
          because: '送达的时刻早于文书制作的时刻',
          field: 'occurredAt',
          remedy: { says: '核对送达时刻' },
        },
      ];
    return handedOver(state, document.id, act.input.party) === undefined
      ? []
      : [{ code: 'ALREADY_SERVED', because: '该文书已向该当事人送达', field: 'input.party' }];
  },
  apply: (state, event) => withEntry(state, event, 'service', event.input),
  prefill: (state) => {
    const next = nextToServe(state);
    return next === undefined
      ? {}
      : {
          input: { document: next.document, party: next.party.id, method: methodLeftOut },
          record: lastReached(state, next.party.id),
        };
  },
});

/** Papers of a hearing also go to those who are no parties of the file but take part in it. */
function invitedBy(document: AnyEntry, person: string): boolean {
  return (
    (document.kind === 'hearing-offer' || document.kind === 'hearing-notice') &&
    document.data.parties.includes(person)
  );
}

/**
 * The newest document that a party it concerns does not have in hand. One that is on its way or announced comes last:
 * somebody may still hand it over, but nobody is waiting for that.
 */
function nextToServe(state: CaseState): Due | undefined {
  const parties = presentParties(state);
  const open: readonly Due[] = [
    ...entriesOf(state, 'demand').flatMap((document) =>
      parties
        .filter((party) => document.data.parties.includes(party.id))
        .map((party) => ({ document: document.id, party })),
    ),
    ...[...entriesOf(state, 'hearing-notice'), ...entriesOf(state, 'hearing-offer')].flatMap((document) =>
      participantsOf(state)
        .filter(({ id }) => document.data.parties.includes(id))
        .map((party) => ({ document: document.id, party })),
    ),
    ...[...entriesOf(state, 'remedy-rectification'), ...entriesOf(state, 'decision')].flatMap((document) =>
      parties.map((party) => ({ document: document.id, party })),
    ),
    ...parties.flatMap((party) => {
      const notice = noticeTo(state, party.id);
      return notice === undefined ? [] : [{ document: notice.id, party }];
    }),
    ...entriesOf(state, 'correction-order').flatMap((order) =>
      parties
        .filter((party) => order.data.parties.includes(party.id))
        .map((party) => ({ document: order.id, party })),
    ),
    ...entriesOf(state, 'answer-notice').flatMap((notice) =>
      parties
        .filter((party) => party.id === notice.data.party)
        .map((party) => ({ document: notice.id, party })),
    ),
    ...ofMeasures(state),
  ].filter(({ document, party }) => handedOver(state, document, party.id) === undefined);
  return open.find(({ document, party }) => !underWay(state, document, party.id)) ?? open[0];
}

interface Due {
  readonly document: string;
  readonly party: Pick<Participant, 'id'>;
}

/** A document of a measure that nobody was sent: handed over where the measure is taken, it waits for no service. */
function papersOut(state: CaseState): boolean {
  return entriesOf(state, 'measure-decision').some(
    (entry) => handedOver(state, entry.id, entry.data.party) === undefined,
  );
}

/** What the party of a measure is told in writing; what was handed over where the measure was taken is not sent again. */
function ofMeasures(state: CaseState): readonly Due[] {
  const sent = [...entriesOf(state, 'measure-extension'), ...entriesOf(state, 'measure-lifting')].map(
    (entry) => ({ document: entry.id, measure: entryById(state, entry.data.measure) }),
  );
  // A freezing is told of once it is done, and then in writing.
  const frozen = entriesOf(state, 'measure').flatMap((measure) =>
    measure.data.kind === 'freezing' && measure.data.decision !== undefined
      ? [{ document: measure.data.decision, measure }]
      : [],
  );
  return [...sent, ...frozen].flatMap(({ document, measure }) =>
    presentParties(state)
      .filter((party) => measure?.kind === 'measure' && measure.data.party === party.id)
      .map((party) => ({ document, party })),
  );
}

function underWay(state: CaseState, document: string, party: string): boolean {
  return servicesOf(state, document, party).some(
    (entry) => inTransit(state, entry) || entry.data.method === 'announced',
  );
}
