import type { CaseView } from '@zhaozhang/api/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { ActList } from '../case/act-list.tsx';
import { Contents } from '../case/contents.tsx';
import { Defects } from '../case/defects.tsx';
import { Duties } from '../case/duties.tsx';
import { Entry } from '../case/entry.tsx';
import { FormerRefusals } from '../case/former-refusals.tsx';
import { CaseHead } from '../case/head.tsx';
import { Parties } from '../case/parties.tsx';
import { Custody } from '../case/custody.tsx';
import { Partners } from '../case/partners.tsx';
import { Related } from '../case/related.tsx';
import { PathList } from '../case/path.tsx';
import { Timeline } from '../case/timeline.tsx';
import { useUntilLogged } from '../case/use-until-logged.ts';
import { UnfinishedForms } from '../drafts/unfinished.tsx';
import { useAtHand } from '../find/at-hand.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { go } from '../route/use-route.ts';

const ActPanel = lazy(() => import('../acts/act-panel.tsx').then((part) => ({ default: part.ActPanel })));

type CaseRoute = Extract<Route, { page: 'case' }>;

/** One case: the path at the left, the thing at hand in the middle, what is owed at the right. */
export function CasePage({ route }: { readonly route: CaseRoute }): ReactNode {
  const { value, failure, reload } = useLoaded<CaseView>(`/api/cases/${encodeURIComponent(route.id)}`);
  useTitle(value?.row.title ?? '案件');
  useUntilLogged(value, reload);
  if (value === undefined)
    return (
      <>
        <h1 className="unseen">案件</h1>
        {failure === undefined ? (
          <Loading what="案件" rows={10} />
        ) : (
          <Failed failure={failure} retry={reload} />
        )}
      </>
    );
  return <Loaded view={value} route={route} reload={reload} />;
}

interface LoadedProps {
  readonly view: CaseView;
  readonly route: CaseRoute;
  readonly reload: () => void;
}

function Loaded({ view, route, reload }: LoadedProps): ReactNode {
  const { id, act, entry: entryId } = route;
  const entry = view.entries.find((one) => one.id === entryId);
  useAtHand(
    view.acts
      .filter((one) => one.status !== 'refused')
      .map((one) => ({ label: one.label, href: hrefOf({ page: 'case', id, act: one.name }) })),
  );
  const beside = act !== undefined && entry !== undefined && act !== 'case.correct-entry';

  function done(made: string): void {
    reload();
    go({ page: 'case', id, entry: made, fresh: true }, 'replace');
  }

  return (
    <article className="case">
      <CaseHead view={view} id={id} act={act} />
      <div className="case-columns">
        <aside className="case-left" aria-label="案卷">
          <PathList view={view} />
          <Contents view={view} id={id} act={act} open={entryId} />
        </aside>
        <div className="case-middle">
          {act === undefined ? (
            <>
              {entry !== undefined && route.fresh !== true ? (
                <section className="panel" aria-label={entry.title}>
                  <Entry entry={entry} id={id} now={view.now} open />
                  <a href={hrefOf({ page: 'case', id })}>回到全部经过</a>
                </section>
              ) : null}
              <UnfinishedForms at={hrefOf({ page: 'case', id })} />
              <ActList
                standing={view}
                id={id}
                none={
                  view.cededTo === undefined
                    ? '本案现在没有由本人办理的事项。'
                    : `本案已经移交，由${view.cededTo.name}接着办理。`
                }
                hrefOfAct={(name) => hrefOf({ page: 'case', id, act: name })}
              />
              <Parties view={view} id={id} />
              <Partners view={view} id={id} />
              <Custody view={view} />
              <FormerRefusals view={view} />
              <Related view={view} />
              <Timeline view={view} id={id} fresh={route.fresh === true ? entryId : undefined} />
            </>
          ) : (
            <Suspense fallback={<Loading what="表单" />}>
              <ActPanel
                key={`${act} ${act === 'case.correct-entry' ? entryId : ''}`}
                view={view}
                id={id}
                act={act}
                entry={entryId}
                done={done}
                reload={reload}
              />
            </Suspense>
          )}
        </div>
        <aside className="case-right" aria-label="期限与瑕疵">
          {beside ? (
            <section className="panel" aria-label={entry.title}>
              <Entry entry={entry} id={id} now={view.now} open />
            </section>
          ) : null}
          <Duties view={view} id={id} />
          <Defects view={view} id={id} />
        </aside>
      </div>
    </article>
  );
}
