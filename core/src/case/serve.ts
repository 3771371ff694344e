import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { EntryKind } from '../entry.ts';
import { localId } from './inputs.ts';
import { noticeTo, serviceOf } from './reading.ts';
import { entriesOf, entryById, withEntry } from './state.ts';
import type { CaseState, EntryOf } from './state.ts';

/** Kinds of entries that are documents handed to parties. */
export const servable: readonly EntryKind[] = ['notice', 'hearing-notice', 'decision', 'demand'];

/** 直接送达 (处罚法第六十一条): a document handed to a party, who signs for it. Starts that party's own clocks. */
export const serveDirectly = defineAct({
  name: 'case.serve',
  event: 'case.served',
  label: '直接送达',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  creates: 'service',
  input: z.strictObject({
    document: localId.meta({ label: '送达的文书', ref: 'document' }),
    party: localId.meta({ label: '受送达人', ref: 'party' }),
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
    return nextToServe(state) === undefined
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
    if (entryById(state, act.input.party)?.kind !== 'party')
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '受送达人不是本案当事人',
          field: 'input.party',
          remedy: { says: '从本案当事人中选择' },
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
    return serviceOf(state, document.id, act.input.party) === undefined
      ? []
      : [{ code: 'ALREADY_SERVED', because: '该文书已向该当事人送达', field: 'input.party' }];
  },
  apply: (state, event) => withEntry(state, event, 'service', event.input),
  prefill: (state) => {
    const next = nextToServe(state);
    return next === undefined
      ? {}
      : {
          input: { document: next.document, party: next.party.id },
          record: { 'service.recipient': next.party.data.name },
        };
  },
});

/** The newest document that a party it concerns has not been served with. */
function nextToServe(state: CaseState): { document: string; party: EntryOf<'party'> } | undefined {
  const parties = entriesOf(state, 'party');
  for (const document of [...entriesOf(state, 'demand'), ...entriesOf(state, 'hearing-notice')]) {
    const party = parties.find(
      (one) => document.data.parties.includes(one.id) && serviceOf(state, document.id, one.id) === undefined,
    );
    if (party !== undefined) return { document: document.id, party };
  }
  for (const decision of entriesOf(state, 'decision')) {
    const party = parties.find((one) => serviceOf(state, decision.id, one.id) === undefined);
    if (party !== undefined) return { document: decision.id, party };
  }
  for (const party of parties) {
    const notice = noticeTo(state, party.id);
    if (notice !== undefined && serviceOf(state, notice.id, party.id) === undefined)
      return { document: notice.id, party };
  }
  return undefined;
}
