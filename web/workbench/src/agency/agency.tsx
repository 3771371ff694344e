import type { AgencyView } from '@zhaozhang/api/contract';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { ActList } from '../case/act-list.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { useSession } from '../session/session.ts';
import { Absences, absenceActs } from './absences.tsx';
import { ApprovalsShare } from './approvals-online.tsx';
import { Contradictions } from './contradictions.tsx';
import { keepsItems } from './keeps-items.ts';
import { OwnDuties } from './own-duties.tsx';
import { Batches, Changes, Renamings } from './past.tsx';
import { Succession } from './succession.tsx';

const OwnActPanel = lazy(() => import('./own-act-panel.tsx').then((part) => ({ default: part.OwnActPanel })));

interface AgencyPageProps {
  readonly act: string | undefined;
  /** The entry that the act changes. */
  readonly of: string | undefined;
  readonly done: string | undefined;
}

/** 机关事务: what the agency owes on its own account, what can be done about it, and what has been. */
export function AgencyPage({ act, of, done }: AgencyPageProps): ReactNode {
  useTitle('机关事务');
  const { me } = useSession();
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const { value, failure, reload } = useLoaded<AgencyView>('/api/agency');
  return (
    <>
      <div className="page-head">
        <h1>机关事务</h1>
        {value === undefined ? null : <span className="second">{value.name}</span>}
        <div className="page-acts">
          <a className="act" href={hrefOf({ page: 'inspections' })}>
            行政检查
          </a>
          <a className="act" href={hrefOf({ page: 'agency-items' })}>
            权责清单
          </a>
          {me.administrator ? (
            <a className="act" href={hrefOf({ page: 'accounts' })}>
              账户管理
            </a>
          ) : null}
        </div>
      </div>
      <div ref={list}>{body()}</div>
    </>
  );

  function body(): ReactNode {
    if (act !== undefined)
      return (
        <Suspense fallback={<Loading what="表单" />}>
          <OwnActPanel
            key={`${act} ${of ?? ''}`}
            act={act}
            of={of}
            back={keepsItems(act) ? { page: 'agency-items' } : { page: 'agency' }}
            done={() => {
              reload();
              go({ page: keepsItems(act) ? 'agency-items' : 'agency', done: act }, 'replace');
            }}
          />
        </Suspense>
      );
    if (value === undefined)
      return failure === undefined ? (
        <Loading what="机关事务" />
      ) : (
        <Failed failure={failure} retry={reload} />
      );
    const doneLabel = value.acts.find((one) => one.name === done)?.label;
    return (
      <div className="own">
        {done === undefined ? null : (
          <p className="notice notice-good" role="status">
            {doneLabel === undefined ? '已经办好。' : `「${doneLabel}」已经办好。`}
          </p>
        )}
        <Contradictions view={value} />
        <Absences view={value} />
        <Succession key={done ?? ''} />
        <OwnDuties view={value} />
        <ActList
          standing={{
            acts: value.acts.filter((one) => !absenceActs.has(one.name)),
            path: [],
            obligations: value.obligations,
          }}
          none="现在没有由本人办理的机关事务。"
          hrefOfAct={(name) => hrefOf({ page: 'agency', act: name })}
        />
        <Batches view={value} />
        <Changes view={value} />
        <Renamings view={value} />
        <ApprovalsShare />
      </div>
    );
  }
}
