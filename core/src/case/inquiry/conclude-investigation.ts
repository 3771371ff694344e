import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import type { Law } from '../../rules/law.ts';
import { isEvidence, soundEvidence } from './exclusion.ts';
import { code, localId } from '../inputs.ts';
import { decisionOf, evidenceKinds, filingOf, handlersOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { investigationConclusionOf } from './verification.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 调查终结 (处罚法第四十条、第五十四条、第五十七条): the handlers say that they have looked for what speaks for the party as
 * well as against it, and of each element of the violation whether it is clear and which evidence, found to be true,
 * proves it. They say so of the file they had before them; once more is found out they conclude anew. Elements and
 * officers are absent from conclusions made before they were told.
 */
export const concludeInvestigation = defineAct({
  name: 'case.conclude-investigation',
  event: 'case.investigation-concluded',
  label: '调查终结',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'investigation-conclusion',
  restsOn: ['party', ...evidenceKinds],
  input: z.strictObject({
    elements: z.optional(
      z
        .array(
          z.strictObject({
            element: code('fact-element', '要件'),
            finding: code('clearness', '是否查清'),
            evidence: z
              .array(localId)
              .max(500)
              .meta({ label: '据以认定、已经查证属实的证据', ref: 'evidence' }),
          }),
        )
        .max(50)
        .meta({ label: '违法事实的要件' }),
    ),
    officers: z.optional(z.array(localId).max(20).meta({ label: '共同签认的承办人', ref: 'officer' })),
  }),
  standing: (state) =>
    filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : alreadyDecided(decisionOf(state)),
  invariants: (state, { input }) => {
    const elements = (input.elements ?? []).map(({ element }) => element);
    if (new Set(elements).size < elements.length)
      return [
        {
          code: 'INPUT_INVALID',
          because: '同一要件列了两次',
          field: 'input.elements',
          remedy: { says: '每个要件列一次' },
        },
      ];
    return (input.elements ?? []).every(({ evidence }) =>
      evidence.every((id) => isEvidence(entryById(state, id))),
    )
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.elements',
            remedy: { says: '从卷内证据中选择' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'investigation-conclusion', event.input),
  prefill: (state, { law }) => {
    const before = investigationConclusionOf(state);
    return {
      input: {
        officers: handlersOf(state) as unknown as Value,
        elements: (before?.data.elements ?? elementsToFind(state, law)) as unknown as Value,
      },
      ...(before === undefined ? {} : { record: before.record }),
    };
  },
});

/** Every element with all that may prove it: whoever concludes strikes out what does not, and says what is clear. */
function elementsToFind(
  state: CaseState,
  law: Law,
): readonly { element: string; evidence: readonly string[] }[] {
  const evidence = soundEvidence(state).map(({ id }) => id);
  return (law.codes['fact-element'] ?? []).map(({ id }) => ({ element: id, evidence }));
}
