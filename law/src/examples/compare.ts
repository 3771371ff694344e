import type { Obligation, Refusal } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { StepOutcome } from '../rehearsal/rehearsal.ts';
import type { ExampleText, OwedText } from './example-text.ts';

/** In what an act came out otherwise than the example says. Refusals and defects must be the very ones, no more. */
export function compareAct(
  text: ExampleText,
  outcome: Omit<StepOutcome, 'form'> | undefined,
): readonly string[] {
  if (outcome === undefined) return [];
  const { decision } = outcome;
  const { refused, done, defects, advised } = text.expect;
  if (refused !== undefined) {
    if ('streams' in decision) return ['本应拒绝，却办成了'];
    const left = [...decision.refusals];
    const missing = refused.filter((expected) => {
      const index = left.findIndex((one) => matches(expected, one));
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
    return [
      ...missing.map(
        (one) =>
          `没有拒绝 ${one.code}(${one.clause ?? '无条款'}${one.field === undefined ? '' : `,${one.field}`})`,
      ),
      ...left.map((one) => `多出拒绝 ${shown(one)}`),
    ];
  }
  if (advised !== undefined && 'streams' in decision) {
    const hints = decision.advice.map((one) => one.code).sort();
    const said = [...advised].sort();
    if (hints.join(' ') !== said.join(' ')) return [`提示应为“${said.join(' ')}”，实为“${hints.join(' ')}”`];
  }
  if (done === undefined) return [];
  if ('refusals' in decision) return decision.refusals.map((one) => `本应办成，却被拒 ${shown(one)}`);
  const found = decision.defects.map((defect) => defect.code).sort();
  const expected = [...(defects ?? [])].sort();
  return found.join(' ') === expected.join(' ')
    ? []
    : [`瑕疵应为“${expected.join(' ')}”，实为“${found.join(' ')}”`];
}

type RefusalText = NonNullable<ExampleText['expect']['refused']>[number];

function matches(expected: RefusalText, one: Refusal): boolean {
  if (expected.code !== one.code || (expected.effect ?? 'void') !== one.effect) return false;
  if (expected.field !== undefined && expected.field !== one.field) return false;
  if ((expected.borrowed === true) !== (one.borrowed !== undefined)) return false;
  return expected.clause === undefined ? one.clauses.length === 0 : one.clauses.includes(expected.clause);
}

function shown(one: Refusal): string {
  return `${one.borrowed === undefined ? '' : '参照 '}${one.effect} ${one.code}(${one.clauses.join('、')}${one.field === undefined ? '' : `,${one.field}`}):${one.because}`;
}

/** A moment as far as the example tells it: the day, or of a limit in hours the minute. */
function asSaid(said: string, moment: Instant): string {
  return said.includes('T') ? moment.slice(0, said.length) : dayOf(moment);
}

/** In what a date came out otherwise than the example says. */
export function compareOwed(expected: OwedText, row: Obligation | undefined): readonly string[] {
  if (row === undefined) return [`没有期限 ${expected.duty} ${expected.subject ?? ''}`];
  const kept = row.met === undefined ? false : row.met <= row.lawfulDue ? true : 'late';
  const lawful = expected.lawfulDue ?? expected.due;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['到期日', expected.due, asSaid(expected.due, row.due)],
    ['法定末日', lawful, asSaid(lawful, row.lawfulDue)],
    ...(expected.met === undefined ? [] : [['履行', expected.met, kept] as const]),
    ['暂定', expected.provisional ?? false, row.provisional],
    ['参照', expected.borrowed ?? false, row.derivation.readings.some((one) => one.borrowed !== undefined)],
    ['“届满不算逾期”', expected.lapses ?? false, row.lapses],
    ...(expected.owedBy === undefined ? [] : [['履行人', expected.owedBy, row.owedBy] as const]),
    ...(expected.act === undefined ? [] : [['履行的行为', expected.act, row.act] as const]),
    ...(expected.matter === undefined ? [] : [['审批的事项', expected.matter, row.matter] as const]),
    ...(expected.remind === undefined
      ? []
      : [['提醒日', expected.remind, asSaid(expected.remind, row.remind)] as const]),
    ...(expected.clauses === undefined
      ? []
      : [['条款', expected.clauses.join('、'), row.clauses.join('、')] as const]),
  ];
  return pairs
    .filter(([, said, found]) => said !== found)
    .map(([what, said, found]) => `${expected.duty} 的${what}应为 ${String(said)}，实为 ${String(found)}`);
}
