import type { FieldMap } from '../canonical.ts';
import type { CaseState } from '../case/state.ts';
import { emptyCase } from '../case/state.ts';
import { definedFor } from '../rules/definition.ts';
import { owedFor } from '../rules/duty.ts';
import type { Scene } from '../rules/fact.ts';
import type { Subject } from '../rules/subject.ts';
import type { Law } from '../rules/law.ts';
import type { Duty, Gate, Need, TableRow } from '../rules/primitive.ts';
import { buildCalendar, instant } from '../time/index.ts';
import { staffedAgency } from './played-case.ts';

/** A law made by hand for one unit of the engine: weekends only, no holidays, nothing but what the test puts in. */
export function smallLaw(parts: Partial<Law> = {}): Law {
  return {
    digest: 'small',
    packs: [{ id: 'trial', title: '试验规则', from: '2020-01-01' }],
    gates: [],
    needs: [],
    duties: [],
    tables: [],
    clauses: { 'T-1': { id: 'T-1', instrument: '《试验法》', article: '第一条', gist: '试验用的条款' } },
    params: {},
    fields: {},
    codes: {},
    numbers: {},
    calendar: buildCalendar(
      [2025, 2026, 2027].map((year) => ({
        year,
        status: 'announced',
        notices: [],
        statutory: [],
        off: [],
        work: [],
      })),
    ),
    ...parts,
  };
}

const standing = { pack: 'trial', inForce: { from: '2020-01-01' }, clauses: ['T-1'] };

export function gateOf(gate: Partial<Gate> & Pick<Gate, 'unless'>): Gate {
  return {
    primitive: 'gate',
    id: 'trial.gate',
    ...standing,
    per: 'case',
    acts: ['case.file'],
    exceptions: [],
    effect: 'void',
    code: 'SHUT',
    because: '门关着',
    remedy: { says: '先开门' },
    ...gate,
  };
}

export function needOf(need: Partial<Need> & Pick<Need, 'fields'>): Need {
  return {
    primitive: 'need',
    id: 'trial.need',
    ...standing,
    per: 'act',
    acts: ['case.register-lead'],
    effect: 'void',
    code: 'FIELD_MISSING',
    ...need,
  };
}

export function dutyOf(duty: Partial<Duty> & Pick<Duty, 'start' | 'within' | 'until'>): Duty {
  return {
    primitive: 'duty',
    id: 'trial.duty',
    ...standing,
    per: 'case',
    duty: 'trial-duty',
    label: '试验义务',
    owedBy: 'handlers',
    ...duty,
  };
}

export function rowOf(row: Partial<TableRow> & Pick<TableRow, 'gives'>): TableRow {
  return {
    primitive: 'table',
    id: 'trial.row',
    ...standing,
    per: 'case',
    defines: 'trial.word',
    label: '试验的词',
    type: 'bool',
    ...row,
  };
}

export const wholeCase: Subject = { per: 'case', id: 'case', label: '本案' };
export const thisAct: Subject = { per: 'act', id: 'act', label: '本次' };

/** What rules see: with an input an act is being decided, without one it is only asked whether it could be. */
export function sceneWith(given: {
  readonly law?: Law;
  readonly state?: CaseState;
  readonly at?: string;
  readonly act?: string;
  readonly input?: unknown;
  readonly record?: FieldMap;
  readonly actor?: Scene['actor'];
}): Scene {
  const asOf = instant(given.at ?? '2026-03-10T12:00');
  const state = given.state ?? emptyCase('case/trial', 'trial');
  return {
    state,
    asOf,
    law: given.law ?? smallLaw(),
    refs: { agency: staffedAgency(), series: {} },
    actor: given.actor,
    owed: owedFor,
    defined: definedFor,
    act:
      given.input === undefined && given.record === undefined
        ? undefined
        : {
            id: 'T1',
            name: given.act ?? 'case.register-lead',
            agency: 'trial',
            stream: state.stream,
            input: given.input ?? {},
            record: given.record ?? {},
            occurredAt: asOf,
          },
  };
}
