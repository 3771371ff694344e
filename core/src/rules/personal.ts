import type { Primitive } from './primitive.ts';

/** Words of the person who acts, and facts that compare that person with the file: by their names alone, `act.by…`. */
const ofWhoActs = /"(actor\.|act\.by[A-Z])/;

/**
 * Does the rule ask who acts? That somebody had no business acting is no defect of what has happened: it is not admitted
 * and recorded, it is refused. Asked of the rule, so that the page and the decision say the same.
 */
export function isPersonal(rule: Primitive): boolean {
  return rule.primitive === 'gate' && ofWhoActs.test(JSON.stringify(rule.unless));
}
