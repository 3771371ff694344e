import type { FactDefinition } from '../../rules/fact.ts';
import { crimeAnswer } from '../inquiry/crime.ts';
import { entriesOf } from '../state.ts';
import { fact } from './word.ts';

/** Words about a case that may be a crime. */
export const ofCrime: readonly FactDefinition[] = [
  fact(
    'case.crimeUnanswered',
    'case',
    'bool',
    '登记了涉嫌犯罪而尚未移送或者认定',
    'case.refer-crime',
    ({ state, asOf }) => ({
      known: true,
      value: entriesOf(state, 'crime-flag').some((flag) => {
        const answer = crimeAnswer(state, flag);
        return flag.at <= asOf && (answer === undefined || answer.at > asOf);
      }),
    }),
  ),
];
