import type { OtherFiling } from '../../fines/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { filedBefore, mayBeSameConduct, otherFilings } from '../opening/other-filings.ts';
import { fact } from './word.ts';

/** Words about each case that another agency has opened against a party (处罚法第二十五条第一款). */
export const ofOtherFiling: readonly FactDefinition[] = [
  ofFiling('otherFiling.sameConduct', '行为地和行为期间可能相同', mayBeSameConduct),
  ofFiling(
    'otherFiling.earlier',
    '立案早于本机关',
    (scene, filing) => filedBefore(scene, filing) === 'earlier',
  ),
  ofFiling(
    'otherFiling.sameMinute',
    '与本机关在同一分钟立案',
    (scene, filing) => filedBefore(scene, filing) === 'same-minute',
  ),
];

/** Unknown as long as the shelf has not been read; the parties and the place may still be on the form. */
function ofFiling(
  id: string,
  label: string,
  holds: (scene: Scene, filing: OtherFiling) => boolean,
): FactDefinition {
  return fact(
    id,
    'other-filing',
    'bool',
    label,
    'agency.register-other-filing',
    (scene, subject) => {
      const filing = otherFilings(scene).find((one) => one.id === subject.id)?.filing;
      return filing === undefined ? unknownReading : { known: true, value: holds(scene, filing) };
    },
    true,
  );
}
