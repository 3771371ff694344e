import type { Findings } from '@zhaozhang/api/contract';
import { numbersOf } from '../parts/numbers-of.ts';
import { openings } from '../pages/openings.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';

/** One thing to go to. */
export interface Destination {
  readonly label: string;
  readonly note?: string;
  readonly href: string;
}

export interface DestinationGroup {
  readonly label: string;
  readonly of: readonly Destination[];
}

const everywhere: readonly Destination[] = [
  ...openings.map(({ act, label }) => ({
    label,
    href: hrefOf({ page: 'new-case', ...(act === undefined ? {} : { act }) }),
  })),
  { label: '待办', href: hrefOf({ page: 'worklist' }) },
  { label: '案件', href: hrefOf({ page: 'cases' }) },
  { label: '本人承办的案件', href: hrefOf({ page: 'cases', handler: 'me' }) },
  { label: '有逾期的案件', href: hrefOf({ page: 'cases', late: '1' }) },
  { label: '机关事务', href: hrefOf({ page: 'agency' }) },
  { label: '账户', href: hrefOf({ page: 'account' }) },
  { label: '律例', href: hrefOf({ page: 'law' }) },
  { label: '参数', href: hrefOf({ page: 'law-params' }) },
  { label: '比较规定', href: hrefOf({ page: 'law-comparison' }) },
  { label: '启用规则包', href: hrefOf({ page: 'law-binding' }) },
  { label: '自定取值和启用准备', href: hrefOf({ page: 'law-own' }) },
  { label: '工作日日历', href: hrefOf({ page: 'law-calendar' }) },
];

/**
 * Everything the words lead to: acts of the open page first, since that is what is at hand, then pages, then what the
 * server found.
 */
export function destinationsOf(
  text: string,
  atHand: readonly Destination[],
  found: Findings | undefined,
): readonly DestinationGroup[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const holds = ({ label }: Destination): boolean => words.every((word) => label.includes(word));
  const groups = [
    { label: '本案可以办的', of: atHand.filter(holds) },
    {
      label: '案件',
      of: (found?.cases ?? []).map((row) => ({
        label: row.title,
        note: [numbersOf(row), row.parties.join('、'), row.found?.text ?? ''].filter(Boolean).join(' · '),
        href: hrefOf({
          page: 'case',
          id: caseIdOf(row.stream),
          ...(row.found === undefined ? {} : { entry: row.found.entry }),
        }),
      })),
    },
    {
      label: '条款',
      of: (found?.clauses ?? []).map(({ id, cite, gist }) => ({
        label: cite,
        note: gist,
        href: hrefOf({ page: 'law-clause', id }),
      })),
    },
    {
      label: '人员',
      of: (found?.people ?? []).map(({ id, name, unit, cases }) => ({
        label: name,
        note: `${unit}，承办 ${cases} 件`,
        href: hrefOf({ page: 'cases', handler: id }),
      })),
    },
    { label: '去往', of: everywhere.filter(holds) },
  ];
  return groups.filter((group) => group.of.length > 0);
}
