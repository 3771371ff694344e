import type { Act, Structural } from '../../act.ts';
import type { DomainEvent } from '../../event.ts';
import { overBy } from '../keeping/closing.ts';
import { endOf } from '../course/over.ts';
import { executionBasisOf } from '../execution/executing.ts';
import { presentParties } from './present-parties.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import type { FieldMap } from '../../canonical.ts';

/** A party as an act brings it into the file. */
interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly record: FieldMap;
}

/** Parties change while it is open against whom the case is: after it was filed, before it is decided. */
export function partiesOpen(state: CaseState): readonly Structural[] {
  // What is enforced stands against the same party until it is performed, whatever has been decided about the means.
  if (executionBasisOf(state) !== undefined) {
    const over = endOf(state);
    return over === undefined ? [] : [overBy(over)];
  }
  if (filingOf(state) === undefined)
    return [
      {
        code: 'STAGE_RECORD_MISSING',
        because: '本案尚未立案，当事人在立案时登记',
        remedy: { says: '先办理立案', act: 'case.file' },
      },
    ];
  const end = endOf(state);
  if (end !== undefined) return [overBy(end)];
  return decisionOf(state) === undefined
    ? []
    : [
        {
          code: 'ALREADY_DECIDED',
          because: '本案已作出决定，当事人不再增减',
          remedy: { says: '另有当事人应当处罚的，另行立案' },
        },
      ];
}

/** Somebody is to be chosen among the parties, and there are none before the filing. */
export function needsParties(state: CaseState): readonly Structural[] {
  return presentParties(state).length > 0
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '本案还没有登记当事人',
          remedy: { says: '先办理立案', act: 'case.file' },
        },
      ];
}

/** One id, one entry: what is corrected of a party must not reach another record of the file. */
export function idsTaken(
  state: CaseState,
  act: Pick<Act, 'id'>,
  rows: readonly PartyRow[],
): readonly Structural[] {
  const ids = rows.map(({ id }) => id);
  const twice = new Set(ids).size < ids.length;
  return twice || ids.some((id) => id === act.id || entryById(state, id) !== undefined)
    ? [
        {
          code: 'ID_TAKEN',
          because: '当事人的编号已用于卷内另一记录',
          field: 'input.parties',
          remedy: { says: '换一个编号' },
        },
      ]
    : [];
}

/** Each party as an entry of its own, with what is on record of it. */
export function withParties(state: CaseState, event: DomainEvent, rows: readonly PartyRow[]): CaseState {
  return rows.reduce(
    (next, { id, name, kind, record }) => withEntry(next, event, 'party', { name, kind }, id, record),
    state,
  );
}
