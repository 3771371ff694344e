import type { FinedParty } from './state.ts';

/**
 * Former fines lie on many small shelves, so that a decision reads those of a few parties and not of the whole agency.
 * The name of a stream goes into the public log: which shelf it is tells of a name or a code no more than a remainder,
 * which a great many names share.
 */
const shelves = 4093;

export function shelfOf(agency: string, key: string): string {
  let rest = 0;
  for (const letter of key) rest = (rest * 31 + (letter.codePointAt(0) ?? 0)) % shelves;
  return `fines/${agency}/${rest}`;
}

/** Whose stream it is among those an act of `agency` names: a shelf says so in its name, all else is the agency's own. */
export function agencyOfStream(stream: string, agency: string): string {
  return /^fines\/([^/]+)\//.exec(stream)?.[1] ?? agency;
}

/** Written one way, so that spaces and full-width letters make no other party of it. */
export function plainly(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** What a party is found by: its name and those it bore before, and its code where it has one. */
function keysOf(party: FinedParty): readonly string[] {
  const { code } = party;
  return [...namesOf(party), ...(code === undefined ? [] : [plainly(code)])].filter((key) => key !== '');
}

function namesOf({ name, formerNames = [] }: FinedParty): readonly string[] {
  return [name, ...formerNames].map(plainly);
}

/** Shelves on which a fine of that party is to be found and is to be put. */
export function shelvesOf(agency: string, party: FinedParty): readonly string[] {
  return [...new Set(keysOf(party).map((key) => shelfOf(agency, key)))];
}

/** Codes tell parties apart where both are known; else the name does, and a namesake is for the head to tell apart. */
export function isSameParty(one: FinedParty, other: FinedParty): boolean {
  if (one.code !== undefined && other.code !== undefined && plainly(one.code) === plainly(other.code))
    return true;
  const names = namesOf(other);
  return namesOf(one).some((name) => names.includes(name));
}
