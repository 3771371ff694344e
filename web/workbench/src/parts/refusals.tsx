import type { RefusalView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Sentence } from './clauses.tsx';
import { Contradiction } from './contradiction.tsx';

/** One refusal: its sentence, and where there is one the way to the act that lifts it. */
export function Refused({
  refusal,
  id,
}: {
  readonly refusal: RefusalView;
  readonly id?: string | undefined;
}): ReactNode {
  const act = refusal.remedy?.act;
  return (
    <>
      <Sentence text={refusal.sentence} clauses={refusal.clauses} />
      {act?.startsWith('case.') === true && id !== undefined ? (
        <a className="remedy" href={hrefOf({ page: 'case', id, act })}>
          → 去{refusal.remedy?.actLabel ?? '办理'}
        </a>
      ) : null}
      {refusal.conflict === undefined ? null : <Contradiction rules={refusal.conflict} />}
    </>
  );
}
