import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { ActForm } from '../acts/act-form.tsx';
import { request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { hrefOf } from '../route/route.ts';

/** One act on the agency's own records: its name and its form. */
export function OwnActPanel({
  act,
  done,
  page = 'agency',
}: {
  readonly act: string;
  readonly done: () => void;
  /** The page it was opened from, and goes back to. */
  readonly page?: 'agency' | 'inspections';
}): ReactNode {
  const path = `/api/agency/forms/${encodeURIComponent(act)}`;
  const { value: form, failure, reload } = useLoaded<FormView>(path);
  if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
  if (form === undefined) return <Loading what="表单" />;
  return (
    <section className="panel" aria-labelledby="act-title">
      <h2 id="act-title">{form.label}</h2>
      <ActForm
        key={form.act}
        {...{ form, caseId: undefined, back: hrefOf({ page }) }}
        place={{ label: form.label, href: hrefOf({ page, act }) }}
        onDone={done}
        newVersion={async () => {
          const newest = await request<FormView>('GET', path);
          return newest.ok ? newest.value.version : undefined;
        }}
      />
    </section>
  );
}
