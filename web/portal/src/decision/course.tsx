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
            <Told
              none="已送达"
              rows={(decision.services ?? []).map(({ party, method, day }) => ({ party, what: method, day }))}
            />
          ) : (
            <>
              <span className="mark wait">送达中</span>{' '}
              决定书正在送达当事人。公示期限从作出决定起算，不等送达。
            </>
          )}
        </Field>
        {(decision.performances ?? []).length === 0 ? null : (
          <Field label="履行情况">
            <Told
              none=""
              rows={(decision.performances ?? []).map(({ party, state, day }) => ({
                party,
                what: state,
                day,
              }))}
            />
          </Field>
        )}
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

/** One line a party: what was done, and on which day. */
function Told({
  rows,
  none,
}: {
  readonly rows: readonly { readonly party: string; readonly what: string; readonly day: string }[];
  readonly none: string;
}): ReactNode {
  if (rows.length === 0) return none;
  // Persons of one family name read alike in public: what is the same to the reader is said once.
  const lines = new Map(rows.map((row) => [`${row.party} ${row.what} ${row.day}`, row]));
  return (
    <>
      {[...lines].map(([line, { party, what, day }]) => (
        <div key={line}>
          {party}：{what}，<OnDay day={day} />
        </div>
      ))}
    </>
  );
}
