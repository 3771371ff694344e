import { randomInt } from 'node:crypto';

/** Without what is mistaken for another when it is read out or written down: 0 o, 1 l i, u v. */
const characters = 'abcdefghjkmnpqrstwxyz23456789';

/** So many characters in groups of four, joined by hyphens. */
export function randomGroups(groups: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join(''),
  ).join('-');
}

/** A password given by an administrator: used once, to choose one's own. 77 bits. */
export function oneTimePassword(): string {
  return randomGroups(4);
}
