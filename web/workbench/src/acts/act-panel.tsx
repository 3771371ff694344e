import type { CaseView, FormView } from '@zhaozhang/api/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { hrefOf } from '../route/route.ts';
import { ActForm } from './act-form.tsx';

const CorrectionPanel = lazy(() =>
  import('./correction-panel.tsx').then((part) => ({ default: part.CorrectionPanel })),
);

interface ActPanelProps {
  readonly view: CaseView;
  readonly id: string;
  readonly act: string;
  readonly entry: string | undefined;
  /** The act is done; the entry it made or changed. */
  readonly done: (entry: string) => void;
  /** Reads the case again, as after its changes have been seen. */
  readonly reload: () => void;
}

/** One act of a case: its name and its form. */
export function ActPanel({ view, id, act, entry, done, reload }: ActPanelProps): ReactNode {
  const path = `/api/cases/${encodeURIComponent(id)}/forms/${encodeURIComponent(act)}`;
  const { value: form, failure, reload: again } = useLoaded<FormView>(path);
  const back = hrefOf({ page: 'case', id });
  if (failure !== undefined) return <Failed failure={failure} retry={again} />;
  if (form === undefined) return <Loading what="表单" />;
  return (
    <section className="panel" aria-labelledby="act-title">
      <h2 id="act-title">{form.label}</h2>
      {act === 'case.correct-entry' ? (
        <Suspense fallback={<Loading what="表单" />}>
          <CorrectionPanel {...{ view, id, form, back, done }} entryId={entry} />
        </Suspense>
      ) : (
        <ActForm
          key={form.act}
          {...{ form, caseId: id, back }}
          place={{ label: form.label, of: view.row.title, href: hrefOf({ page: 'case', id, act }) }}
          onDone={(actId) => done(actId)}
          newVersion={async () => {
            const newest = await request<FormView>('GET', path);
            reload();
            return newest.ok ? newest.value.version : undefined;
          }}
        />
      )}
    </section>
  );
}
