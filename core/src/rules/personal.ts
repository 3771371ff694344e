import type { Primitive } from './primitive.ts';

/**
 * Does the rule ask who acts? That somebody had no business acting is no defect of what has happened: it is not admitted
 * and recorded, it is refused. Asked of the rule, so that the page and the decision say the same.
 */
export function isPersonal(rule: Primitive): boolean {
  return rule.primitive === 'gate' && JSON.stringify(rule.unless).includes('"actor.');
}
