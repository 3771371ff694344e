import { isVoided, rangeOf, receiptStream } from '../../authority/receipts.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { isTaken } from '../../series/take-once.ts';
import { dayOf } from '../../time/index.ts';
import { fineOf } from '../payment.ts';
import { officersOfAct } from './of-act.ts';
import { fact } from './word.ts';

/** Words about money taken by officers themselves: how high the fine is, and whether the receipt for it is good. */
export const ofCollection: readonly FactDefinition[] = [
  fact(
    'act.fineSet',
    'act',
    'money',
    '该当事人的罚款数额',
    'case.decide',
    (scene) => {
      const { party } = inputOf(scene);
      return typeof party === 'string' ? { known: true, value: fineOf(scene.state, party) } : unknownReading;
    },
    true,
  ),
  ofReceipt('act.receiptHeld', '票据在到场人员当日领用的有效号段之内', (scene, number) => {
    if (scene.refs === undefined) return unknownReading;
    const { agency } = scene.refs;
    const range = rangeOf(agency, number);
    const held =
      range !== undefined &&
      range.from <= dayOf(scene.asOf) &&
      officersOfAct(scene).includes(range.holder) &&
      !isVoided(agency, number, scene.asOf);
    return { known: true, value: held };
  }),
  // Judged again after a correction, an entry has the use of the number that it had: nobody can correct the number.
  ofReceipt('act.receiptUnused', '票据没有用过', ({ refs, again }, number) => {
    if (again !== undefined) return { known: true, value: again.outcome?.['receiptUse'] === 1 };
    return refs === undefined
      ? unknownReading
      : { known: true, value: isTaken(refs.series, receiptStream(refs.agency.id, number)) !== true };
  }),
];

function ofReceipt(
  id: string,
  label: string,
  read: (scene: Scene, number: string) => Reading,
): FactDefinition {
  return fact(
    id,
    'act',
    'bool',
    label,
    'agency.register-receipts',
    (scene) => {
      const { receipt } = inputOf(scene);
      return typeof receipt === 'string' ? read(scene, receipt) : unknownReading;
    },
    true,
  );
}

function inputOf(scene: Scene): { readonly party?: unknown; readonly receipt?: unknown } {
  return scene.act?.input ?? {};
}
