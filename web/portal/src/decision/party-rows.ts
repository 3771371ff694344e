import type { PublicDecision } from '@zhaozhang/api/contract/public';
import { sanctionText } from './sanction-text.ts';

export interface PartyRow {
  readonly name: string;
  /** How many parties bear this name; more than one after names were masked. */
  readonly count: number;
  readonly kind: string;
  readonly code?: string;
  readonly sanctions: readonly string[];
}

/**
 * Parties with what was imposed on them. Sanctions name their party, and masked names coincide: such parties share
 * a row and the row says how many they are, for to tell them apart would be to guess.
 */
export function partyRows({ parties, sanctions }: PublicDecision): readonly PartyRow[] {
  const names = [
    ...new Set([...parties, ...sanctions.map(({ party }) => ({ name: party }))].map(({ name }) => name)),
  ];
  return names.map((name) => {
    const own = parties.filter((party) => party.name === name);
    const [first] = own;
    return {
      name,
      count: own.length,
      kind: [...new Set(own.map((party) => party.kind))].join('、'),
      ...(own.length === 1 && first?.code !== undefined ? { code: first.code } : {}),
      sanctions: sanctions.filter((sanction) => sanction.party === name).map(sanctionText),
    };
  });
}
