import type { Amount } from './condition.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';
import { paramValue } from './param.ts';
import { resolve } from './resolve.ts';

/** The number of units an amount comes to; undefined when its parameter is unset or its field is not filled. */
export function amountOf(amount: Amount, scene: Scene, subject: Subject): number | undefined {
  if (typeof amount === 'number') return amount;
  if ('param' in amount) {
    const value = paramValue(amount.param, scene);
    return typeof value === 'number' ? value : undefined;
  }
  if ('fact' in amount) {
    const { reading } = resolve(amount.fact, scene, subject);
    return reading.known && typeof reading.value === 'number' ? reading.value : undefined;
  }
  const numbers = amount.longest.map((part) => amountOf(part, scene, subject)).filter((n) => n !== undefined);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}
