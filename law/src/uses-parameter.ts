import type { Primitive } from '@zhaozhang/core';
import { textOf } from './rule-text-of.ts';

/** Does a rule speak of a parameter, as a value or as a reference, wherever in its conditions and amounts that stands? */
export function usesParameter(rule: Primitive, param: string): boolean {
  const text = textOf(rule);
  return text.includes(`{"param":"${param}"}`) || text.includes(`"param.${param}"`);
}
