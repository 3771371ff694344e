import { dutyOperators } from './duty-operators.ts';
import { gateOperators } from './gate-operators.ts';
import { needOperators } from './need-operators.ts';
import { paramOperators } from './param-operators.ts';
import { tableOperators } from './table-operators.ts';

/** Every way in which the law is spoilt to see whether the examples notice, by what is spoilt. */
export const operators = {
  gate: gateOperators,
  duty: dutyOperators,
  need: needOperators,
  table: tableOperators,
  param: paramOperators,
} as const;
