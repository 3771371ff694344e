import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { hearingFaults, soundHearings } from './hearing.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 补充质证 (处罚法第六十四条第七项): evidence the file held at the hearing, but that was shown to the parties only afterwards. */
export const examineEvidence = defineAct({
  name: 'case.examine-evidence',
  event: 'case.evidence-examined',
  label: '记录补充质证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing-examination',
  input: z.strictObject({
    notice: localId.meta({ label: '所属的听证', ref: 'hearing-notice' }),
    examined: z
      .array(localId)
      .min(1, '请选择补充质证的证据')
      .max(500)
      .meta({ label: '补充质证的证据', ref: 'shown' }),
  }),
  standing: (state) =>
    soundHearings(state).length > 0
      ? []
      : [
          {
            code: 'HEARING_NOT_HELD',
            because: '本案还没有举行听证',
            remedy: { says: '在听证中质证', act: 'case.hold-hearing' },
          },
        ],
  invariants: (state, act) => [
    ...hearingFaults.noSuchNotice(state, act.input.notice),
    ...hearingFaults.notEvidence(state, act.input.examined),
  ],
  apply: (state, event) => withEntry(state, event, 'hearing-examination', event.input),
  prefill: (state) => {
    const notice = entriesOf(state, 'hearing').at(-1)?.data.notice;
    return notice === undefined ? {} : { input: { notice } };
  },
});
