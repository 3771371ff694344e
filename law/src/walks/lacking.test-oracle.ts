import type { DomainEvent } from '@zhaozhang/core';

/**
 * A second opinion on whether a penalty was lawful: it knows nothing of rules, packs or facts and reads only what has
 * happened, one after the other. Kept short enough to be read beside the statute (处罚法第四十二条至第六十三条); where it
 * and the rules disagree, one of them is wrong.
 */

/** What the reader must be told from outside. */
export interface Known {
  /** Which days are worked. */
  readonly isWorkday: (day: string) => boolean;
  /** Sums of the summary procedure, in fen. */
  readonly summaryLimit: { readonly person: number; readonly organisation: number };
  /** Kinds of penalty that make a breach a grave one (处罚法第六十三条), so that the leaders discuss it. */
  readonly graveKinds: readonly string[];
  /** Days from filing to the decision (处罚法第六十条). */
  readonly daysToDecide: number;
  /** Elements of a violation, each of which is to be clear (处罚法第四十条). */
  readonly elements: readonly string[];
  /** What local measures ask beyond the statute; nothing where none bind the agency. */
  readonly local: {
    /** Opinions that lead up to the approval, in order (全过程记录办法第三十三条). */
    readonly opinions: readonly string[];
    /** A late decision needs a reason written by the head (过错责任追究办法第二十条). */
    readonly lateness: boolean;
    /** What has passed the legal review is discussed by the leaders (法制审核办法第八条). */
    readonly discussion: boolean;
  };
}

interface Input {
  readonly [key: string]: unknown;
}
type Told = DomainEvent<Input>;

/** Everything that was lacking when the last event of a case was a decision; empty where nothing was. */
export function lacking(agency: readonly Told[], file: readonly Told[], known: Known): readonly string[] {
  const decided = file.at(-1);
  if (decided?.type === 'case.on-spot-decided') return lackingOnSpot(agency, decided, known);
  if (decided?.type !== 'case.decided' || decided.input['outcome'] !== 'penalty') return [];
  const before = file.slice(0, -1).filter((one) => one.at <= decided.at);
  const of = (type: string) => before.filter((one) => one.type === type);
  const sanctioned = [...new Set(sanctionsOf(decided).map((one) => one.party))];
  const faults: string[] = [];
  if (of('case.filed').length === 0) faults.push('没有立案');
  const handlers = (of('case.handlers-assigned').at(-1)?.input['officers'] ?? []) as readonly string[];
  if (handlers.length < 2) faults.push('承办人不足两人');
  if (handlers.some((id) => !isCertified(agency, id, decided.at))) faults.push('承办人没有有效证件');
  for (const party of sanctioned) {
    const notice = of('case.notice-given').findLast((one) => lists(one.input['parties'], party));
    const service = of('case.served').find(
      (one) =>
        notice !== undefined &&
        one.input['document'] === notice.actId &&
        one.input['party'] === party &&
        one.defects === undefined,
    );
    if (notice === undefined) faults.push('没有告知');
    else if (service === undefined) faults.push('告知书没有送达');
    else if (!defenceOver(before, notice, service, party, decided.at, known)) faults.push('陈述申辩期限未满');
    if (notice !== undefined && !heard(before, notice, party)) faults.push('要求了听证而没有听证');
  }
  if (!approved(agency, before, decided, known.local.opinions)) faults.push('没有逐级审批');
  if (standsStill(before)) faults.push('案件正在中止');
  if (!reviewed(before)) faults.push('重大决定没有通过法制审核');
  if (!discussed(before, decided, known)) faults.push('没有集体讨论');
  if (known.local.lateness && isLate(before, decided, known) && of('case.lateness-explained').length === 0)
    faults.push('逾期而没有写明原因');
  const evidence = (decided.input['evidence'] ?? []) as readonly string[];
  if (evidence.length === 0) faults.push('没有证据');
  if (evidence.some((id) => !foundTrue(before, id))) faults.push('证据没有查证属实');
  const concluded = of('case.investigation-concluded').at(-1);
  if (concluded === undefined) faults.push('调查没有终结');
  else if (known.elements.some((element) => !foundClear(concluded, element))) faults.push('事实没有查清');
  if (!heardBeforeReview(before)) faults.push('听证之后没有再审');
  return [...new Set(faults)];
}

function lackingOnSpot(agency: readonly Told[], decided: Told, known: Known): readonly string[] {
  const officers = (decided.input['officers'] ?? []) as readonly string[];
  const [party] = (decided.input['parties'] ?? []) as readonly { readonly kind: string }[];
  const limit = party?.kind === 'person' ? known.summaryLimit.person : known.summaryLimit.organisation;
  const faults: string[] = [];
  if (officers.length < 2) faults.push('执法人员不足两人');
  if (officers.some((id) => !isCertified(agency, id, decided.at))) faults.push('执法人员没有有效证件');
  for (const one of (decided.input['sanctions'] ?? []) as readonly { kind: string; amount?: number }[]) {
    if (!['fine', 'warning'].includes(one.kind)) faults.push('当场给予了罚款、警告以外的处罚');
    if ((one.amount ?? 0) > limit) faults.push('超过当场罚款的限额');
  }
  return [...new Set(faults)];
}

function sanctionsOf(event: Told): readonly { readonly party: string; readonly kind: string }[] {
  return (event.input['sanctions'] ?? []) as readonly { party: string; kind: string }[];
}

function lists(value: unknown, one: string): boolean {
  return Array.isArray(value) && value.includes(one);
}

interface Element {
  readonly element: string;
  readonly finding: string;
  readonly evidence: readonly string[];
}

function elementsOf(concluded: Told): readonly Element[] {
  return (concluded.input['elements'] ?? []) as readonly Element[];
}

/** Looked into by name, or something was found clear on it when the investigation was concluded. */
function foundTrue(before: readonly Told[], id: string): boolean {
  return before.some((one) =>
    one.type === 'case.evidence-verified'
      ? lists(one.input['evidence'], id)
      : one.type === 'case.investigation-concluded' &&
        elementsOf(one).some(({ evidence }) => evidence.includes(id)),
  );
}

function foundClear(concluded: Told, element: string): boolean {
  return elementsOf(concluded).some(
    (one) => one.element === element && one.finding === 'clear' && one.evidence.length > 0,
  );
}

/** A review says nothing of a hearing that came after it. */
function heardBeforeReview(before: readonly Told[]): boolean {
  const held = before.findLast((one) => one.type === 'case.hearing-held' && one.defects === undefined);
  const concluded = before.findLast((one) => one.type === 'case.review-concluded');
  return held === undefined || concluded === undefined || concluded.at > held.at;
}

/** Said in a way that can be shown, and of the very right to be heard (处罚法第六十二条但书). */
function expressly(waiver: Told): boolean {
  const { record } = waiver;
  const named = ['statement-and-defence', 'all'].includes(String(record['waiver.rights']));
  const shown =
    record['waiver.proof'] === 'own-act'
      ? record['waiver.trace'] !== undefined
      : ['signed', 'recording'].includes(String(record['waiver.proof'])) &&
        record['waiver.document'] !== undefined;
  return named && shown;
}

function isCertified(agency: readonly Told[], officer: string, at: string): boolean {
  const day = at.slice(0, 10);
  const entry = agency.findLast(
    (one) => one.type === 'agency.officer-registered' && one.input['id'] === officer,
  );
  const certificates = (entry?.input['certificates'] ?? []) as readonly { from: string; until: string }[];
  return certificates.some((one) => one.from <= day && day <= one.until);
}

function heads(agency: readonly Told[], officer: string | undefined, at: string): boolean {
  const day = at.slice(0, 10);
  return agency.some(
    (one) =>
      one.type === 'agency.appointed' &&
      one.input['officer'] === officer &&
      one.input['role'] === 'agency-head' &&
      String(one.input['from']) <= day &&
      (one.input['until'] === undefined || day <= String(one.input['until'])),
  );
}

/** The days the notice itself grants, counted in working days from the day after service; or waived. */
function defenceOver(
  before: readonly Told[],
  notice: Told,
  service: Told,
  party: string,
  at: string,
  known: Known,
): boolean {
  const waived = before.some(
    (one) =>
      one.type === 'case.statement-recorded' &&
      one.input['party'] === party &&
      one.input['waives'] === true &&
      expressly(one) &&
      one.at >= notice.at,
  );
  if (waived) return true;
  let left = Number(notice.input['defenceDays']);
  let day = service.at.slice(0, 10);
  while (left > 0) {
    day = nextDay(day);
    if (known.isWorkday(day)) left -= 1;
  }
  return at.slice(0, 10) > day;
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Whoever asked for a hearing after the notice, or was invited to one, had it, gave it up or was refused it. */
function heard(before: readonly Told[], notice: Told, party: string): boolean {
  const since = before.filter((one) => one.at >= notice.at);
  const called = since.findLast((one) =>
    one.type === 'case.hearing-requested'
      ? one.input['party'] === party
      : one.type === 'case.hearing-notified' && lists(one.input['parties'], party),
  );
  if (called === undefined) return true;
  const answered = ['case.hearing-waived', 'case.hearing-request-rejected', 'case.hearing-terminated'];
  return since.some((one) => {
    if (one.at < called.at) return false;
    if (answered.includes(one.type)) return one.input['party'] === party;
    const invitation = since.find((other) => other.actId === one.input['notice']);
    return one.type === 'case.hearing-held' && lists(invitation?.input['parties'], party);
  });
}

/** Each opinion agreed, the last one a head's, after everything the decision rests on had come into the file. */
function approved(
  agency: readonly Told[],
  before: readonly Told[],
  decided: Told,
  opinions: readonly string[],
): boolean {
  const restsOn = [
    'case.notice-given',
    'case.interview-recorded',
    'case.evidence-verified',
    'case.investigation-concluded',
    'case.statement-recorded',
    'case.hearing-held',
    'case.discussion-recorded',
    'case.review-concluded',
  ];
  const changed = before.findLastIndex((one) => restsOn.includes(one.type));
  // 撤回审批: whoever takes an opinion back leaves all of them to be given again, from that one on.
  const takenBack = (place: number): number =>
    before.findLastIndex(
      (one) =>
        one.type === 'case.approval-recalled' &&
        one.input['matter'] === 'decision' &&
        opinions.indexOf(String(one.input['step'] ?? 'head')) <= place,
    );
  const given = opinions.map((step) =>
    before.findLastIndex(
      (one) =>
        one.type === 'case.approved' &&
        one.input['matter'] === 'decision' &&
        (one.input['step'] ?? 'head') === step &&
        (step !== 'head' || heads(agency, one.by.officer, one.at)),
    ),
  );
  return given.every((index, place) => {
    const approval = before[index];
    return (
      approval?.input['opinion'] === 'agree' &&
      approval.at <= decided.at &&
      index > Math.max(changed, takenBack(place), ...given.slice(0, place))
    );
  });
}

/** Suspended and not gone on with since. */
function standsStill(before: readonly Told[]): boolean {
  const last = before.findLast((one) => ['case.suspended', 'case.resumed'].includes(one.type));
  return last?.type === 'case.suspended';
}

/** Discussed by two leaders who all signed, to the very outcome decided, where the breach is complex or grave. */
function discussed(before: readonly Told[], decided: Told, known: Known): boolean {
  const judged = before.findLast((one) => one.type === 'case.major-judged');
  const major = (judged?.input['grounds'] ?? []) as readonly string[];
  const due =
    major.includes('complex') ||
    (known.local.discussion && major.length > 0) ||
    sanctionsOf(decided).some((one) => known.graveKinds.includes(one.kind));
  if (!due) return true;
  const concluded = before.findLastIndex((one) => one.type === 'case.review-concluded');
  const held = before
    .slice(known.local.discussion ? concluded + 1 : 0)
    .findLast((one) => one.type === 'case.discussion-recorded' && one.defects === undefined);
  const present = (held?.input['participants'] ?? []) as readonly { readonly signed?: boolean }[];
  return present.length > 1 && present.every((one) => one.signed === true);
}

/** The last day is moved to the next working day (处罚法第八十五条). */
function isLate(before: readonly Told[], decided: Told, known: Known): boolean {
  const filed = before.find((one) => one.type === 'case.filed');
  if (filed === undefined) return false;
  let last = filed.at.slice(0, 10);
  for (let day = 0; day < known.daysToDecide; day++) last = nextDay(last);
  while (!known.isWorkday(last)) last = nextDay(last);
  return decided.at.slice(0, 10) > last;
}

/** Where the case was found to be major, the last review agreed; an agreement given late or with other opinions is none. */
function reviewed(before: readonly Told[]): boolean {
  const judged = before.findLast((one) => one.type === 'case.major-judged');
  if (judged === undefined || ((judged.input['grounds'] ?? []) as readonly string[]).length === 0)
    return true;
  const sent = before.findLastIndex((one) =>
    ['case.review-submitted', 'case.reexamination-requested'].includes(one.type),
  );
  const concluded = before.slice(sent + 1).findLast((one) => one.type === 'case.review-concluded');
  return sent >= 0 && lists(concluded?.input['opinions'], 'agree');
}
