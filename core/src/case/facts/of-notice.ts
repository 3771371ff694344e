import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { noticeTo } from '../reading.ts';
import type { NoticedRight } from '../state.ts';
import { fact } from './word.ts';

/** Words about the rights a notice tells of, item by item. */
export const ofNotice: readonly FactDefinition[] = [
  ofRights('act.noticedRights', '逐项告知的权利', (rights) => rights.map(({ right }) => right)),
  ofRights('act.rightsWithoutPeriod', '没有写明期限的权利', (rights) =>
    rights.filter(({ days }) => days === undefined).map(({ right }) => right),
  ),
  ofRights('act.rightsWithoutOffice', '没有写明受理部门的权利', (rights) =>
    rights.filter(({ office }) => (office ?? '').trim() === '').map(({ right }) => right),
  ),
  fact(
    'party.toldOfHearing',
    'party',
    'bool',
    '告知书列有听证的权利',
    'case.give-notice',
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      if (notice === undefined) return { known: true, value: false };
      // Before rights were told one by one, the paragraph on the hearing was the only place.
      const told =
        notice.data.rights === undefined
          ? typeof notice.record['notice.hearing'] === 'string'
          : notice.data.rights.some(({ right }) => right === 'hearing');
      return { known: true, value: told, since: notice.at };
    },
  ),
  fact(
    'party.noticeHearingDays',
    'party',
    'int',
    '告知书写明的要求听证的期限',
    'case.give-notice',
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      const days = notice?.data.rights?.find(({ right }) => right === 'hearing')?.days;
      return notice === undefined || days === undefined
        ? unknownReading
        : { known: true, value: days, since: notice.at };
    },
  ),
];

/** Of the notice being filled in: nothing is told of rights left out. */
function ofRights(
  id: string,
  label: string,
  pick: (rights: readonly NoticedRight[]) => string[],
): FactDefinition {
  return fact(id, 'act', 'list', label, undefined, (scene) => read(scene, pick), true);
}

function read(scene: Scene, pick: (rights: readonly NoticedRight[]) => string[]): Reading {
  const input = scene.act?.input as { rights?: readonly NoticedRight[] } | undefined;
  if (input === undefined) return unknownReading;
  return { known: true, value: pick(Array.isArray(input.rights) ? input.rights : []) };
}
