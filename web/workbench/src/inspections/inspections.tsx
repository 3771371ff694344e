import type { InspectionsView } from '@zhaozhang/api/contract';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { ActList } from '../case/act-list.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { openInspectionAct } from '../pages/on-spot.ts';
import { DrawPage } from './draw-page.tsx';
import { Draws } from './draws.tsx';
import { Items } from './items.tsx';
import { Plans } from './plans.tsx';

const OwnActPanel = lazy(() =>
  import('../agency/own-act-panel.tsx').then((part) => ({ default: part.OwnActPanel })),
);

interface InspectionsPageProps {
  readonly act: string | undefined;
  readonly done: string | undefined;
  readonly draw: string | undefined;
}

/** 行政检查: what may be inspected, what is planned, and the draws with all that is needed to draw again. */
export function InspectionsPage({ act, done, draw }: InspectionsPageProps): ReactNode {
  useTitle('行政检查');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const { value, failure, reload } = useLoaded<InspectionsView>('/api/agency/inspections');
  return (
    <>
      <div className="page-head">
        <h1>行政检查</h1>
        <div className="page-acts">
          <a className="act" href={hrefOf({ page: 'new-case', act: openInspectionAct })}>
            登记检查任务
          </a>
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
            key={act}
            act={act}
            back={{ page: 'inspections' }}
            done={() => {
              reload();
              go({ page: 'inspections', done: act }, 'replace');
            }}
          />
        </Suspense>
      );
    if (value === undefined)
      return failure === undefined ? (
        <Loading what="行政检查" />
      ) : (
        <Failed failure={failure} retry={reload} />
      );
    if (draw !== undefined) return <DrawPage view={value} id={draw} />;
    const doneLabel = value.acts.find((one) => one.name === done)?.label;
    return (
      <div className="own">
        {done === undefined ? null : (
          <p className="notice notice-good" role="status">
            {doneLabel === undefined ? '已经办好。' : `「${doneLabel}」已经办好。`}
          </p>
        )}
        <Draws view={value} />
        <Plans view={value} />
        <Items view={value} />
        <ActList
          standing={{ acts: value.acts, path: [], obligations: [] }}
          none="现在没有由本人办理的检查事务。"
          hrefOfAct={(name) => hrefOf({ page: 'inspections', act: name })}
        />
      </div>
    );
  }
}
