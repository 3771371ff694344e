import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { ActForm } from '../acts/act-form.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';

/** 登记案源: the first act of a file, which makes the file. */
export function NewCasePage(): ReactNode {
  useTitle('登记案源');
  const { value, failure, reload } = useLoaded<FormView>('/api/forms/case.register-lead');
  return (
    <div className="single">
      <div className="page-head">
        <h1>登记案源</h1>
      </div>
      {failure !== undefined ? (
        <Failed failure={failure} retry={reload} />
      ) : value === undefined ? (
        <Loading what="表单" />
      ) : (
        <section className="panel" aria-label="登记案源表单">
          <ActForm
            {...{ form: value, caseId: undefined, back: hrefOf({ page: 'cases' }) }}
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
