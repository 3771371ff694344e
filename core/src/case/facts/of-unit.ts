import { unitOf } from '../../authority/state.ts';
import type { Unit } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { handlersOf } from '../reading.ts';
import { kindOf, kindWith, openingOf } from '../kind.ts';
import { fact } from './word.ts';

/** The unit that handles the case: that of its first handler, before any is assigned that of whoever entered the lead. */
export function handlingUnit({
  state,
  asOf,
  refs,
}: Pick<Scene, 'state' | 'asOf' | 'refs'>): Unit | undefined {
  const officer = handlersOf(state, asOf)[0] ?? openingOf(state)?.by.officer;
  if (refs === undefined || officer === undefined) return undefined;
  const id = unitOf(refs.agency, officer);
  return id === undefined ? undefined : refs.agency.units[id];
}

/** That unit, or before there is a file at all that of whoever acts. */
export function unitAtWork(scene: Scene): string | undefined {
  const { actor, refs } = scene;
  return handlingUnit(scene)?.id ?? (refs === undefined ? undefined : unitOf(refs.agency, actor?.officer));
}

/**
 * What a regulation calls the unit that handles the file. Of an act that founds a file, or needs none, it is the unit of
 * whoever acts; undefined where nobody has said.
 */
export function typeOfUnitAtWork(scene: Scene): string | undefined {
  const { state, refs, asked, act } = scene;
  const name = asked ?? act?.name ?? '';
  const founds = kindWith(state, name) !== undefined || name.startsWith('agency.');
  const id = kindOf(state) === undefined && founds ? unitAtWork(scene) : handlingUnit(scene)?.id;
  return id === undefined ? undefined : refs?.agency.units[id]?.type;
}

/** Words about the unit that handles the case. */
export const ofUnit: readonly FactDefinition[] = [
  fact('case.unitType', 'case', 'enum', '承办机构的类型', 'agency.register-unit', (scene) => {
    const type = typeOfUnitAtWork(scene);
    return type === undefined ? unknownReading : { known: true, value: type };
  }),
  // Before there is a file, of the unit of whoever acts: what is decided on the spot has no handler yet.
  fact('case.unitLevel', 'case', 'enum', '承办机构的层级', 'agency.register-unit', (scene) => {
    const unit = unitAtWork(scene);
    const level = unit === undefined ? undefined : scene.refs?.agency.units[unit]?.level;
    return level === undefined ? unknownReading : { known: true, value: level };
  }),
  fact('case.unitAuthorised', 'case', 'bool', '承办机构已登记执法权依据', 'agency.register-unit', (scene) => {
    const unit = handlingUnit(scene);
    return unit === undefined
      ? unknownReading
      : {
          known: true,
          value: unit.authorityDocument !== undefined && unit.authorityArticle !== undefined,
        };
  }),
  fact(
    'case.unitReviewedBy',
    'case',
    'text',
    '承办机构对口的法制审核机构',
    'agency.register-unit',
    (scene) => {
      const body = handlingUnit(scene)?.reviewedBy;
      return body === undefined ? unknownReading : { known: true, value: body };
    },
  ),
];
