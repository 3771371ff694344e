import { rolesOn } from '../../authority/state.ts';
import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import { fact } from './word.ts';

/** Words about an authorisation to sign in a head's place that is being entered. */
export const ofDelegating: readonly FactDefinition[] = [
  fact(
    'act.delegatorRoles',
    'act',
    'list',
    '授权人在授权第一天的角色',
    'agency.appoint',
    ({ act, refs, asOf }) => {
      const { delegator, from } = (act?.input ?? {}) as { delegator?: unknown; from?: unknown };
      if (typeof delegator !== 'string' || refs === undefined) return unknownReading;
      return { known: true, value: [...rolesOn(refs.agency, delegator, parseDay(from) ?? dayOf(asOf))] };
    },
    true,
  ),
];
