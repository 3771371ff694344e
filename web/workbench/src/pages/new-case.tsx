import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { ActForm } from '../acts/act-form.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { applicationAct, clearanceAct, executionAct, onSpotAct } from './on-spot.ts';

const titles: Readonly<Record<string, string>> = {
  [onSpotAct]: '当场处罚',
  [applicationAct]: '登记许可申请',
  [executionAct]: '登记强制执行',
  [clearanceAct]: '立即代履行',
};

/** 登记案源, 当场处罚, 登记许可申请 or 登记强制执行: the first act of a file, which makes the file. */
export function NewCasePage({
  act = 'case.register-lead',
}: {
  readonly act?: string | undefined;
}): ReactNode {
  const title = titles[act] ?? '登记案源';
  useTitle(title);
  const { value, failure, reload } = useLoaded<FormView>(`/api/forms/${encodeURIComponent(act)}`);
  return (
    <div className="single">
      <div className="page-head">
        <h1>{title}</h1>
        {act === onSpotAct ? <a href={hrefOf({ page: 'new-case' })}>转普通程序：登记案源</a> : null}
        {act === executionAct ? (
          <a href={hrefOf({ page: 'new-case', act: clearanceAct })}>不能等的：立即代履行</a>
        ) : null}
      </div>
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
              href: hrefOf({ page: 'new-case', ...(act in titles ? { act } : {}) }),
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
