import { z } from 'zod';
import { defineAct } from '../act.ts';
import { clueCheckOf, cluesOf } from './clues.ts';
import { code, localId } from './inputs.ts';
import { withEntry } from './state.ts';

/**
 * 核查过错线索 (过错责任追究办法第二十条、第二十一条): says of one clue whether there is anything in it. It finds nobody at
 * fault: that takes proceedings of their own.
 */
export const checkClue = defineAct({
  name: 'case.check-clue',
  event: 'case.clue-checked',
  label: '核查过错线索',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'archive',
  afterClosing: true,
  creates: 'clue-check',
  restsOn: ['revocation', 'late-reason', 'clue-check'],
  input: z.strictObject({
    clue: localId.meta({ label: '所核查的线索', ref: 'clue' }),
    finding: code('clue-finding', '核查的结果'),
  }),
  standing: (state) => {
    if (cluesOf(state).length === 0) return [{ code: 'NO_CLUE', because: '本案没有待核查的线索' }];
    return cluesOf(state).some((clue) => clueCheckOf(state, clue.id) === undefined)
      ? []
      : [{ code: 'ALREADY_CHECKED', because: '本案的线索都已核查' }];
  },
  invariants: (state, act) => {
    const clue = cluesOf(state).find((entry) => entry.id === act.input.clue);
    if (clue === undefined || clueCheckOf(state, clue.id) !== undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的线索不在本案卷中，或者已经核查',
          field: 'input.clue',
          remedy: { says: '从待核查的线索中选择' },
        },
      ];
    return act.occurredAt < clue.at
      ? [
          {
            code: 'STEP_ORDER',
            because: '核查的时刻早于线索出现的时刻',
            field: 'occurredAt',
            remedy: { says: '核对核查的时刻' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'clue-check', event.input),
  prefill: (state) => {
    const open = cluesOf(state).find((clue) => clueCheckOf(state, clue.id) === undefined);
    return open === undefined ? {} : { input: { clue: open.id } };
  },
});
