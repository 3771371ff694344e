import { codeLabel, partnersOf } from '@zhaozhang/core';
import type { CaseState, Law, Partner } from '@zhaozhang/core';
import { formatDay, parseDay } from '@zhaozhang/core/time';
import type { CaseView } from '../contract/index.ts';

/** Agencies that enforce together with this one: whose matter is what, who was sent, what came of it there. */
export function partnersShown(state: CaseState, law: Law): NonNullable<CaseView['partners']> {
  return partnersOf(state).map((partner) => ({
    id: partner.id,
    name: partner.name,
    ...(partner.role === undefined ? {} : { role: codeLabel(law, 'joint-role', partner.role) }),
    matters: [...partner.matters],
    ours: [...partner.ours],
    people: partner.people.map(({ name, certificate }) => `${name}（${certificate}）`),
    ...(partner.document === undefined ? {} : { document: partner.document }),
    joined: partner.joinedAt,
    ...(partner.left === undefined
      ? {}
      : { left: { at: partner.left.at, reason: partner.left.data.reason } }),
    ...(partner.result === undefined
      ? {}
      : { result: { entry: partner.result.id, text: resultText(partner.result, law) } }),
  }));
}

function resultText({ data }: NonNullable<Partner['result']>, law: Law): string {
  const on = parseDay(data.decidedOn);
  return [
    codeLabel(law, 'partner-outcome', data.outcome),
    ...(on === undefined ? [] : [formatDay(on, { withYear: true })]),
    ...(data.number === undefined ? [] : [data.number]),
    ...(data.reason === undefined ? [] : [data.reason]),
  ].join('，');
}
