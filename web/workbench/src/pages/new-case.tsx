import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { ActForm } from '../acts/act-form.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { onSpotAct } from './on-spot.ts';
import { openingOf, openings } from './openings.ts';

/** 登记案源, 当场处罚, 登记许可申请 and whatever else opens a file: the first act of it, which makes the file. */
export function NewCasePage({ act: given }: { readonly act?: string | undefined }): ReactNode {
  const { act: opening, label: title } = openingOf(given);
  const act = opening ?? 'case.register-lead';
  useTitle(title);
  const { value, failure, reload } = useLoaded<FormView>(`/api/forms/${encodeURIComponent(act)}`);
  return (
    <div className="single">
      <div className="page-head">
        <h1>{title}</h1>
        {act === onSpotAct ? <a href={hrefOf({ page: 'new-case' })}>转普通程序：登记案源</a> : null}
      </div>
      <details className="openings">
        <summary>来的是别的事？换一种登记</summary>
        <ul>
          {openings
            .filter((one) => one.act !== opening)
            .map((one) => (
              <li key={one.label}>
                <a href={hrefOf({ page: 'new-case', ...(one.act === undefined ? {} : { act: one.act }) })}>
                  {one.label}
                </a>
                <span className="second">{one.from}</span>
              </li>
            ))}
        </ul>
      </details>
      {failure !== undefined ? (
        <Failed failure={failure} retry={reload} />
      ) : value === undefined ? (
        <Loading what="表单" />
      ) : (
        <section className="panel" aria-label={`${title}表单`}>
          <ActForm
            {...{ form: value, caseId: undefined, back: hrefOf({ page: 'cases' }) }}
            place={{
              label: title,
              href: hrefOf({ page: 'new-case', ...(opening === undefined ? {} : { act: opening }) }),
            }}
            onDone={(actId, result) =>
              go({ page: 'case', id: caseIdOf(result.stream), entry: actId, fresh: true }, 'replace')
            }
            newVersion={async () => undefined}
          />
        </section>
      )}
    </div>
  );
}
