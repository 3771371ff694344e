import { inForceOn } from '../../authority/in-force.ts';
import { competencesOf, covers, isSourced, isUnsettled } from '../../authority/competence.ts';
import type { Competence } from '../../authority/competence.ts';
import { rolesOn } from '../../authority/state.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { applicationOf } from '../licensing/applying.ts';
import { filingOf } from '../reading.ts';
import { unitAtWork } from './of-unit.ts';
import { fact } from './word.ts';

const settled = 'agency.register-competence';

/** Words about what the agency may do: the matter, the place, and the day it is asked. */
export const ofCompetence: readonly FactDefinition[] = [
  fact(
    'act.itemCompetent',
    'act',
    'bool',
    '承办机构当日有这一事项的职权',
    settled,
    (scene) => ofItem(scene, (item) => held(scene, item).length > 0),
    true,
  ),
  fact(
    'act.itemListed',
    'act',
    'bool',
    '这一事项在承办机构的职责清单中',
    settled,
    (scene) => ofItem(scene, (item) => listed(scene).some((one) => one.item === item)),
    true,
  ),
  fact(
    'act.itemSettled',
    'act',
    'bool',
    '这一事项由谁负责已经确定',
    'agency.settle-division',
    // Asked of all that is listed: a power that has yet to begin is no more certain for that.
    (scene) => ofItem(scene, (item) => !listed(scene).some((one) => one.item === item && isUnsettled(one))),
    true,
  ),
  fact(
    'act.competenceSourced',
    'act',
    'bool',
    '这一事项的职权写明来源和文号条款',
    settled,
    (scene) => ofItem(scene, (item) => held(scene, item).some(isSourced)),
    true,
  ),
  // Whenever they were in force: an organisation does not outgrow what it was once authorised for.
  fact(
    'act.unitSources',
    'act',
    'list',
    '承办机构职权的来源',
    settled,
    (scene) => ({ known: true, value: listed(scene).flatMap(({ source }) => source ?? []) }),
    true,
  ),
  fact(
    'act.itemSources',
    'act',
    'list',
    '承办机构当日就这一事项的职权来源',
    settled,
    (scene) => {
      const { item } = inputOf(scene);
      return item === undefined
        ? unknownReading
        : { known: true, value: held(scene, item).flatMap(({ source }) => source ?? []) };
    },
    true,
  ),
  fact(
    'act.placeCovered',
    'act',
    'bool',
    '违法行为发生地在登记的执法区域内',
    settled,
    (scene) => {
      const place = placeOf(scene);
      return place === undefined
        ? unknownReading
        : ofItem(scene, (item) => held(scene, item).some((one) => covers(one, place)));
    },
    true,
  ),
  // Of the agency's area, whichever the matter: that the matter is its own is another question, asked by another gate.
  fact(
    'act.placeWithinArea',
    'act',
    'bool',
    '违法行为发生地在本机关的区域之内',
    settled,
    (scene) => {
      const place = placeOf(scene);
      return place === undefined
        ? unknownReading
        : { known: true, value: held(scene, undefined).some((one) => covers(one, place)) };
    },
    true,
  ),
  // A case filed before matter and place were asked for is judged by whatever power the unit has that day.
  fact('case.itemCompetent', 'case', 'bool', '承办机构当日有本案事项的职权', settled, (scene) => ({
    known: true,
    value: held(scene, filingOf(scene.state)?.data.item).length > 0,
  })),
  fact(
    'case.itemSettled',
    'case',
    'bool',
    '所申请的事项由谁负责已经确定',
    'agency.settle-division',
    (scene) => {
      const item = applicationOf(scene.state)?.data.item;
      return { known: true, value: !listed(scene).some((one) => one.item === item && isUnsettled(one)) };
    },
  ),
  // To be given to the agency expressly, and it matters by what: a general power over the matter does not hold it.
  fact('case.detentionSources', 'case', 'list', '明文授予行政拘留的职权来源', settled, (scene) => ({
    known: true,
    value: held(scene, filingOf(scene.state)?.data.item)
      .filter((one) => isSourced(one) && one.kinds?.includes('detention') === true)
      .flatMap(({ source }) => source ?? []),
  })),
  fact('case.placeCovered', 'case', 'bool', '违法行为发生地在当日的执法区域内', settled, (scene) => {
    const { item, place } = filingOf(scene.state)?.data ?? {};
    const value = held(scene, item).some((one) => place === undefined || covers(one, place));
    return { known: true, value };
  }),
  fact(
    'act.postedOfficers',
    'act',
    'int',
    '其中当日在承办岗位上的人数',
    'agency.appoint',
    (scene) => ({ known: true, value: posted(scene) }),
    true,
  ),
];

interface Filed {
  readonly item?: string;
  readonly place?: string;
  readonly officers?: readonly string[];
}

function inputOf(scene: Scene): Filed {
  return (scene.act?.input ?? {}) as Filed;
}

/** What is decided on the spot is decided where it was seen. */
function placeOf(scene: Scene): string | undefined {
  const place = inputOf(scene).place ?? scene.act?.record['spot.place'];
  return typeof place === 'string' ? place : undefined;
}

function ofItem(scene: Scene, holds: (item: string) => boolean): Reading {
  const { item } = inputOf(scene);
  return item === undefined ? unknownReading : { known: true, value: holds(item) };
}

function listed(scene: Scene): readonly Competence[] {
  const { refs } = scene;
  return refs === undefined ? [] : competencesOf(refs.agency, unitAtWork(scene));
}

/** Competences in force on the day the scene looks from, of one matter or of any. */
function held(scene: Scene, item: string | undefined): readonly Competence[] {
  const on = dayOf(scene.asOf);
  return listed(scene).filter((one) => (item === undefined || one.item === item) && inForceOn(one, on));
}

function posted(scene: Scene): number {
  const officers = [...new Set(inputOf(scene).officers ?? [])];
  const { refs, asOf } = scene;
  return refs === undefined
    ? 0
    : officers.filter((officer) => rolesOn(refs.agency, officer, dayOf(asOf)).includes('handler')).length;
}
