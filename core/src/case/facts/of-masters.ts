import type { AgencyState } from '../../authority/state.ts';
import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { fact } from './word.ts';

type Entered = Readonly<Record<string, unknown>>;

/** What makes two entries of each register one and the same thing; its id says nothing, whoever enters it chose that. */
const twins: Readonly<Record<string, (agency: AgencyState, entered: Entered) => boolean>> = {
  'agency.register-unit': (agency, entered) =>
    Object.values(agency.units).some((one) => one.id !== entered['id'] && one.name === entered['name']),
  'agency.register-officer': (agency, entered) => {
    const numbers = new Set(
      Object.values(agency.officers)
        .filter(({ id }) => id !== entered['id'])
        .flatMap(({ certificates }) => certificates.map(({ number }) => number)),
    );
    const shown = (entered['certificates'] ?? []) as readonly { readonly number?: string }[];
    return shown.some(({ number }) => number !== undefined && numbers.has(number));
  },
  'agency.register-competence': (agency, entered) =>
    (agency.competences ?? []).some(
      (one) =>
        one.id !== entered['id'] &&
        one.item === entered['item'] &&
        one.region === entered['region'] &&
        one.unit === entered['unit'],
    ),
  'agency.register-basis': (agency, entered) =>
    Object.values(agency.bases ?? {}).some(
      (one) =>
        one.id !== entered['id'] &&
        one.instrument === entered['instrument'] &&
        one.article === entered['article'] &&
        one.edition === entered['edition'],
    ),
};

/** Words about the agency's registers that everybody shares. */
export const ofMasters: readonly FactDefinition[] = [
  fact(
    'act.alreadyOnFile',
    'act',
    'bool',
    '所登记的内容已经登记在另一个编号之下',
    undefined,
    ({ act, refs }) => {
      const twin = act === undefined ? undefined : twins[act.name];
      return act === undefined || twin === undefined || refs === undefined
        ? unknownReading
        : { known: true, value: twin(refs.agency, act.input as Entered) };
    },
    true,
  ),
];
