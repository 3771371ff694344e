import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { EntryKind } from '../../entry.ts';
import { isSound } from '../keeping/admission.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** Kinds of entries that are documents under the seal of the agency. */
const sealable: readonly EntryKind[] = ['decision'];

/** The seal that a document lawfully bears; one put on with a defect is no seal. */
export function sealOn(state: CaseState, document: string): EntryOf<'seal'> | undefined {
  return entriesOf(state, 'seal').find((entry) => entry.data.document === document && isSound(state, entry));
}

/**
 * 加盖印章 (处罚法第五十九条第二款): whose seal was put on which document, how and when. The document itself was fixed when
 * it was issued: nothing of it can be changed before or after.
 */
export const sealDocument = defineAct({
  name: 'case.seal-document',
  event: 'case.document-sealed',
  label: '加盖印章',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  creates: 'seal',
  input: z.strictObject({
    document: localId.meta({ label: '盖章的文书', ref: 'document' }),
    owner: code('seal-owner', '印章'),
    manner: code('seal-manner', '盖章方式'),
  }),
  standing: (state) => {
    if (!state.entries.some((entry) => sealable.includes(entry.kind)))
      return [
        {
          code: 'DOCUMENT_NOT_ISSUED',
          because: '本案还没有须盖章的文书',
          remedy: { says: '先作出决定', act: 'case.decide' },
        },
      ];
    return toBeSealed(state) === undefined
      ? [{ code: 'ALREADY_SEALED', because: '须盖章的文书均已盖章' }]
      : [];
  },
  invariants: (state, act) => {
    const document = entryById(state, act.input.document);
    if (document === undefined || !sealable.includes(document.kind))
      return [
        {
          code: 'DOCUMENT_NOT_ISSUED',
          because: '所选文书不是本案须盖章的文书',
          field: 'input.document',
          remedy: { says: '选择本案的决定书' },
        },
      ];
    return tooEarly(act.occurredAt, document.at, '盖章的时刻早于文书制作的时刻', '核对盖章时刻');
  },
  apply: (state, event) => withEntry(state, event, 'seal', event.input),
  prefill: (state) => {
    const document = toBeSealed(state);
    return document === undefined ? {} : { input: { document: document.id } };
  },
});

function toBeSealed(state: CaseState) {
  return state.entries.find(
    (entry) => sealable.includes(entry.kind) && sealOn(state, entry.id) === undefined,
  );
}
