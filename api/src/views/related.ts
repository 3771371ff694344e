import { codeLabel } from '@zhaozhang/core';
import type { CaseState, Law } from '@zhaozhang/core';
import type { CaseView } from '../contract/index.ts';

/** Other cases this one has to do with, in the order they came to: each by its number, with what it is to this one. */
export function relatedCases(state: CaseState, law: Law): NonNullable<CaseView['related']> {
  return state.entries.flatMap((entry) => {
    switch (entry.kind) {
      case 'link':
        return [
          {
            stream: entry.data.other,
            title: entry.data.number,
            relation: codeLabel(law, 'case-relation', entry.data.relation),
          },
        ];
      case 'merger':
        return [{ stream: entry.data.into, title: entry.data.number, relation: '本案并入' }];
      case 'intake':
        return [{ stream: entry.data.from, title: entry.data.number, relation: '并入本案' }];
      case 'split':
        return [
          {
            stream: entry.data.other,
            title: entry.data.number,
            relation: entry.data.parties.length === 0 ? '本案由此分出' : '由本案分出',
          },
        ];
      default:
        return [];
    }
  });
}
