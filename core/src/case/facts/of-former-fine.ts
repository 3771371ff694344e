import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import type { FormerFine } from '../../fines/state.ts';
import {
  formerFines,
  isRevoked,
  isSameMatter,
  mayBeSameDay,
  partiesFined,
} from '../deciding/former-fines.ts';
import type { StandingFine } from '../deciding/former-fines.ts';
import { entriesOf } from '../state.ts';
import { fact, happened } from './word.ts';

/** Words about each fine that a party of the case has had elsewhere (处罚法第二十九条). */
export const ofFormerFine: readonly FactDefinition[] = [
  word(
    'fine.partyFined',
    '本次对同一当事人处以罚款',
    undefined,
    ({ act }, { party }) =>
      act === undefined ? unknownReading : { known: true, value: partiesFined(act).includes(party) },
    true,
  ),
  ofFine(
    'fine.sameMatter',
    '案由相同或者依据有重合',
    undefined,
    (scene, fine) => isSameMatter(scene, fine),
    true,
  ),
  ofFine('fine.sameDay', '违法行为可能发生在同一日', undefined, (scene, fine, party) =>
    mayBeSameDay(scene, party, fine),
  ),
  ofFine('fine.revoked', '已被撤销', 'agency.record-fine-revocation', ({ asOf }, fine) =>
    isRevoked(fine, dayOf(asOf)),
  ),
  word(
    'fine.distinct',
    '机关负责人已认定是另一违法行为',
    'case.confirm-distinct-conduct',
    ({ state }, { party, fine }) =>
      fine === undefined
        ? unknownReading
        : happened(
            entriesOf(state, 'distinct-conduct').find(
              ({ data }) => data.party === party && data.number === fine.number,
            ),
          ),
  ),
];

function word(
  id: string,
  label: string,
  settledBy: string | undefined,
  read: (scene: Scene, standing: StandingFine) => Reading,
  ofInput = false,
): FactDefinition {
  return fact(
    id,
    'former-fine',
    'bool',
    label,
    settledBy,
    (scene, subject) => {
      const standing = formerFines(scene).find((one) => one.id === subject.id);
      return standing === undefined ? unknownReading : read(scene, standing);
    },
    ofInput,
  );
}

/** Unknown as long as the fine itself has not been read. */
function ofFine(
  id: string,
  label: string,
  settledBy: string | undefined,
  holds: (scene: Scene, fine: FormerFine, party: string) => boolean,
  ofInput = false,
): FactDefinition {
  return word(
    id,
    label,
    settledBy,
    (scene, { fine, party }) =>
      fine === undefined ? unknownReading : { known: true, value: holds(scene, fine, party) },
    ofInput,
  );
}
