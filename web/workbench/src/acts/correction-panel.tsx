import type { CaseView, FormView } from '@zhaozhang/api/contract';
import type { AnyEntry } from '@zhaozhang/core';
import { type ReactNode, useEffect, useState } from 'react';
import { FieldView } from '../fields/field-view.tsx';
import { request, type Failure } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import type { CarriedCase } from '../offline/decide-here.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { correctableFields } from './correction-fields.ts';
import { fieldsOf } from './form-fields.ts';

interface CorrectionPanelProps {
  readonly view: CaseView;
  readonly id: string;
  readonly form: FormView;
  readonly entryId: string | undefined;
  readonly back: string;
  readonly done: (entry: string) => void;
}

const none: ReadonlyMap<string, string> = new Map();

/** 更正录入: which entry, then its fields as they stand, to be mended. */
export function CorrectionPanel({ view, id, form, entryId, back, done }: CorrectionPanelProps): ReactNode {
  const correctable = view.entries.filter((entry) => entry.correctable);
  const [chosen, setChosen] = useState(entryId);
  const entry = correctable.find((one) => one.id === chosen);
  const choose = fieldsOf(form).input.find((field) => field.name === 'entry');
  if (correctable.length === 0)
    return (
      <>
        <p className="second">本案没有可以更正的录入。已经形成的文书，需要改变的，另行制作文书。</p>
        <a href={back}>返回</a>
      </>
    );
  return (
    <>
      {choose === undefined ? null : (
        <FieldView
          field={{ ...choose, options: correctable.map((one) => ({ value: one.id, label: one.title })) }}
          path="input.entry"
          value={chosen}
          messages={none}
          onChange={(to) => setChosen(typeof to === 'string' ? to : undefined)}
        />
      )}
      {entry === undefined ? (
        <>
          <p className="second">选择要更正的记录后，按现在的内容逐栏更正。</p>
          <a href={back}>返回</a>
        </>
      ) : (
        <OneEntry
          key={entry.id}
          {...{ id, form, back, done }}
          title={view.row.title}
          entryId={entry.id}
          act={entry.act}
        />
      )}
    </>
  );
}

interface OneEntryProps {
  readonly id: string;
  readonly title: string;
  readonly form: FormView;
  readonly entryId: string;
  readonly act: string;
  readonly back: string;
  readonly done: (entry: string) => void;
}

function OneEntry({ id, title, form, entryId, act, back, done }: OneEntryProps): ReactNode {
  const path = `/api/cases/${encodeURIComponent(id)}/forms/${encodeURIComponent(act)}`;
  const own = useLoaded<FormView>(path);
  const [held, setHeld] = useState<{ entry?: AnyEntry | undefined; failure?: Failure }>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round asks again
  useEffect(() => {
    let current = true;
    request<CarriedCase>('GET', `/api/offline/${encodeURIComponent(id)}`).then((reply) => {
      if (!current) return;
      setHeld(
        reply.ok
          ? { entry: reply.value.state.entries.find((one) => one.id === entryId) }
          : { failure: reply.failure },
      );
    });
    return () => {
      current = false;
    };
  }, [id, entryId, round]);

  const failure = own.failure ?? held?.failure;
  if (failure !== undefined)
    return (
      <Failed
        failure={failure}
        retry={() => {
          own.reload();
          setHeld(undefined);
          setRound(round + 1);
        }}
      />
    );
  if (own.value === undefined || held === undefined) return <Loading what="这条记录" />;
  if (held.entry === undefined) return <p className="second">这条记录现在不能更正。</p>;
  return (
    <CorrectionForm
      {...{ id, title, form, back, done }}
      entry={held.entry}
      fields={correctableFields(held.entry, own.value)}
    />
  );
}
