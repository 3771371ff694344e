import { Button, Progress } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { wordsOf } from '../parts/failed.tsx';
import { isFailing, type Plan } from './plan.ts';
import { reasonsOf } from './reasons.ts';
import type { Run } from './use-run.ts';

interface OutcomeProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly onRetry: () => void;
  readonly onResume: () => void;
  readonly onFinish: () => void;
}

/** How far a batch has come, in numbers, and the one thing to do about what is left. */
export function Outcome(props: OutcomeProps): ReactNode {
  const { busy, failure } = props.run;
  const box = useRef<HTMLDivElement>(null);
  const began = useRef(false);
  // Where it stands is said at the top; it is asked for at the bottom of a long page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again at each turn
  useEffect(() => {
    if (busy !== undefined) began.current = true;
    if (began.current) box.current?.scrollIntoView({ block: 'center' });
  }, [busy, failure]);
  return (
    <div ref={box} className="batch-outcome">
      <Told {...props} />
    </div>
  );
}

function Told({ plan, run, onRetry, onResume, onFinish }: OutcomeProps): ReactNode {
  const count = (is: (item: Plan['items'][number]) => boolean) => plan.items.filter(is).length;
  const done = count(({ standing }) => standing === 'done');
  const failing = count(isFailing);
  const unknown = count(({ standing }) => standing === 'sent');
  const waiting = count(({ standing, skipped }) => standing === 'waiting' && skipped !== true);
  if (run.busy !== undefined) {
    const { done: answered, of } = run.progress;
    const what = run.busy === 'check' ? '正在逐案检查' : `正在逐案${plan.label}`;
    return (
      <section className="notice" aria-label="进度">
        <p role="status">
          {what}：{answered} / {of} 件
        </p>
        <Progress
          percent={of === 0 ? 0 : Math.round((answered * 100) / of)}
          showInfo={false}
          aria-label={what}
        />
        <Button onClick={run.stop}>停下</Button>
      </section>
    );
  }
  if (run.failure !== undefined || unknown > 0) {
    const { title, detail } =
      run.failure === undefined
        ? { title: '上次没有办完', detail: `${unknown} 件已经送出，还没有收到结果。` }
        : wordsOf(run.failure);
    return (
      <section className="notice notice-warn" role="alert">
        <h2>{title}</h2>
        <p>
          {detail}已办成 {done} 件，不会重办；接着办剩下的 {unknown + waiting} 件。
        </p>
        <Button type="primary" onClick={onResume}>
          接着办
        </Button>
      </section>
    );
  }
  if (done === 0 && failing === 0) return null;
  const all = waiting === 0 && failing === 0;
  return (
    <section className={all ? 'notice notice-good' : 'notice notice-warn'} aria-label="结果" role="status">
      <h2>
        {done > 0 ? `已办成 ${done} 件` : ''}
        {done > 0 && failing > 0 ? '，' : ''}
        {failing > 0 ? `${failing} 件不能办` : ''}
      </h2>
      {failing > 0 ? (
        <>
          <p>下面逐件写明原因和办法；其余各案不受影响。改正之后，只重试这几件。</p>
          <ul className="refusals">
            {reasonsOf(plan).map(({ says, cases }) => (
              <li key={says}>
                {says}：{cases} 件
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="batch-deeds">
        {failing > 0 ? <Button onClick={onRetry}>只重试失败的 {failing} 件</Button> : null}
        {done > 0 ? (
          <Button onClick={onFinish}>{all ? '办完，回到案件' : '其余不办了，回到案件'}</Button>
        ) : null}
      </div>
    </section>
  );
}
