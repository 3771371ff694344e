import { z } from 'zod';
import { defineAct } from '../act.ts';
import { openContradictions } from './contradictions.ts';
import { ruleId } from './inputs.ts';

/**
 * 报请裁定: whoever is stopped by rules that contradict each other puts it before the legal office. A refusal leaves no
 * event, so without this nobody but the one refused would know of it.
 */
export const reportConflict = defineAct({
  name: 'agency.report-conflict',
  event: 'agency.conflict-reported',
  label: '报请裁定',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    rules: z
      .array(ruleId)
      .min(2, '写明相互矛盾的规定')
      .max(20)
      .meta({ label: '相互矛盾的规定', ref: 'rule' }),
  }),
  invariants: (state, act, { law }) => {
    const known = new Set([
      ...law.tables.map((row) => row.id),
      ...law.gates.flatMap((gate) => gate.exceptions.map((exception) => exception.id)),
    ]);
    if (act.input.rules.some((rule) => !known.has(rule)))
      return [
        {
          code: 'RULE_UNKNOWN',
          because: '所列的规定不在本机关适用的规则之中',
          field: 'input.rules',
          remedy: { says: '重新打开被拒的办理，从那里报请' },
        },
      ];
    const same = (rules: readonly string[]): boolean =>
      rules.length === act.input.rules.length && rules.every((rule) => act.input.rules.includes(rule));
    return openContradictions(state).some((one) => same(one.rules))
      ? [{ code: 'ALREADY_REPORTED', because: '这些规定已经报请裁定，还没有裁定' }]
      : [];
  },
  apply: (state, event) => ({
    ...state,
    contradictions: [
      ...state.contradictions,
      { id: event.actId, rules: event.input.rules, by: event.by.name, at: event.at },
    ],
  }),
});
