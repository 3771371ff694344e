import { inForceOn } from '../../authority/in-force.ts';
import { competencesOf } from '../../authority/competence.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, daysBetween, endOfDay, parseDay, parseInstant, startOfDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { answerTo, lateAnswerTo, takenOn } from '../measures/answer.ts';
import { liftingOf, measureOver, thingsOf } from '../measures/held-things.ts';
import { isSound } from '../keeping/admission.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { unitAtWork } from './of-unit.ts';
import { servedOn } from '../serving/effective.ts';
import { atEach, fact, happened, isBlank, no, ofForm } from './word.ts';

/** Words about each compulsory measure of the case, and about what is being filled in of one. */
export const ofMeasure: readonly FactDefinition[] = [
  ofEach('kind', 'enum', '强制措施的种类', 'case.take-measure', (one) => ({
    known: true,
    value: one.data.kind,
    since: one.at,
  })),
  ofEach('taken', 'bool', '采取强制措施', 'case.take-measure', happened),
  ofEach('sound', 'bool', '没有未补正的瑕疵', 'case.correct-entry', (one, { state, asOf }) => ({
    known: true,
    value: isSound(state, one, asOf),
  })),
  ofEach('takenUrgently', 'bool', '紧急采取强制措施', 'case.take-measure', (one) =>
    one.data.urgent ? happened(one) : no,
  ),
  // 第二十条: a person held in an emergency is answered for from the moment of return, which nobody but the record knows.
  ofEach('returned', 'bool', '紧急限制人身自由之后返回本机关', 'case.take-measure', (one) => {
    const at = parseInstant(one.record['restraint.returned-at']);
    return at === undefined ? no : { known: true, value: true, since: at };
  }),
  ofEach('reported', 'bool', '紧急采取之后已报告负责人', 'case.request-measure', (one, { state }) =>
    happened(entriesOf(state, 'measure-request').find((entry) => entry.data.measure === one.id)),
  ),
  ofEach('answeredLate', 'bool', '负责人已就紧急采取的措施作出答复', 'case.approve', (one, { state }) =>
    happened(lateAnswerTo(state, one.id)),
  ),
  ofEach('refusedLate', 'bool', '负责人认为不应当采取', 'case.approve', (one, { state }) => {
    const answer = lateAnswerTo(state, one.id);
    return answer?.data.opinion === 'disagree' ? happened(answer) : no;
  }),
  // The term the document gives, where it is shorter than that of the law; taken without one, what the record gives.
  ofEach('termDays', 'int', '决定书写明的日数', 'case.decide-measure', (one, { state }) => {
    const paper = one.data.decision === undefined ? undefined : entryById(state, one.data.decision);
    const until = paper?.kind === 'measure-decision' ? paper.data.until : parseDay(one.record['measure.end']);
    if (until === undefined) return unknownReading;
    const days = daysBetween(dayOf(one.at), until);
    return days < 1 ? unknownReading : { known: true, value: days, since: one.at };
  }),
  ofEach('extended', 'bool', '已批准延长', 'case.extend-measure', (one, { state }) =>
    happened(extensionOf(state, one.id)),
  ),
  ofEach('extensionDays', 'int', '批准延长的日数', 'case.extend-measure', (one, { state }) => {
    const extension = extensionOf(state, one.id);
    return extension === undefined
      ? unknownReading
      : { known: true, value: extension.data.days, since: extension.at };
  }),
  ofEach('extensionTold', 'bool', '已把延长书面告知当事人', 'case.serve', (one, scene) => {
    const extension = extensionOf(scene.state, one.id);
    return extension === undefined ? no : servedOn(scene, extension.id, one.data.party);
  }),
  ofEach('decisionServed', 'bool', '决定书已送达当事人', 'case.serve', (one, scene) =>
    one.data.decision === undefined ? no : servedOn(scene, one.data.decision, one.data.party),
  ),
  ofEach('liftingTold', 'bool', '已把解除通知当事人', 'case.serve', (one, scene) => {
    const lifting = liftingOf(scene.state, one.id);
    return lifting === undefined ? no : servedOn(scene, lifting.id, one.data.party);
  }),
  ofEach('testBegan', 'bool', '检测鉴定开始', 'case.exclude-test-time', (one, { state }) =>
    atEach(proven(state, one.id).map(({ from }) => startOfDay(from))),
  ),
  ofEach('testEnded', 'bool', '检测鉴定结束', 'case.record-expert-opinion', (one, { state }) =>
    atEach(proven(state, one.id).map(({ until }) => endOfDay(until))),
  ),
  ofEach('settled', 'bool', '已作出处理或者解除的决定', 'case.lift-measure', (one, { state }) => {
    const moments = [confiscationOf(state, one)?.at, measureOver(state, one)].filter(
      (moment) => moment !== undefined,
    );
    return atEach(moments.sort().slice(0, 1));
  }),
  ofEach('over', 'bool', '已解除或者处理完毕', 'case.lift-measure', (one, { state }) => {
    const over = measureOver(state, one);
    return over === undefined ? no : { known: true, value: true, since: over };
  }),
  ofEach('lifted', 'bool', '已解除', 'case.lift-measure', (one, { state }) =>
    happened(liftingOf(state, one.id)),
  ),
  ofEach('cleared', 'bool', '财物都有了去向', 'case.return-things', (one, { state }) => {
    const ends = thingsOf(state, one).map(({ fate }) => fate?.entry.at);
    const known = ends.filter((end) => end !== undefined).sort();
    if (known.length < ends.length) return no;
    return { known: true, value: true, since: known.at(-1) ?? one.at };
  }),
  ofEach(
    'concerned',
    'bool',
    '是本次所指的强制措施',
    undefined,
    (one, { act }) => {
      const input = (act?.input ?? {}) as { readonly measure?: unknown; readonly things?: unknown };
      const things = Array.isArray(input.things) ? (input.things as readonly unknown[]) : [];
      return {
        known: true,
        value:
          input.measure === one.id ||
          things.some((thing) => thingIn(thing)?.startsWith(`${one.id}/`) === true),
      };
    },
    true,
  ),
  ofForm('act.measureCompetent', 'bool', '本机关在这一事项上明文有这种措施的职权', (scene) => {
    const { kind } = told(scene);
    return kind === undefined ? unknownReading : { known: true, value: granted(scene).includes(kind) };
  }),
  ofForm('act.measureApproved', 'bool', '负责人在实施之前批准了对这名当事人的这种措施', (scene) =>
    approvedBefore(scene),
  ),
  ofForm('act.fundsTotal', 'money', '冻结的总额', (scene) => ({
    known: true,
    value: fundsTold(scene).reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  })),
  ofForm('act.fundsFrozenElsewhere', 'bool', '账户中有已被其他机关冻结的', (scene) => ({
    known: true,
    value: fundsTold(scene).some((one) => one.frozenElsewhere === true),
  })),
  ofAny('act.servesUnfrozen', 'bool', '所送达的是还没有实施的冻结决定书', (scene) => {
    const { document } = (scene.act?.input ?? {}) as { readonly document?: string };
    const paper = document === undefined ? undefined : entryById(scene.state, document);
    return {
      known: true,
      value:
        paper?.kind === 'measure-decision' &&
        paper.data.kind === 'freezing' &&
        !entriesOf(scene.state, 'measure').some(
          (one) => one.data.decision === paper.id && one.at <= scene.asOf,
        ),
    };
  }),
  ofForm('act.thingTotal', 'int', '清单的总件数', (scene) => ({
    known: true,
    value: thingsTold(scene).reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
  })),
  ofForm('act.thingsDecided', 'int', '决定书写明的件数', (scene) => {
    const count = paperOf(scene)?.data.count;
    return count === undefined ? unknownReading : { known: true, value: count };
  }),
  ofForm('act.thingLines', 'int', '清单的行数', (scene) => ({
    known: true,
    value: thingsTold(scene).length,
  })),
  ofForm('act.thingsDescribed', 'bool', '清单逐项写明状态和存放处', (scene) => ({
    known: true,
    value: thingsTold(scene).every((one) => !isBlank(one.condition) && !isBlank(one.place)),
  })),
  ofForm('act.thingsRelated', 'bool', '清单逐项写明与违法行为的关联', (scene) => ({
    known: true,
    value: thingsTold(scene).every((one) => !isBlank(one.relation)),
  })),
  ofForm('act.thingsNecessary', 'bool', '清单中有生活必需品', (scene) => ({
    known: true,
    value: thingsTold(scene).some((one) => one.necessity === true),
  })),
  ofForm('act.thingsSealedElsewhere', 'bool', '清单中有已被其他机关查封的', (scene) => ({
    known: true,
    value: thingsTold(scene).some((one) => one.sealedElsewhere === true),
  })),
  ofForm('act.signerCount', 'int', '签字的人数', (scene) => ({
    known: true,
    value: new Set(((scene.act?.input ?? {}) as { signers?: readonly string[] }).signers ?? []).size,
  })),
  ofForm('act.confiscationDecided', 'bool', '所处理的财物已由处罚决定没收', (scene) => ({
    known: true,
    value: measuresNamed(scene).every((one) => confiscationOf(scene.state, one) !== undefined),
  })),
  ofForm('act.thingsLifted', 'bool', '所退还的财物的措施已经解除', (scene) => ({
    known: true,
    value: measuresNamed(scene).every((one) => liftingOf(scene.state, one.id) !== undefined),
  })),
  ofForm('act.measureKinds', 'list', '所指财物的措施的种类', (scene) => ({
    known: true,
    value: measuresNamed(scene).map((one) => one.data.kind),
  })),
  ofForm('act.returnedInFull', 'bool', '退还的数量与清单一致', (scene) => ({
    known: true,
    value: returnsTold(scene).every(
      ({ thing, quantity }) => heldThing(scene.state, thing)?.line.quantity === quantity,
    ),
  })),
  ofForm('act.soldPaidBack', 'bool', '变卖了的已凭证退还全部价款', (scene) => ({
    known: true,
    value: returnsTold(scene).every(({ thing, money }) => {
      const price = heldThing(scene.state, thing)?.sale?.data.price;
      return price === undefined || ((money ?? 0) >= price && !isBlank(scene.act?.record['return.voucher']));
    }),
  })),
  ofForm('act.soldFor', 'int', '变卖所得占评估价的百分数', (scene) => {
    const percents = returnsTold(scene).flatMap(({ thing }) => {
      const { price, appraised } = heldThing(scene.state, thing)?.sale?.data ?? {};
      return price === undefined || appraised === undefined ? [] : [Math.floor((price * 100) / appraised)];
    });
    const [lowest] = percents.sort((a, b) => a - b);
    return lowest === undefined ? unknownReading : { known: true, value: lowest };
  }),
  ofAny('act.thingsUnaccounted', 'int', '移送清单没有列入或者没有写明不移送理由的财物项数', (scene) => {
    const { things = [] } = (scene.act?.input ?? {}) as {
      readonly things?: readonly { thing?: string; goes?: boolean; reason?: string }[];
    };
    const accounted = new Set(
      things.filter((one) => one.goes === true || !isBlank(one.reason)).map((one) => one.thing),
    );
    const open = entriesOf(scene.state, 'measure')
      .filter((one) => liftingOf(scene.state, one.id) === undefined)
      .flatMap((one) => thingsOf(scene.state, one))
      .filter((one) => one.fate === undefined && !accounted.has(one.id));
    return { known: true, value: open.length };
  }),
  ofAny('act.thingsGo', 'bool', '有随案移送的财物', (scene) => {
    const { things = [] } = (scene.act?.input ?? {}) as { readonly things?: readonly { goes?: boolean }[] };
    return { known: true, value: things.some((one) => one.goes === true) };
  }),
];

interface ThingTold {
  readonly quantity?: number;
  readonly condition?: string;
  readonly place?: string;
  readonly relation?: string;
  readonly necessity?: boolean;
  readonly sealedElsewhere?: boolean;
}

interface FundTold {
  readonly amount?: number;
  readonly frozenElsewhere?: boolean;
}

function fundsTold(scene: Scene): readonly FundTold[] {
  const { funds } = (scene.act?.input ?? {}) as { readonly funds?: unknown };
  return Array.isArray(funds) ? funds : [];
}

interface MeasureTold {
  readonly kind?: string;
  readonly party?: string;
  readonly decision?: string;
  readonly things?: readonly ThingTold[];
}

function told(scene: Scene): MeasureTold {
  return (scene.act?.input ?? {}) as MeasureTold;
}

function thingsTold(scene: Scene): readonly ThingTold[] {
  const { things } = told(scene);
  return Array.isArray(things) ? things : [];
}

function returnsTold(
  scene: Scene,
): readonly { readonly thing: string; readonly quantity?: number; readonly money?: number }[] {
  const { things } = (scene.act?.input ?? {}) as { readonly things?: unknown };
  return Array.isArray(things) ? things.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The id of a thing, named alone or in a row that says more of it. */
function thingIn(named: unknown): string | undefined {
  if (typeof named === 'string') return named;
  const { thing } = (named ?? {}) as { readonly thing?: unknown };
  return typeof thing === 'string' ? thing : undefined;
}

function measuresNamed(scene: Scene): readonly EntryOf<'measure'>[] {
  const { things, measure } = (scene.act?.input ?? {}) as { things?: unknown; measure?: unknown };
  const ids = (Array.isArray(things) ? things : []).map((one) => thingIn(one)?.split('/')[0]);
  return entriesOf(scene.state, 'measure').filter((one) => one.id === measure || ids.includes(one.id));
}

function heldThing(state: CaseState, id: string) {
  const measure = entryById(state, id.split('/')[0] ?? '');
  return measure?.kind === 'measure' ? thingsOf(state, measure).find((one) => one.id === id) : undefined;
}

function paperOf(scene: Scene): EntryOf<'measure-decision'> | undefined {
  const { decision } = told(scene);
  const entry = decision === undefined ? undefined : entryById(scene.state, decision);
  return entry?.kind === 'measure-decision' ? entry : undefined;
}

/** Agreed to before, for this party and this measure, and not used for another one. */
function approvedBefore(scene: Scene): Reading {
  const { state, again } = scene;
  const asked = paperOf(scene)?.data.request;
  const answer = asked === undefined ? undefined : answerTo(state, asked);
  if (asked === undefined || answer?.data.opinion !== 'agree') return no;
  const used = takenOn(state, asked);
  return used === undefined || used.id === again?.id ? happened(answer) : no;
}

/** Kinds of measures that those competent for the matter of the case have been given expressly. */
function granted(scene: Scene): readonly string[] {
  const { state, refs, asOf } = scene;
  if (refs === undefined) return [];
  const item = filingOf(state)?.data.item;
  return competencesOf(refs.agency, unitAtWork(scene))
    .filter((one) => inForceOn(one, dayOf(asOf)) && (item === undefined || one.item === item))
    .flatMap(({ measures }) => measures ?? []);
}

function extensionOf(state: CaseState, measure: string): EntryOf<'measure-extension'> | undefined {
  return entriesOf(state, 'measure-extension').find((entry) => entry.data.measure === measure);
}

/** The decision in force that confiscates the property of the party whose things are held. */
function confiscationOf(state: CaseState, measure: EntryOf<'measure'>): EntryOf<'decision'> | undefined {
  const decision = decisionOf(state);
  return decision?.data.sanctions.some(
    (one) => one.party === measure.data.party && one.kind === 'confiscation-of-property',
  ) === true && decision.at >= measure.at
    ? decision
    : undefined;
}

/**
 * Tests that the party was told of in writing, each with the day on which it really was over: the conclusion came on
 * that day, or the day that was told, whichever is the earlier.
 */
function proven(state: CaseState, measure: string): readonly { readonly from: Day; readonly until: Day }[] {
  return entriesOf(state, 'measure-exclusion')
    .filter((entry) => entry.data.measure === measure && entry.defects.length === 0)
    .filter(({ record }) => !isBlank(record['test.told']) && !isBlank(record['test.told-proof']))
    .flatMap(({ data }) => {
      const concluded = entriesOf(state, 'expert-opinion').find(
        (entry) => entry.data.entrustment === data.entrustment,
      );
      const day = concluded === undefined ? data.until : dayOf(concluded.at);
      const until = day < data.until ? day : data.until;
      return until < data.from ? [] : [{ from: data.from, until }];
    });
}

function ofEach(
  word: string,
  type: FactDefinition['type'],
  label: string,
  settledBy: string | undefined,
  read: (measure: EntryOf<'measure'>, scene: Scene) => Reading,
  ofInput = false,
): FactDefinition {
  return fact(
    `measure.${word}`,
    'measure',
    type,
    label,
    settledBy,
    (scene, subject) => {
      const entry = entryById(scene.state, subject.id);
      return entry?.kind === 'measure' ? read(entry, scene) : unknownReading;
    },
    ofInput,
  );
}

/** Said of the file as well, before anything is filled in: most files hold no thing and no document of the kind. */
function ofAny(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (scene: Scene) => Reading,
): FactDefinition {
  return fact(id, 'act', type, label, undefined, read, true);
}
