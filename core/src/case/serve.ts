import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId } from './inputs.ts';
import { serviceOf } from './reading.ts';
import { entriesOf, entryById, withEntry } from './state.ts';

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
  standing: (state) =>
    entriesOf(state, 'notice').length + entriesOf(state, 'decision').length > 0
      ? []
      : [{ code: 'DOCUMENT_NOT_ISSUED', because: '本案还没有可以送达的文书', remedy: { says: '先制作文书', act: 'case.give-notice' } }],
  invariants: (state, act) => {
    const document = entryById(state, act.input.document);
    if (document?.kind !== 'notice' && document?.kind !== 'decision')
      return [{ code: 'DOCUMENT_NOT_ISSUED', because: '所选文书不在本案卷中', field: 'input.document', remedy: { says: '从卷内文书中选择' } }];
    if (entryById(state, act.input.party)?.kind !== 'party')
      return [{ code: 'PARTY_UNKNOWN', because: '受送达人不是本案当事人', field: 'input.party', remedy: { says: '从本案当事人中选择' } }];
    if (act.occurredAt < document.at)
      return [{ code: 'STEP_ORDER', because: '送达的时刻早于文书制作的时刻', field: 'occurredAt', remedy: { says: '核对送达时刻' } }];
    return serviceOf(state, document.id, act.input.party) === undefined
      ? []
      : [{ code: 'ALREADY_SERVED', because: '该文书已向该当事人送达', field: 'input.party' }];
  },
  apply: (state, event) => withEntry(state, event, 'service', event.input),
  prefill: (state) => {
    const documents = [...entriesOf(state, 'notice'), ...entriesOf(state, 'decision')];
    const parties = entriesOf(state, 'party');
    for (const document of documents.reverse())
      for (const party of parties)
        if (serviceOf(state, document.id, party.id) === undefined)
          return {
            input: { document: document.id, party: party.id },
            record: { 'service.recipient': party.data.name },
          };
    return {};
  },
});
