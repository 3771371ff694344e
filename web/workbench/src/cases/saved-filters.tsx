import type { CaseFilter, SavedFilter, SavedFilters } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { type Failure, request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { wordsOf } from '../parts/failed.tsx';
import { filterTexts, hrefOf } from '../route/route.ts';
import { filterName } from './filter-name.ts';

/** Narrowings kept under a name, as tabs; the present one can be kept or, when it is one of them, taken away. */
export function KeptFilters({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const loaded = useLoaded<SavedFilters>('/api/filters');
  const [changed, setChanged] = useState<readonly SavedFilter[]>();
  const [naming, setNaming] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const box = useRef<InputRef>(null);
  const asking = naming !== undefined;
  useEffect(() => {
    if (asking) box.current?.select();
  }, [asking]);
  const kept = changed ?? loaded.value?.filters ?? [];
  const current = kept.find((one) => isSame(one.asked, filter));
  const worthKeeping = Object.keys(filterTexts(filter)).length > 0 && current === undefined;

  async function ask(method: 'POST' | 'DELETE', path: string, body?: SavedFilter): Promise<void> {
    setFailure(undefined);
    const reply = await request<SavedFilters>(method, path, body);
    if (!reply.ok) return setFailure(reply.failure);
    setChanged(reply.value.filters);
    setNaming(undefined);
  }

  function keep(event: FormEvent): void {
    event.preventDefault();
    const name = (naming ?? '').trim();
    if (name !== '') ask('POST', '/api/filters', { id: ulid(), name, asked: filterTexts(filter) });
  }

  if (kept.length === 0 && !worthKeeping) return null;
  return (
    <div className="kept-filters">
      {kept.length === 0 ? null : (
        <nav aria-label="存下的筛选">
          <ul>
            {kept.map((one) => (
              <li key={one.id}>
                <a
                  href={hrefOf({ page: 'cases', ...one.asked })}
                  aria-current={one === current ? 'true' : undefined}
                >
                  {one.name}
                </a>
                {one === current ? (
                  <Button
                    size="small"
                    type="text"
                    aria-label={`删去筛选${one.name}`}
                    onClick={() => ask('DELETE', `/api/filters/${one.id}`)}
                  >
                    删去
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {!worthKeeping ? null : naming === undefined ? (
        <Button size="small" onClick={() => setNaming(filterName(filter))}>
          存下这个筛选
        </Button>
      ) : (
        <form onSubmit={keep}>
          <Input
            size="small"
            aria-label="筛选的名称"
            ref={box}
            maxLength={20}
            value={naming}
            onChange={(event) => setNaming(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setNaming(undefined);
            }}
          />
          <Button size="small" type="primary" htmlType="submit" disabled={naming.trim() === ''}>
            存下
          </Button>
          <Button size="small" onClick={() => setNaming(undefined)}>
            不存
          </Button>
        </form>
      )}
      {failure === undefined ? null : (
        <p className="field-error" role="alert">
          {wordsOf(failure).title}，{wordsOf(failure).detail}
        </p>
      )}
    </div>
  );
}

function isSame(left: CaseFilter, right: CaseFilter): boolean {
  return JSON.stringify(filterTexts(left)) === JSON.stringify(filterTexts(right));
}
