import { decideLevy } from './decide-levy.ts';
import { openLevy } from './open-levy.ts';
import { payCompensation } from './pay-compensation.ts';
import { recordLevyPayment } from './record-levy-payment.ts';
import { returnProperty } from './return-property.ts';
import { takePossession } from './take-possession.ts';
import { valueProperty } from './value-property.ts';

/** Acts of a levy: of a fee, of a thing taken, of a thing used for a while. */
export const levyingActs = [
  openLevy,
  valueProperty,
  decideLevy,
  recordLevyPayment,
  payCompensation,
  takePossession,
  returnProperty,
] as const;
