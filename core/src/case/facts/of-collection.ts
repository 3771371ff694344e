import { isVoided, rangeOf, receiptStream } from '../../authority/receipts.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { isTaken } from '../../series/take-once.ts';
import { dayOf } from '../../time/index.ts';
import { collectionsOf, depositOf, handInOf, landingOf, onWater } from '../performing/handing-in.ts';
import { sumOwed, unpaidOf } from '../performing/payment.ts';
import type { EntryOf } from '../state.ts';
import { officersOfAct } from './of-act.ts';
import { fact, happened, no } from './word.ts';

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
      return typeof party === 'string' ? { known: true, value: sumOwed(scene.state, party) } : unknownReading;
    },
    true,
  ),
  // As it was when the money was taken: what came in afterwards does not make it too much.
  fact(
    'act.fineUnpaid',
    'act',
    'money',
    '该当事人尚未缴纳的罚款',
    'case.record-payment',
    (scene) => {
      const { party } = inputOf(scene);
      return typeof party === 'string'
        ? { known: true, value: unpaidOf(scene.state, party, scene.asOf) }
        : unknownReading;
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
  fact(
    'collection.running',
    'collection',
    'bool',
    '交回的期限起算',
    'case.record-landing',
    (scene, subject) => {
      const collection = collectionOf(scene, subject.id);
      if (collection === undefined) return no;
      return happened(onWater(collection) ? landingOf(scene.state, collection.id) : collection);
    },
  ),
  // Less than was taken is not handed in, whatever was admitted of it.
  fact(
    'collection.handedIn',
    'collection',
    'bool',
    '已如数交回机关',
    'case.hand-in-fine',
    (scene, subject) => {
      const handIn = handInOf(scene.state, subject.id);
      const whole = handIn?.data.amount === collectionOf(scene, subject.id)?.data.amount;
      return whole ? happened(handIn) : no;
    },
  ),
  fact(
    'collection.deposited',
    'collection',
    'bool',
    '已如数缴存银行',
    'case.deposit-fine',
    (scene, subject) => {
      const deposit = depositOf(scene.state, subject.id);
      const whole = deposit?.data.amount === handInOf(scene.state, subject.id)?.data.amount;
      return whole ? happened(deposit) : no;
    },
  ),
  fact(
    'collection.named',
    'collection',
    'bool',
    '是本次所选的收缴',
    undefined,
    (scene, subject) => ({ known: true, value: inputOf(scene).collection === subject.id }),
    true,
  ),
  ofNamed('act.amountCollected', '所选的收缴的金额', (scene, id) => collectionOf(scene, id)?.data.amount),
  ofNamed('act.amountHandedIn', '所选的收缴交回的金额', ({ state }, id) => handInOf(state, id)?.data.amount),
];

function collectionOf({ state }: Scene, id: string): EntryOf<'payment'> | undefined {
  return collectionsOf(state).find((entry) => entry.id === id);
}

/** A sum of the collection chosen on the form. */
function ofNamed(
  id: string,
  label: string,
  read: (scene: Scene, collection: string) => number | undefined,
): FactDefinition {
  return fact(
    id,
    'act',
    'money',
    label,
    undefined,
    (scene) => {
      const { collection } = inputOf(scene);
      const value = typeof collection === 'string' ? read(scene, collection) : undefined;
      return value === undefined ? unknownReading : { known: true, value };
    },
    true,
  );
}

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

function inputOf(scene: Scene): {
  readonly party?: unknown;
  readonly receipt?: unknown;
  readonly collection?: unknown;
} {
  return scene.act?.input ?? {};
}
