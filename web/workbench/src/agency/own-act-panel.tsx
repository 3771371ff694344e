import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { ActForm } from '../acts/act-form.tsx';
import { request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { hrefOf, type Route } from '../route/route.ts';

interface OwnActPanelProps {
  readonly act: string;
  /** The entry that the act changes: the form is filled in with what it says. */
  readonly of?: string | undefined;
  readonly back: Exclude<Route, { page: 'lost' }>;
  readonly done: () => void;
}

/** One act on the agency's own records: its name and its form. */
export function OwnActPanel({ act, of, back, done }: OwnActPanelProps): ReactNode {
  const plain = `/api/agency/forms/${encodeURIComponent(act)}`;
  const path = of === undefined ? plain : `${plain}?of=${encodeURIComponent(of)}`;
  const { value: form, failure, reload } = useLoaded<FormView>(path);
  if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
  if (form === undefined) return <Loading what="表单" />;
  return (
    <section className="panel" aria-labelledby="act-title">
      <h2 id="act-title">{form.label}</h2>
      <ActForm
        key={form.act}
        {...{ form, caseId: undefined, back: hrefOf(back) }}
        place={{
          label: form.label,
          href: hrefOf(
            back.page === 'inspections'
              ? { page: 'inspections', act }
              : { page: 'agency', act, ...(of === undefined ? {} : { of }) },
          ),
        }}
        onDone={done}
        newVersion={async () => {
          const newest = await request<FormView>('GET', path);
          return newest.ok ? newest.value.version : undefined;
        }}
      />
    </section>
  );
}
