import type { Primitive } from './primitive.ts';

/** Words of the person who acts, and facts that compare that person with the file: by their names alone, `act.by…`. */
const ofWhoActs = /"(actor\.|act\.by[A-Z])/;

/** A rule is never changed once it is opened, and a page asks this of hundreds of them. */
const told = new WeakMap<Primitive, boolean>();

/**
 * Does the rule ask who acts? That somebody had no business acting is no defect of what has happened: it is not admitted
 * and recorded, it is refused. Asked of the rule, so that the page and the decision say the same.
 */
export function isPersonal(rule: Primitive): boolean {
  let found = told.get(rule);
  if (found === undefined) {
    found = rule.primitive === 'gate' && ofWhoActs.test(JSON.stringify(rule.unless));
    told.set(rule, found);
  }
  return found;
}
