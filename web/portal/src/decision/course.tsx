import type { PublicDecision } from '@zhaozhang/api/contract/public';
import { Derivation } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { Field } from '../parts/field.tsx';
import { OnDay } from '../parts/on-day.tsx';

/**
 * How the decision came about and became public. The derivation stands open: the page has no script, and what is
 * folded away is neither printed nor found.
 */
export function Course({ decision }: { readonly decision: PublicDecision }): ReactNode {
  const due = decision.publicationDue;
  return (
    <>
      <dl className="fields">
        <Field label="作出决定">
          <OnDay day={decision.decidedDay} />
        </Field>
        <Field label="送达当事人">
          {decision.served ? (
            '已送达'
          ) : (
            <>
              <span className="mark wait">送达中</span>{' '}
              决定书正在送达当事人。公示期限从作出决定起算，不等送达。
            </>
          )}
        </Field>
        <Field label="公示">
          <OnDay day={decision.publishedDay} />
        </Field>
        {due === undefined ? null : (
          <Field label="最迟应当公示">
            <OnDay day={due.day} />
            {decision.publishedDay.slice(0, 10) > due.day.slice(0, 10) ? (
              <span className="mark late">逾期公示</span>
            ) : null}
          </Field>
        )}
      </dl>
      {due === undefined || due.sentences.length === 0 ? null : (
        <>
          <h3>公示期限怎样算出</h3>
          <Derivation source={{ sentences: due.sentences }} />
        </>
      )}
    </>
  );
}
