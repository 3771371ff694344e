import type { BatchActs, CaseList, CaseRow } from '@zhaozhang/api/contract';
import { Button, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Bar } from '../frame/bar.tsx';
import { type Failure, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';
import { caseIdOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { useSession } from '../session/session.ts';
import { newPlan } from './new-plan.ts';
import { planStore } from './plan-store.ts';
import type { Selection } from './use-selection.ts';

const PAUSE = 300;
const inSight = 4;
/** More would be a list nobody can look over. */
const most = 2000;

interface SelectionBarProps {
  readonly selection: Selection;
  /** Where the list comes from, with its filters. */
  readonly path: string;
  /** There are more lines than are shown. */
  readonly more: boolean;
}

/** What can be done with the cases that are ticked. Stands below the page while any is. */
export function SelectionBar({ selection, path, more }: SelectionBarProps): ReactNode {
  const { me, drafts } = useSession();
  const [offer, setOffer] = useState<BatchActs>();
  const [failure, setFailure] = useState<Failure>();
  const [gathering, setGathering] = useState(false);
  const streams = [...selection.rows.keys()];
  const key = streams.join(' ');

  useEffect(() => {
    if (key === '') return;
    let over = false;
    const timer = setTimeout(async () => {
      const cases = key.split(' ').map(caseIdOf);
      const reply = await request<BatchActs>('POST', '/api/batches/acts', { cases });
      if (over) return;
      setOffer(reply.ok ? reply.value : undefined);
      setFailure(reply.ok ? undefined : reply.failure);
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [key]);

  async function begin(act: string): Promise<void> {
    const label = offer?.acts.find(({ name }) => name === act)?.label ?? '';
    const plan = newPlan(me.account, { name: act, label }, [...selection.rows.values()]);
    // Kept before the page is left: it is there that it will be found.
    if (await planStore(drafts).save(plan)) go({ page: 'batch', id: plan.id });
    else setFailure({ kind: 'problem', problem: unkept });
  }

  async function gather(): Promise<void> {
    setGathering(true);
    const found: CaseRow[] = [];
    for (let after = ''; found.length < most; ) {
      const next = after === '' ? path : `${path}&after=${encodeURIComponent(after)}`;
      const reply = await request<CaseList>('GET', next);
      if (!reply.ok) {
        setFailure(reply.failure);
        break;
      }
      found.push(...reply.value.rows);
      if (reply.value.next === undefined) break;
      after = reply.value.next;
    }
    selection.add(found.slice(0, most));
    setGathering(false);
  }

  if (streams.length === 0) return null;
  const acts = offer?.acts ?? [];
  // What comes next on the way stands in sight; where nothing does, the first there is.
  const ahead = acts.filter((act) => act.ahead);
  const shown = (ahead.length > 0 ? ahead : acts).slice(0, inSight);
  const others = acts.filter((act) => !shown.includes(act));
  return (
    <Bar>
      <section className="actions picked" aria-label="已选的案件">
        <strong role="status">已选 {streams.length} 件</strong>
        {shown.map(({ name, label }) => (
          <Button key={name} onClick={() => begin(name)}>
            {label}
          </Button>
        ))}
        {others.length > 0 ? (
          <Select
            className="picked-others"
            aria-label="其他事项"
            placeholder="其他事项"
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ name, label }) => ({ value: name, label }))}
            onChange={(name: string | null) => (name === null ? undefined : begin(name))}
          />
        ) : null}
        {offer !== undefined && acts.length === 0 ? (
          <span>所选案件没有本人现在可以成批办理的事项</span>
        ) : null}
        {offer === undefined && failure === undefined ? (
          <span className="second">正在看可以办什么</span>
        ) : null}
        {failure === undefined ? null : <span role="alert">{wordsOf(failure).title}</span>}
        {more ? (
          <Button type="link" loading={gathering} onClick={gather}>
            选中全部符合条件的
          </Button>
        ) : null}
        <Button type="link" onClick={selection.clear}>
          不选了
        </Button>
      </section>
    </Bar>
  );
}

const unkept = {
  type: 'about:blank',
  status: 507,
  title: '本机不能保存这一批，请换一个浏览器或者退出无痕浏览',
};
