import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { addDays, dayOf, daysBetween, endOfDay, parseDay, startOfDay } from '../../time/index.ts';
import type { Day, Instant } from '../../time/index.ts';
import { kindWith } from '../kind.ts';
import {
  acceptanceOf,
  acceptanceRefusalOf,
  answerTo,
  forwardingOf,
  applicationOf,
  licenseApplicationOf,
  examinationsOf,
  materialsListed,
  receiptFor,
} from '../licensing/applying.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';
import { atEach, fact, happened, lastOf, no } from './word.ts';

/** Words about an application, from its receipt to its examination. */
export const ofLicensing: readonly FactDefinition[] = [
  fact('case.kind', 'case', 'enum', '执法的种类', undefined, ({ state, asked }) => {
    const kind = kindWith(state, asked);
    if (kind === undefined) return unknownReading;
    const [first] = state.entries;
    return { known: true, value: kind, ...(first === undefined ? {} : { since: first.at }) };
  }),
  fact('case.applicationRegistered', 'case', 'bool', '已登记申请', 'case.register-application', ({ state }) =>
    happened(applicationOf(state)),
  ),
  ofApplication('case.licensingWay', 'enum', '办理方式', (data) => data.way),
  ofApplication('case.applicationType', 'enum', '申请类型', (data) => data.type),
  // As moments, so that a limit can begin on the day of the one and a refusal can be asked whether it came after another.
  at('case.receivedAt', '收到申请', 'case.register-application', applicationOf),
  at('case.acceptedAt', '受理', 'case.accept-application', acceptanceOf),
  at('case.answeredAt', '首次答复申请人', 'case.notify-supplement', answerTo),
  fact('case.applicationAnswered', 'case', 'bool', '已答复申请人', 'case.notify-supplement', ({ state }) =>
    happened(answerTo(state)),
  ),
  fact('case.applicationAccepted', 'case', 'bool', '已受理申请', 'case.accept-application', ({ state }) =>
    happened(acceptanceOf(state)),
  ),
  fact('case.acceptanceRefused', 'case', 'bool', '已不予受理', 'case.refuse-acceptance', ({ state }) =>
    happened(acceptanceRefusalOf(state)),
  ),
  fact('case.supplementNotified', 'case', 'bool', '已告知补正', 'case.notify-supplement', ({ state }) =>
    happened(entriesOf(state, 'supplement-notice')[0]),
  ),
  fact(
    'case.supplementComplete',
    'case',
    'bool',
    '已按要求补齐全部材料',
    'case.record-supplement',
    ({ state }) => supplementComplete(state),
  ),
  fact(
    'case.materialsComplete',
    'case',
    'bool',
    '申请材料齐全或者已按要求补齐',
    'case.record-supplement',
    ({ state }) => {
      const application = applicationOf(state);
      if (application === undefined) return no;
      const lacking = application.data.materials.some((one) => one.state !== 'complete');
      if (!lacking) return happened(application);
      const mended = supplementComplete(state);
      return mended.known && mended.value === true ? mended : slipsOnly(state);
    },
  ),
  fact('case.receiptIssued', 'case', 'bool', '已出具书面凭证', 'case.issue-receipt', ({ state }) => {
    const told = acceptanceOf(state) ?? acceptanceRefusalOf(state);
    return told === undefined ? no : happened(receiptFor(state, told.id));
  }),
  fact('case.applicationExamined', 'case', 'bool', '已审查', 'case.examine-application', ({ state }) =>
    happened(examinationsOf(state)[0]),
  ),
  fact(
    'case.siteExamined',
    'case',
    'bool',
    '核查过申请材料的实质内容',
    'case.examine-application',
    ({ state }) => happened(examinationsOf(state).find(({ data }) => data.manner === 'on-site')),
  ),
  fact(
    'case.siteExaminedSoundly',
    'case',
    'bool',
    '核查由足够的人员进行',
    'case.examine-application',
    ({ state }) =>
      happened(
        examinationsOf(state).find(({ data, defects }) => data.manner === 'on-site' && defects.length === 0),
      ),
  ),
  fact(
    'case.concernsOthers',
    'case',
    'enum',
    '许可是否直接关系他人重大利益',
    'case.examine-application',
    ({ state }) => {
      const last = examinationsOf(state).findLast(
        ({ record }) => typeof record['examination.others'] === 'string',
      );
      return last === undefined
        ? unknownReading
        : { known: true, value: last.record['examination.others'] ?? '', since: last.at };
    },
  ),
  fact('case.interestedInformed', 'case', 'bool', '已告知利害关系人', 'case.inform-interested', ({ state }) =>
    happened(entriesOf(state, 'interest-notice')[0]),
  ),
  fact(
    'case.interestedHeard',
    'case',
    'bool',
    '已告知利害关系人并逐人听取意见',
    'case.record-views',
    ({ state }) => {
      const persons = entriesOf(state, 'interest-notice').flatMap(({ data }) => data.persons);
      return lastOf(
        persons.map(({ id }) => entriesOf(state, 'interest-view').find(({ data }) => data.person === id)),
      );
    },
  ),
  // Two clocks side by side (第四十三条): the one below from its own acceptance, the one above from what it was handed.
  fact('case.forwarded', 'case', 'bool', '已报送上级机关', 'case.forward-application', ({ state }) =>
    happened(forwardingOf(state)),
  ),
  fact(
    'case.acceptedBelowAt',
    'case',
    'instant',
    '下级机关受理之日',
    'case.register-application',
    ({ state }) => {
      const day = licenseApplicationOf(state)?.data.acceptedBelowOn;
      return day === undefined
        ? unknownReading
        : { known: true, value: startOfDay(day), since: startOfDay(day) };
    },
  ),
  fact(
    'case.firstExamined',
    'case',
    'bool',
    '下级机关已审查完毕并报送',
    'case.forward-application',
    ({ state }) => {
      const application = licenseApplicationOf(state);
      return happened(
        forwardingOf(state) ?? (application?.data.firstExaminer === undefined ? undefined : application),
      );
    },
  ),
  fact(
    'case.receivedFromBelow',
    'case',
    'bool',
    '已收到下级机关的初审意见',
    'case.register-application',
    ({ state }) => {
      const application = licenseApplicationOf(state);
      return application?.data.firstExaminer === undefined ? no : happened(application);
    },
  ),
  fact(
    'case.receivedWhole',
    'case',
    'bool',
    '已收到下级机关的初审意见和全部材料',
    'case.register-application',
    ({ state }) => {
      const application = licenseApplicationOf(state);
      return application?.data.firstExaminer !== undefined &&
        application.data.materials.every((one) => one.state === 'complete')
        ? happened(application)
        : no;
    },
  ),
  // The first minute of the first day and of the day after the last: those days, and no others, are left out.
  fact('case.timeExcludedFrom', 'case', 'bool', '不计入的时间开始', 'case.exclude-time', ({ state }) =>
    eachMoment(state, ({ from }) => startOfDay(from)),
  ),
  fact('case.timeExcludedTo', 'case', 'bool', '不计入的时间结束', 'case.exclude-time', ({ state }) =>
    eachMoment(state, ({ to }) => endOfDay(to)),
  ),
  fact('case.licensingExtended', 'case', 'bool', '已批准延长审查期限', 'case.extend-licensing', ({ state }) =>
    happened(entriesOf(state, 'licensing-extension')[0]),
  ),
  fact('case.extensionDays', 'case', 'int', '批准延长的日数', 'case.extend-licensing', ({ state }) => {
    const [extension] = entriesOf(state, 'licensing-extension');
    return extension === undefined
      ? unknownReading
      : { known: true, value: extension.data.days, since: extension.at };
  }),
  fact('case.renewalAsked', 'case', 'bool', '已申请延续许可', 'case.register-application', ({ state }) => {
    const application = licenseApplicationOf(state);
    return application?.data.type === 'renewal' ? happened(application) : no;
  }),
  fact(
    'case.daysToExpiry',
    'case',
    'int',
    '收到延续申请至有效期末日的日数',
    'case.register-application',
    ({ state }) => {
      const application = licenseApplicationOf(state);
      const days =
        application?.data.expiresOn === undefined
          ? 0
          : daysBetween(dayOf(application.at), application.data.expiresOn);
      return application === undefined || days < 1
        ? unknownReading
        : { known: true, value: days, since: application.at };
    },
  ),
  fact('case.barredGround', 'case', 'enum', '此前申请的情形', 'case.register-application', ({ state }) =>
    recorded(state, 'application.earlier', 'none'),
  ),
  fact(
    'case.barredCategory',
    'case',
    'enum',
    '申请的事项直接关系公共安全或者人身健康或者财产安全',
    'case.register-application',
    ({ state }) => recorded(state, 'application.sensitive', 'no'),
  ),
  fact(
    'case.barredSince',
    'case',
    'instant',
    '此前处理决定之日',
    'case.register-application',
    ({ state }) => {
      const day = parseDay(applicationOf(state)?.record['application.earlier-day']);
      return day === undefined
        ? unknownReading
        : // A limit counts from the day after; a bar that ends with the same day of a later year is over on that day.
          { known: true, value: startOfDay(addDays(day, -1)), since: startOfDay(addDays(day, -1)) };
    },
  ),
  // A second notice is the head's; the first is anybody's at the counter. So it is a word about the act, not a post.
  fact('act.byAgencyHead', 'act', 'bool', '由机关负责人办理', undefined, ({ actor }) =>
    actor === undefined ? unknownReading : { known: true, value: actor.roles.includes('agency-head') },
  ),
  fact(
    'act.extraMaterials',
    'act',
    'int',
    '目录以外而没有写明依据的补正项数',
    undefined,
    (scene) => ({ known: true, value: unfounded(scene).length }),
    true,
  ),
  fact(
    'act.repeatedMaterials',
    'act',
    'int',
    '已经收到而又要求提交的材料数',
    undefined,
    (scene) => {
      const received = new Set(
        (applicationOf(scene.state)?.data.materials ?? [])
          .filter((one) => one.state === 'complete')
          .map(({ name }) => name),
      );
      return { known: true, value: asked(scene).filter(({ material }) => received.has(material)).length };
    },
    true,
  ),
  fact(
    'act.mendableMaterials',
    'act',
    'int',
    '要求补正的材料中可以当场更正的项数',
    undefined,
    (scene) => {
      const mendable = new Set(
        (applicationOf(scene.state)?.data.materials ?? [])
          .filter((one) => one.state === 'mendable')
          .map(({ name }) => name),
      );
      return { known: true, value: asked(scene).filter(({ material }) => mendable.has(material)).length };
    },
    true,
  ),
  fact(
    'act.daysToExpiry',
    'act',
    'int',
    '申请之日至现有证件有效期末日的日数',
    undefined,
    (scene) => {
      const day = parseDay((scene.act?.input as { expiresOn?: unknown } | undefined)?.expiresOn);
      return day === undefined ? unknownReading : { known: true, value: daysBetween(dayOf(scene.asOf), day) };
    },
    true,
  ),
];

interface Asked {
  readonly material: string;
  readonly basis?: string;
}

function asked(scene: Scene): readonly Asked[] {
  const { items } = (scene.act?.input ?? {}) as { items?: unknown };
  return Array.isArray(items) ? (items as readonly Asked[]) : [];
}

/** Demands beyond the published list for which no article is named. */
function unfounded(scene: Scene): readonly Asked[] {
  const listed = materialsListed(scene.state);
  return asked(scene).filter(({ material, basis }) => !listed.includes(material) && basis === undefined);
}

/** Everything asked for, in however many notices, has come: since the last of it did. */
function supplementComplete(state: CaseState): Reading {
  const wanted = entriesOf(state, 'supplement-notice').flatMap(({ data }) =>
    data.items.map(({ material }) => material),
  );
  return lastOf(
    wanted.map((material) =>
      entriesOf(state, 'supplement').find(({ data }) => data.materials.includes(material)),
    ),
  );
}

/** Where nothing was lacking but slips that were mended on the spot: since the last was. */
function slipsOnly(state: CaseState): Reading {
  const lacking = applicationOf(state)?.data.materials.filter((one) => one.state !== 'complete') ?? [];
  return lacking.every((one) => one.state === 'mendable')
    ? happened(entriesOf(state, 'application-correction').at(-1))
    : no;
}

function eachMoment(
  state: CaseState,
  momentOf: (data: { readonly from: Day; readonly to: Day }) => Instant,
): Reading {
  // Time of which the applicant was not told in writing is not left out.
  return atEach(
    entriesOf(state, 'time-exclusion')
      .filter(({ defects }) => defects.length === 0)
      .map(({ data }) => momentOf(data)),
  );
}

/** What the registration says of it; silence says there is nothing of the kind. */
function recorded(state: CaseState, field: string, otherwise: string): Reading {
  const application = applicationOf(state);
  return application === undefined
    ? unknownReading
    : { known: true, value: application.record[field] ?? otherwise, since: application.at };
}

function ofApplication(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (data: NonNullable<ReturnType<typeof licenseApplicationOf>>['data']) => string,
): FactDefinition {
  return fact(id, 'case', type, label, 'case.register-application', ({ state }) => {
    const application = licenseApplicationOf(state);
    return application === undefined
      ? unknownReading
      : { known: true, value: read(application.data), since: application.at };
  });
}

function at(
  id: string,
  label: string,
  settledBy: string,
  read: (state: CaseState) => AnyEntry | undefined,
): FactDefinition {
  return fact(id, 'case', 'instant', label, settledBy, ({ state }) => {
    const entry = read(state);
    return entry === undefined ? unknownReading : { known: true, value: entry.at, since: entry.at };
  });
}
